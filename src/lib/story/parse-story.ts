import { didYouMean } from './did-you-mean.ts';
import { show, StoryError, type Fault, type Report } from './fault.ts';
import { splitStory } from './front-matter.ts';
import { geographyIn } from './geography.ts';
import { idForm, isCitationKey, isId } from './id.ts';
import { Register } from './register.ts';
import { parseMapBlock, type MapBlock, type Names } from './map-block.ts';
import { parseOutline, type Fence, type Outline, type OutlineStep } from './outline.ts';
import { parseEvents } from './parse-events.ts';
import { parsePlaces } from './parse-places.ts';
import { parseSources } from './parse-sources.ts';
import { parseMarkdown, plainText, proseToHtml, readProse, type Prose } from './prose.ts';
import { seaRoute } from './sea-route.ts';
import type { Place, Source, Step, Story, StoryEvent } from './story.ts';
import { storyFiles, type StoryFile, type StoryFolder, type World } from './world.ts';

/** A step whose parts have been read; its events to keep and its numbers of works are not yet known. */
interface ReadStep {
  readonly outline: OutlineStep;
  readonly block: MapBlock | null;
  readonly prose: Prose;
  readonly notes: Prose;
  readonly ask: Prose;
}

const noProse: Prose = { children: [], cites: [], anchors: [] };

/**
 * Returns the story that a folder holds. A byte order mark and Windows line ends are no faults.
 *
 * @throws {StoryError} with everything that is wrong in the folder, all files at once.
 */
export function parseStory(folder: StoryFolder, world: World): Story {
  const faults: Fault[] = [];
  const report: Report = (fault) => faults.push(fault);
  const text = (file: StoryFile): string | null =>
    folder.files[file]?.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') ?? null;

  if (!isId(folder.slug)) {
    report({
      file: 'story.md',
      line: 1,
      where: 'folder',
      expected: `name must be ${idForm}`,
      got: show(folder.slug)
    });
  }
  for (const file of storyFiles) {
    if (text(file) === null)
      report({ file, line: 1, where: '', expected: 'file is required', got: 'nothing' });
  }
  const places = read(text('places.geojson'), (json) => parsePlaces(json, world, report));
  const sources = read(text('sources.json'), (json) => parseSources(json, report));
  const events = read(text('events.csv'), (csv) => parseEvents(csv, places, sources, report));
  const markdown = text('story.md');
  if (markdown === null) throw new StoryError(folder.slug, faults);

  const { frontMatter, body, bodyLine } = splitStory(markdown, report);
  const outline = parseOutline(body, bodyLine, report);
  const definitions = readProse(outline.definitions, sources, {
    file: 'story.md',
    where: '',
    report
  });
  const readable = { places, events, sources, gazetteer: world.gazetteer };
  const shown = { ids: new Set<string>(), all: true };
  const steps = outline.steps.map((step) => readStep(step, readable, shown, outline, report));
  const credit = readCredit(
    frontMatter?.credit ?? '',
    frontMatter?.creditLine ?? 1,
    sources,
    report
  );
  checkAnchors(
    [definitions, ...steps.flatMap(({ prose, notes, ask }) => [prose, ask, notes]), credit],
    outline,
    report
  );

  const passages = [
    ...steps.map(({ prose }) => prose),
    ...steps.flatMap(({ ask, notes }) => [ask, notes]),
    credit
  ];
  const cited = new Set(passages.flatMap(({ cites }) => cites));
  if (outline.whole && steps.length > 0) {
    if (shown.all)
      checkAllUsed(
        'events.csv',
        'event',
        events,
        shown.ids,
        'an event must be in the show list of a step',
        report
      );
    if (frontMatter)
      checkAllUsed(
        'sources.json',
        'source',
        sources,
        cited,
        'a source must be cited in the prose or the credit',
        report
      );
  }
  if (faults.length > 0 || !frontMatter) throw new StoryError(folder.slug, faults);

  const numbers = new Map([...cited].map((id, index) => [id, index + 1]));
  const html = ({ children }: Prose) =>
    proseToHtml(children, definitions.children, numbers, sources.items);
  const order = [...events.items.keys()];
  const earlier = new Set<string>();
  return {
    slug: folder.slug,
    title: frontMatter.title,
    dek: frontMatter.dek,
    creditHtml: html(credit).replace(/^<p>(.*)<\/p>$/s, '$1'),
    vantage: frontMatter.vantage ?? null,
    lang: frontMatter.lang,
    sections: outline.sections.map(({ id, title, firstStep }) => ({ id, title, firstStep })),
    steps: steps.map(({ outline: { id, title, section }, block, prose, notes, ask }): Step => {
      const { look, show, keep, highlight, groups } = block!;
      const kept =
        keep === 'earlier'
          ? order.filter((event) => earlier.has(event) && !show.includes(event))
          : keep;
      for (const event of show) earlier.add(event);
      const htmls = { html: html(prose), notesHtml: html(notes), askHtml: html(ask) };
      return {
        id,
        title,
        section,
        look,
        show,
        keep: kept,
        highlight,
        groups,
        ...htmls,
        cites: prose.cites
      };
    }),
    events: [...events.items.values()].map((event) => withSeaRoute(event, places, world)),
    places: [...places.items.values()],
    sources: [...cited].map((id) => sources.items.get(id)!),
    geography: geographyIn(world.gazetteer, frontMatter.lang)
  };
}

