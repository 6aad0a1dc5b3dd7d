import { certainties, type Certainty } from './story.ts';

/** Which certainties' events are to be seen. */
export type CertaintyFilter = ReadonlySet<Certainty>;

/** Nothing is left out. */
export const everyCertainty: CertaintyFilter = new Set(certainties);

/**
 * The filter that an address asks for: `?certainty=confirmed,reported`. Words that are no certainty are passed
 * over; where none is left, nothing is filtered.
 */
export function certaintiesOf(search: URLSearchParams): CertaintyFilter {
  const asked = (search.get('certainty') ?? '').split(',');
  const known = certainties.filter((certainty) => asked.includes(certainty));
  return known.length === 0 ? everyCertainty : new Set(known);
}

/** A filter as the address has it, from the surest to the least sure: `confirmed,reported`. */
export function certaintyKey(filter: CertaintyFilter): string {
  return certainties.filter((certainty) => filter.has(certainty)).join();
}

/**
 * The query of an address with a filter in it, and all else that was there: `?certainty=confirmed,reported`.
 * Without a filter the query does not speak of it; an empty query is the empty string.
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
