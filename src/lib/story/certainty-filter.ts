import { certainties, type Certainty } from './story.ts';

/** The certainties whose events are shown. */
export type CertaintyFilter = ReadonlySet<Certainty>;

/** The filter that leaves nothing out. */
export const everyCertainty: CertaintyFilter = new Set(certainties);

/**
 * The filter that an address asks for: `?certainty=confirmed,reported`. Unknown words are ignored; where no known
 * one is left, nothing is filtered.
 */
export function certaintiesOf(search: URLSearchParams): CertaintyFilter {
  return filterOf((search.get('certainty') ?? '').split(','));
}

/** The filter that shows the certainties among some words; where none is known, nothing is filtered. */
export function filterOf(words: readonly string[]): CertaintyFilter {
  const known = certainties.filter((certainty) => words.includes(certainty));
  return known.length === 0 ? everyCertainty : new Set(known);
}

/** A filter as an address has it, from the surest certainty to the least sure: `confirmed,reported`. */
export function certaintyKey(filter: CertaintyFilter): string {
  return certainties.filter((certainty) => filter.has(certainty)).join();
}

/**
 * The query of an address with a filter in place of the one that was there, and everything else kept:
 * `?certainty=confirmed,reported`. The filter that leaves nothing out is not written; an empty query is the empty
 * string.
 */
export function withCertainties(search: string, filter: CertaintyFilter): string {
  const asked = new URLSearchParams(search);
  asked.delete('certainty');
  const others = asked.toString();
  const key = certaintyKey(filter);
  const certainty = key === certaintyKey(everyCertainty) ? '' : `certainty=${key}`;
  const query = [others, certainty].filter(Boolean).join('&');
  return query && `?${query}`;
}