function read<T>(text: string | null, parse: (text: string) => Register<T>): Register<T> {
  if (text !== null) return parse(text);
  const nothing = new Register<T>();
  nothing.whole = false;
  return nothing;
}

function readStep(
  step: OutlineStep,
  names: Names & { sources: Register<Source> },
  shown: { ids: Set<string>; all: boolean },
  outline: Outline,
  report: Report
): ReadStep {
  const where = `step "${step.id || step.title}"`;
  const subject = { file: 'story.md', where, report };
  const { map, notes, ask } = step.fences;
  let block: MapBlock | null = null;
  if (map) {
    const parsed = parseMapBlock(map.text, map.line, names, subject);
    block = parsed.block;
    if (!parsed.shown) shown.all = false;
    for (const id of parsed.shown ?? []) shown.ids.add(id);
  } else if (outline.whole) {
    shown.all = false;
    report({
      file: 'story.md',
      line: step.line,
      where,
      expected: 'a map fence is required',
      got: 'none'
    });
  }
  if (outline.whole && step.prose.every((node) => plainText(node).trim() === '')) {
    report({
      file: 'story.md',
      line: step.line,
      where,
      expected: 'a step must have prose',
      got: 'none'
    });
  }
  const readFence = (fence: Fence | undefined, name: string) =>
    fence
      ? readProse(parseMarkdown(fence.text, fence.line).children, names.sources, {
          ...subject,
          where: `${name} of ${where}`
        })
      : noProse;
  return {
    outline: step,
    block,
    prose: readProse(step.prose, names.sources, subject),
    notes: readFence(notes, 'notes'),
    ask: readFence(ask, 'ask')
  };
}

/** Returns the credit as one paragraph. */
function readCredit(
  credit: string,
  line: number,
  sources: Register<Source>,
  report: Report
): Prose {
  const subject = {
    file: 'story.md',
    where: 'credit',
    report: (fault: Fault) => report({ ...fault, line })
  };
  const [paragraph, more] = parseMarkdown(credit, line).children;
  if (!paragraph) return noProse;
  if (paragraph.type !== 'paragraph' || more) {
    const got = more ? 'several' : `a ${paragraph.type}`;
    report({
      file: 'story.md',
      line,
      where: 'front matter',
      expected: 'credit must be one paragraph',
      got
    });
    return noProse;
  }
  return readProse([paragraph], sources, subject);
}

/** Reports links within the page that lead nowhere. */
function checkAnchors(
  passages: readonly Prose[],
  { steps, sections }: Outline,
  report: Report
): void {
  const ids = [...steps, ...sections].map(({ id }) => id);
  for (const { id, line, where } of passages.flatMap(({ anchors }) => anchors)) {
    if (ids.includes(id)) continue;
    const expected = `a link must go to a step or a section${didYouMean(id, ids)}`;
    report({ file: 'story.md', line, where, expected, got: show(`#${id}`) });
  }
}

function checkAllUsed<T>(
  file: StoryFile,
  kind: string,
  register: Register<T>,
  used: ReadonlySet<string>,
  expected: string,
  report: Report
): void {
  for (const id of register.ids) {
    if (used.has(id) || !isCitationKey(id)) continue;
    report({
      file,
      line: register.lines.get(id) ?? 1,
      where: `${kind} ${show(id)}`,
      expected,
      got: 'none'
    });
  }
}

/** Returns the event; a port call between two ports with its way over water. */
function withSeaRoute(event: StoryEvent, places: Register<Place>, world: World): StoryEvent {
  const { geometry, kind } = event;
  if (kind !== 'port-call' || geometry.type !== 'arc') return event;
  const from = places.items.get(geometry.from)!.lngLat;
  const to = places.items.get(geometry.to)!.lngLat;
  return { ...event, geometry: { ...geometry, via: seaRoute(from, to, world.land) } };
}
