import { shortReference } from '../lib/story/reference.ts';
import { kindsOf } from '../lib/story/kinds-of.ts';
import { certainties, type Story } from '../lib/story/story.ts';

/**
 * The counts of a story, for a terminal: steps, events by kind and certainty, the works cited with how many
 * events and passages rest on each, and the steps that cite none.
 */
export function storyCounts(story: Story): string {
  const { slug, steps, events, sources } = story;
  const head = [
    plural(steps.length, 'step'),
    plural(events.length, 'event'),
    plural(sources.length, 'work'),
    plural(countWords(story), 'word')
  ];
  return [
    `${slug}: ${head.join(', ')}`,
    indented(table(eventTable(story))),
    indented(table(sourceTable(story))),
    indented(stepsWithoutSource(story))
  ].join('\n\n');
}

/** Kinds down, certainties across, without empty rows and columns. */
function eventTable({ events }: Story): string[][] {
  const sure = certainties.filter((each) => events.some(({ certainty }) => certainty === each));
  const row = (name: string, counted: Story['events']) => [
    name,
    ...sure.map((each) => count(counted.filter(({ certainty }) => certainty === each).length)),
    count(counted.length)
  ];
  const ofKind = (id: string) => events.filter(({ kind }) => kind.id === id);
  return [
    ['events', ...sure, 'all'],
    ...kindsOf(events).map(({ id }) => row(id, ofKind(id))),
    row('all', events)
  ];
}

/** Works in the order of their numbers. Claims are events that name the work, passages are citations in the prose. */
function sourceTable({ events, sources, uses, lang }: Story): string[][] {
  return [
    ['works cited', 'claims', 'passages'],
    ...sources.map((source) => [
      cut(`${source.id}  ${shortReference(source, lang)}`, 64),
      count(events.filter((event) => event.sources.includes(source.id)).length),
      count(uses.filter((use) => use.source === source.id && use.step !== null).length)
    ])
  ];
}

function stepsWithoutSource({ steps }: Story): string {
  const bare = steps.filter(({ cites }) => cites.length === 0);
  const found = bare.length === 0 ? 'none' : `${bare.length} of ${steps.length}`;
  return [
    `steps without a source: ${found}`,
    ...bare.map(({ id, title }) => `${id}  ${title}`)
  ].join('\n');
}

/** How many words the prose has, without the numbers of its citations. */
function countWords({ steps }: Story): number {
  const prose = steps
    .map(({ html }) => html.replace(/<sup class="cites">.*?<\/sup>|<[^>]*>/gs, ' '))
    .join(' ');
  return prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Aligns cells in columns: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => lengthOf(row[i]!))));
  return rows
    .map((row) =>
      row
        .map((cell, i) => {
          const space = ' '.repeat(widths[i]! - lengthOf(cell));
          return i === 0 ? cell + space : space + cell;
        })
        .join('  ')
    )
    .join('\n');
}

function indented(lines: string): string {
  return lines.replace(/^/gm, '  ');
}

function lengthOf(text: string): number {
  return [...text].length;
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** A number in a table. A zero is a dot, so that the others are easy to see. */
function count(number: number): string {
  return number === 0 ? '·' : String(number);
}

/** `1 step`, `2 steps`. */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
