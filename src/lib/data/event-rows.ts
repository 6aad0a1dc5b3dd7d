import { certaintyWords } from '$lib/theme/marks.ts';
import {
  certaintiesOf,
  certaintyKey,
  everyCertainty,
  type CertaintyFilter
} from '$lib/story/certainty-filter.ts';
import { describeEvent, type EventDescription } from '$lib/story/describe-event.ts';
import { compareDates } from '$lib/story/step-events.ts';
import { shortReference } from '$lib/story/reference.ts';
import { certainties, type EventKind, type Story, type StoryEvent } from '$lib/story/story.ts';

/** An event as a row of a table. */
export interface EventRow {
  readonly event: StoryEvent;
  readonly description: EventDescription;
  /** The passages that show it, numbered from 1. */
  readonly steps: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
  }[];
  /** All that the row says, in plain letters: what a search looks through. */
  readonly searchText: string;
}

export const rowOrders = ['date', 'kind', 'who', 'where', 'certainty'] as const;
export type RowOrder = (typeof rowOrders)[number];

/** Which rows the table shows, and in which order. */
export interface RowQuery {
  /** What to search for: a row has to have every word of it, in any order. */
  readonly text: string;
  /** A kind's id; null for any. */
  readonly kind: string | null;
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
    const description = describeEvent(story, event);
    const steps = story.steps.flatMap(({ id, title, show }, i) =>
      show.includes(event.id) ? [{ id, title, number: i + 1 }] : []
    );
    const { when, who, where, summary, unknown, sources } = description;
    const words = [
      ...[when, who, where, summary, unknown],
      ...[event.kind.name, certaintyWords[event.certainty].name],
      ...sources.map((source) => `${shortReference(source, story.lang)} ${source.title}`),
      ...steps.map(({ title }) => title)
    ];
    return { event, description, steps, searchText: plain(words.join(' ')) };
  });
}

/** The rows that a query asks for, in its order; rows that are equal in it stay in the author's order. */
export function filterRows(rows: readonly EventRow[], query: RowQuery, lang: string): EventRow[] {
  const wanted = plain(query.text).split(/\s+/).filter(Boolean);
  const found = rows.filter(
    ({ event, searchText }) =>
      (query.kind === null || event.kind.id === query.kind) &&
      query.certainties.has(event.certainty) &&
      wanted.every((word) => searchText.includes(word))
  );
  if (query.order === null) return found;
  const compare = comparisons(lang)[query.order];
  return found.sort((a, b) => (query.backwards ? compare(b, a) : compare(a, b)));
}

/** The query that an address asks for: `?q=putin&kind=visit&certainty=confirmed&sort=-date`. Anything else is ignored. */
export function rowQueryOf(search: URLSearchParams, kinds: readonly EventKind[]): RowQuery {
  const sort = search.get('sort') ?? '';
  const order = rowOrders.find((name) => name === sort.replace(/^-/, '')) ?? null;
  return {
    text: search.get('q') ?? '',
    kind: kinds.find(({ id }) => id === search.get('kind'))?.id ?? null,
    certainties: certaintiesOf(search),
    order,
    backwards: order !== null && sort.startsWith('-')
  };
}

/** An address's parameters with those of a query; what the query leaves open has no parameter. */
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
    date: (a, b) => compareDates(a.event.start, b.event.start),
    kind: (a, b) => compare(a.event.kind.name, b.event.kind.name),
    who: (a, b) => compare(a.description.who, b.description.who),
    where: (a, b) => compare(a.description.where, b.description.where),
    certainty: (a, b) =>
      certainties.indexOf(a.event.certainty) - certainties.indexOf(b.event.certainty)
  };
}

/** Lower case without accents: `Anzalí` as `anzali`. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
