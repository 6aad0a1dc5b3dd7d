import { lineForms } from '../theme/marks.ts';
import type { Certainty } from '../story/story.ts';

/** The form of a certainty on a line too short for the map's own dashes. */
export interface ShortForm {
  /** On, off, …, px; empty for a solid line. A dot is a dash of no length with round ends. */
  readonly dash: readonly number[];
  readonly dotted: boolean;
  /** Whether it has an open ring at its middle. */
  readonly open: boolean;
}

/** The pitch of dashes or dots, px, where the line is long enough. */
const pitchPx: Readonly<Record<Exclude<Certainty, 'confirmed'>, number>> = {
  reported: 12,
  disputed: 5,
  planned: 4.5,
  prospective: 9
};
/** The share of its pitch that a dash fills: a long one, and a short one. */
const dashShare = { reported: 0.7, disputed: 0.5 };

/**
 * The form of a certainty on a line of a length: as on the map solid, long dashes, short dashes with an open mark,
 * dots, or sparse dots. The line begins and ends with a whole dash or dot and has at least two of them.
 */
export function shortForm(certainty: Certainty, lengthPx: number): ShortForm {
  const { dotted, open } = lineForms[certainty];
  if (certainty === 'confirmed') return { dash: [], dotted, open };
  if (certainty === 'planned' || certainty === 'prospective') {
    const gaps = Math.max(
      certainty === 'planned' ? 2 : 1,
      Math.round(lengthPx / pitchPx[certainty])
    );
    return { dash: [0, lengthPx / gaps], dotted, open };
  }
  const on = dashShare[certainty];
  // n dashes and n − 1 gaps.
  const dashes = Math.max(2, Math.round(lengthPx / pitchPx[certainty] + 1 - on));
  const pitch = lengthPx / (dashes - 1 + on);
  return { dash: [pitch * on, pitch * (1 - on)], dotted, open };
}
