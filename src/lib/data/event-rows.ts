import { certaintyWords, kindWords } from '$lib/theme/marks.ts';
import {
  certaintiesOf,
  certaintyKey,
  everyCertainty,
  type CertaintyFilter
} from '$lib/story/certainty-filter.ts';
import { describeEvent, type EventDescription } from '$lib/story/describe-event.ts';
import { shortReference } from '$lib/story/reference.ts';
import {
  certainties,
  eventKinds,
  type EventKind,
  type Story,
  type StoryEvent
} from '$lib/story/story.ts';

/** An event as a row of a table. */
export interface EventRow {
  readonly event: StoryEvent;
  readonly told: EventDescription;
  /** The passages that show it, numbered from 1. */
  readonly steps: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
  }[];
  /** All the row's words, plain letters alone, to be searched. */
  readonly words: string;
}

export const rowOrders = ['date', 'kind', 'who', 'where', 'certainty'] as const;
export type RowOrder = (typeof rowOrders)[number];

/** Which rows are asked for, and in which order. */
export interface RowQuery {
  /** Every word of it is in a row, in any order. */
  readonly text: string;
  /** Null for any. */
  readonly kind: EventKind | null;
  readonly certainties: CertaintyFilter;
  /** Null for the order of the author's table. */
  readonly order: RowOrder | null;
  readonly backwards: boolean;
}

export const everyRow: RowQuery = {
  text: '',
  kind: null,
  certainties: everyCertainty,
  order: null,
  backwards: false
};

/** A story's events as rows, in the order of its table. */
export function eventRows(story: Story): EventRow[] {
  return story.events.map((event) => {
    const told = describeEvent(story, event);
    const steps = story.steps.flatMap(({ id, title, show }, i) =>
      show.includes(event.id) ? [{ id, title, number: i + 1 }] : []
    );
    const words = [
      ...[told.when, told.who, told.where, told.summary, told.unknown],
      ...[kindWords[event.kind], certaintyWords[event.certainty].name],
      ...told.sources.map((source) => `${shortReference(source, story.lang)} ${source.title}`),
      ...steps.map(({ title }) => title)
    ];
    return { event, told, steps, words: plain(words.join(' ')) };
  });
}

/** The rows that a query asks for, in its order; of rows that are equal in it, the author's order. */
export function siftRows(rows: readonly EventRow[], query: RowQuery, lang: string): EventRow[] {
  const wanted = plain(query.text).split(/\s+/).filter(Boolean);
  const found = rows.filter(
    ({ event, words }) =>
      (query.kind === null || event.kind === query.kind) &&
      query.certainties.has(event.certainty) &&
      wanted.every((word) => words.includes(word))
  );
  if (query.order === null) return found;
  const compare = comparisons(lang)[query.order];
  return found.sort((a, b) => (query.backwards ? compare(b, a) : compare(a, b)));
}

/** The query that an address asks for: `?q=putin&kind=visit&certainty=confirmed&sort=-date`. What it does not know is passed over. */
export function rowQueryOf(search: URLSearchParams): RowQuery {
  const sort = search.get('sort') ?? '';
  const order = rowOrders.find((name) => name === sort.replace(/^-/, '')) ?? null;
  return {
    text: search.get('q') ?? '',
    kind: eventKinds.find((kind) => kind === search.get('kind')) ?? null,
    certainties: certaintiesOf(search),
    order,
    backwards: order !== null && sort.startsWith('-')
  };
}

/** The address's own parameters with those of a query; what a query leaves open is left out. */
export function withRowQuery(search: URLSearchParams, query: RowQuery): URLSearchParams {
  const all = query.certainties.size === certainties.length;
  const parts = {
    q: query.text,
    kind: query.kind ?? '',
    certainty: all ? '' : certaintyKey(query.certainties),
    sort: query.order === null ? '' : `${query.backwards ? '-' : ''}${query.order}`
  };
  const result = new URLSearchParams(search);
  for (const [name, value] of Object.entries(parts)) {
    if (value === '') result.delete(name);
    else result.set(name, value);
  }
  return result;
}

function comparisons(
  lang: string
): Readonly<Record<RowOrder, (a: EventRow, b: EventRow) => number>> {
  const { compare } = new Intl.Collator(lang);
  return {
    date: (a, b) => compareText(a.event.start, b.event.start),
    kind: (a, b) => compare(kindWords[a.event.kind], kindWords[b.event.kind]),
    who: (a, b) => compare(a.told.who, b.told.who),
    where: (a, b) => compare(a.told.where, b.told.where),
    certainty: (a, b) =>
      certainties.indexOf(a.event.certainty) - certainties.indexOf(b.event.certainty)
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lower case without accents: `Anzalí` as `anzali`. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
