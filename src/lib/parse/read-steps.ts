import { readAskFence } from './ask-fence.ts';
import { show, type Fault, type Report } from './fault.ts';
import { figureReader, type FigureReaders } from './figures.ts';
import { parseMapBlock, type MapBlock, type Names } from './map-block.ts';
import type { Fence, Outline, OutlineStep } from './outline.ts';
import { parseMarkdown, plainText, readProse, type Prose } from './prose.ts';
import type { Register } from './register.ts';
import type { ExpectedAnswer, Source } from '../story/story.ts';

const file = 'story.md';

const noProse: Prose = { children: [], cites: [], anchors: [] };

/** A step whose parts have been read; `keep: earlier` and the numbers of works are resolved later. */
export interface ReadStep {
  readonly outline: OutlineStep;
  /** Null where it is missing or has a fault; either has then been reported. */
  readonly block: MapBlock | null;
  readonly prose: Prose;
  readonly notes: Prose;
  readonly ask: Prose;
  /** Null where the ask fence says nothing of it. */
  readonly answer: ExpectedAnswer | null;
  /** Null where the author wrote none. */
  readonly slide: Prose | null;
}

/** Returns the steps of a story, and the events they show: null where some `map` block could not be read. */
export function readSteps(
  outline: Outline,
  names: Names & { readonly sources: Register<Source> },
  readers: FigureReaders,
  report: Report
): { steps: ReadStep[]; shown: ReadonlySet<string> | null } {
  const shown = new Set<string>();
  let all = true;
  const steps = outline.steps.map((step): ReadStep => {
    const where = `step "${step.id || step.title}"`;
    const missing = (expected: string) => {
      if (outline.whole) report({ file, line: step.line, where, expected, got: 'none' });
    };
    const { map, notes, ask, slide } = step.fences;
    const parsed = map && parseMapBlock(map.text, map.line, names, { file, where, report });
    if (!map) missing('a map fence is required');
    if (!parsed?.shown) all = false;
    for (const id of parsed?.shown ?? []) shown.add(id);
    if (step.prose.every((node) => node.type === 'code' || plainText(node).trim() === ''))
      missing('a step must have prose');

    const readFence = (fence: Fence | undefined, name: string): Prose => {
      if (!fence) return noProse;
      const subject = { file, where: `${name} of ${where}`, report };
      const prose = readProse(
        parseMarkdown(fence.text, fence.line).children,
        names.sources,
        subject
      );
      if (name === 'slide' && prose.cites.length > 0) {
        const expected = 'a slide must not contain citations: the screen shows those of the prose';
        report({ ...subject, line: fence.line, expected, got: show(`@${prose.cites[0]}`) });
      }
      return prose;
    };
    const subject = { file, where: `ask of ${where}`, report };
    const asked = ask && readAskFence(ask, names.places, subject);
    return {
      outline: step,
      block: parsed?.block ?? null,
      prose: readProse(
        step.prose,
        names.sources,
        { file, where, report },
        figureReader(readers, step.id),
        (images, subject) => readers.media.readImages(images, step.id, subject)
      ),
      notes: readFence(notes, 'notes'),
      ask: readFence(asked?.question, 'ask'),
      answer: asked?.answer ?? null,
      slide: slide ? readFence(slide, 'slide') : null
    };
  });
  return { steps, shown: all ? shown : null };
}

/** Returns the credit, which must be one paragraph; `line` is that of its key. */
export function readCredit(
  credit: string,
  line: number,
  sources: Register<Source>,
  report: Report
): Prose {
  const [paragraph, more] = parseMarkdown(credit, line).children;
  if (!paragraph) return noProse;
  if (paragraph.type !== 'paragraph' || more) {
    const got = more ? 'several' : `a ${paragraph.type}`;
    report({ file, line, where: 'front matter', expected: 'credit must be one paragraph', got });
    return noProse;
  }
  const heard = (fault: Fault) => report({ ...fault, line });
  return readProse([paragraph], sources, { file, where: 'credit', report: heard });
}
