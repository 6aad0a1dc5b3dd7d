/** A rectangle in the window, CSS px. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What decides where a note is placed, CSS px. */
export interface NoteSurroundings {
  /** The citation's number, to which the note belongs. */
  readonly number: Rect;
  /** The passage that has the number in its text. */
  readonly passage: Rect;
  readonly note: { readonly width: number; readonly height: number };
  /** The part of the window that the note may lie in. */
  readonly free: Rect;
}

/** The gap between the note and what it stands beside, px. */
const gapPx = 12;

/**
 * The place of a note in the window that covers neither its number nor, where there is room beside it, its passage: to the right of the passage at the number's height, else below the number, else above it.
 */
export function placeNote({ number, passage, note, free }: NoteSurroundings): {
  readonly left: number;
  readonly top: number;
} {
  const beside = passage.right + gapPx;
  if (beside + note.width <= free.right) {
    return { left: beside, top: clamp(number.top - gapPx, free.top, free.bottom - note.height) };
  }
  const left = clamp(number.left - 2 * gapPx, free.left, free.right - note.width);
  const below = number.bottom + gapPx / 2;
  const above = number.top - gapPx / 2 - note.height;
  const fitsBelow = below + note.height <= free.bottom || above < free.top;
  return { left, top: fitsBelow ? below : above };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
