import type { Certainty } from '../../story/story.ts';

/**
 * What is drawn on a tactile sheet, in black on white: on microcapsule paper what is black swells. Lengths in mm. Lines
 * and signs keep 3 mm (1/8 inch) from one another, and a line is at least 1 mm wide (BANA, “Guidelines and Standards for
 * Tactile Graphics”, 2022, units 3 and 6).
 */
export const tactileMm = {
  /** Between a sign, a line or Braille and what is beside it. */
  gap: 3,
  coast: 1.5,
  border: 1,
  event: 2.5,
  /** The triangle at a line’s end. */
  headLength: 8,
  headWidth: 7,
  /** The radius of a place’s dot. */
  place: 2.5,
  /** The radius of the middle of the ring around a place at which something happened. */
  ring: 6.5,
  ringWidth: 2
} as const;

/** A certainty’s line, mm: dashes and gaps, none for a solid line; dots are round. */
export const tactileLines: Readonly<
  Record<Certainty, { readonly dash: readonly number[]; readonly dotted: boolean }>
> = {
  confirmed: { dash: [], dotted: false },
  reported: { dash: [14, 4.5], dotted: false },
  disputed: { dash: [5, 4.5], dotted: false },
  planned: { dash: [0.01, 6], dotted: true },
  prospective: { dash: [0.01, 12], dotted: true }
};
