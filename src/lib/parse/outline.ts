import type { Code, Definition, Heading, RootContent } from 'mdast';
import { listed } from '../story/listed.ts';
import { didYouMean } from './did-you-mean.ts';
import { show, type Report } from './fault.ts';
import { idRule, isId, reservedIds, slugOf } from './id.ts';
import { asWritten, hasCitation, parseMarkdown, plainText } from './prose.ts';

const file = 'story.md';

const fenceNames = ['map', 'notes', 'ask', 'slide'] as const;
type FenceName = (typeof fenceNames)[number];
/** Fences that stay where they are in the prose; a step may have several. */
const proseFenceNames = ['media', 'chart'] as const;
const allFenceNames = [...fenceNames, ...proseFenceNames];
const fenceWords = listed(allFenceNames, 'or');

/** The text inside a fence, and the line on which it starts. */
export interface Fence {
  readonly text: string;
  readonly line: number;
}

export interface OutlineStep {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  /** Index of the step's section. */
  readonly section: number;
  readonly fences: Partial<Record<FenceName, Fence>>;
  readonly prose: RootContent[];
}

interface OutlineSection {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly firstStep: number;
}

/** The parts of a `story.md`, in order; their contents are parsed later. */
export interface Outline {
  readonly sections: OutlineSection[];
  readonly steps: OutlineStep[];
  readonly definitions: Definition[];
  /** False where a fence is never closed, so that part of the story is hidden in it. */
  whole: boolean;
}

/** Returns the sections and steps of a `story.md` without its front matter, which ends above `firstLine`. */
export function parseOutline(body: string, firstLine: number, report: Report): Outline {
  const outline: Outline = { sections: [], steps: [], definitions: [], whole: true };
  const taken = new Map<string, number>();
  const lines = body.split('\n');
  let lost = false;

  for (const node of parseMarkdown(body, firstLine).children) {
    const line = node.position?.start.line ?? firstLine;
    const section = outline.sections.at(-1);
    const step = outline.steps.at(-1);
    const inStep = step?.section === outline.sections.length - 1 ? step : null;

    if (node.type === 'definition') {
      outline.definitions.push(node);
    } else if (node.type === 'heading' && node.depth === 1) {
      const heading = readHeading(node, 'section', taken, report);
      outline.sections.push({ ...heading, line, firstStep: outline.steps.length });
      lost = false;
    } else if (node.type === 'heading' && node.depth === 2) {
      const heading = readHeading(node, 'step', taken, report);
      if (!section && outline.steps.length === 0)
        fault(
          line,
          `step "${heading.id}"`,
          'a step must be under a # section',
          'no section above it'
        );
      outline.steps.push({
        ...heading,
        line,
        section: outline.sections.length - 1,
        fences: {},
        prose: []
      });
      lost = false;
    } else if (node.type === 'code' && isFence(node, lines, firstLine)) {
      readFence(node, inStep, line);
    } else if (inStep) {
      inStep.prose.push(node);
    } else if (!lost) {
      lost = true;
      const where = section ? `section "${section.id}"` : '';
      fault(
        line,
        where,
        'prose must be in a step, under a ## heading',
        show(plainText(node).split('\n')[0] || node.type)
      );
    }
  }

  const filled = new Set(outline.steps.map((step) => step.section));
  for (const [index, section] of outline.sections.entries()) {
    if (outline.whole && !filled.has(index)) {
      fault(section.line, `section "${section.id}"`, 'a section must have a step', 'none');
    }
  }
  if (outline.whole && outline.steps.length === 0 && outline.sections.length === 0) {
    fault(firstLine, '', 'a story must have a # section with a ## step', 'none');
  }
  return outline;

  function fault(line: number, where: string, expected: string, got: string): void {
    report({ file, line, where, expected, got });
  }

  function readFence(node: Code, step: OutlineStep | null, line: number): void {
    const where = step ? `step "${step.id}"` : '';
    const name = fenceNames.find((known) => known === node.lang);
    const isProseFence = proseFenceNames.some((known) => known === node.lang);
    const inner = node.value.split('\n').findIndex((text) => /^(`{3}|~{3})/.test(text));
    if (inner >= 0 || !isClosed(node, lines, firstLine)) {
      outline.whole = false;
      fault(
        line,
        where,
        'a fence must be closed',
        inner < 0 ? 'the end of the file' : `another fence on line ${line + 1 + inner}`
      );
    } else if (!name && !isProseFence) {
      const guess = didYouMean(node.lang ?? '', allFenceNames);
      if (guess.includes('map')) outline.whole = false;
      fault(line, where, `a fence must be ${fenceWords}${guess}`, show(node.lang));
    } else if (!step) {
      fault(line, where, 'a fence must be in a step, under a ## heading', `a ${node.lang} fence`);
    } else if (!name) {
      step.prose.push(node);
    } else if (step.fences[name]) {
      fault(line, where, `a step must have only one ${name} fence`, 'a second one');
    } else {
      if (node.value.trim() === '' && name !== 'map')
        fault(line, where, `a ${name} fence must have text`, 'nothing');
      step.fences[name] = { text: asWritten(node.value), line: line + 1 };
    }
  }
}

/** Returns a heading's title and its id: the one in `{#…}` at its end, else one made from its words. */
function readHeading(
  node: Heading,
  kind: 'section' | 'step',
  taken: Map<string, number>,
  report: Report
): { id: string; title: string } {
  const line = node.position?.start.line ?? 1;
  const text = plainText(node).trim();
  const [, words = text, attribute] = /^(.*?)\s*\{([^{}]*)\}$/s.exec(text) ?? [];
  const title = words.replace(/\s+/g, ' ').trim();
  const id = attribute === undefined ? slugOf(title) : attribute.replace(/^#/, '');
  const where = `${kind} ${show(id || title)}`;
  const complain = (expected: string, got: string) => report({ file, line, where, expected, got });

  if (title === '') complain(`a ${kind} must have a title`, 'nothing');
  if (hasCitation(text)) complain('a heading must not contain citations', show(title));
  const markup = node.children.find(
    (child) => !['text', 'emphasis', 'strong', 'inlineCode'].includes(child.type)
  );
  if (markup)
    complain('a heading must be plain text', markup.type === 'html' ? 'HTML' : markup.type);
  if (attribute !== undefined && !attribute.startsWith('#'))
    complain('an id must be written {#id}', `{${attribute}}`);
  else if (attribute === undefined && id === '') {
    if (title !== '')
      complain('a heading without letters a to z must have an id, as in {#first}', 'none');
  } else if (!isId(id)) complain(idRule(id), show(id));
  else if (taken.has(id))
    complain('id must be unique', `${show(id)} again, first on line ${taken.get(id)}`);
  else if (kind === 'step' && reservedIds.has(id)) {
    complain('id must not be a reserved word (present, embed, data and so on)', show(id));
  }
  if (!taken.has(id)) taken.set(id, line);
  return { id, title };
}

/** Returns whether a node is a fence rather than an indented code block, which the checks of prose report. */
function isFence(node: Code, lines: readonly string[], firstLine: number): boolean {
  return /^ {0,3}(`{3}|~{3})/.test(lines[(node.position?.start.line ?? 1) - firstLine] ?? '');
}

function isClosed(node: Code, lines: readonly string[], firstLine: number): boolean {
  const { start, end } = node.position!;
  return (
    end.line > start.line && /^ {0,3}(`{3,}|~{3,})\s*$/.test(lines[end.line - firstLine] ?? '')
  );
}
