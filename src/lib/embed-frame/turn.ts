import type { Turn } from '$lib/scroll/swipe.ts';

/** Where a reader is who turns a story by hand: at a step, on a page of its text; both count from 0. */
export interface Place {
  readonly step: number;
  readonly page: number;
}

/** What there is to turn through. */
export interface Extent {
  /** Indices of the first and the last step. */
  readonly first: number;
  readonly last: number;
  /** How many pages the text of the present step takes. */
  readonly pages: number;
}

/** Stands for the last page of a step whose pages have not been counted yet. */
export const lastPage = Number.MAX_SAFE_INTEGER;

/**
 * The place that a turn leads to: through all pages of a passage before the next one, and back to the last page of
 * the passage before. Null at either end.
 */
export function turnFrom(
  { step, page }: Place,
  { first, last, pages }: Extent,
  turn: Turn
): Place | null {
  if (turn === 'next') {
    if (page < pages - 1) return { step, page: page + 1 };
    return step < last ? { step: step + 1, page: 0 } : null;
  }
  if (page > 0) return { step, page: page - 1 };
  return step > first ? { step: step - 1, page: lastPage } : null;
}
