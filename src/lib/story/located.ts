/** Keys and indexes that lead to a value, from the outside in: `['features', 2, 'geometry']`. */
export type Path = readonly (string | number)[];

/** A place in a file; lines and columns from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Data read from a text that still knows where in the text each part of it stands. */
export interface Located {
  readonly value: unknown;
  /** Where the key or the list item at a path stands; where the path breaks off, its last part that exists. */
  at(path: Path): Position;
}

/** Why a text could not be read. */
export interface SyntaxFault extends Position {
  readonly expected: string;
  readonly got: string;
}

/** Tells data from a syntax fault. */
export function isLocated(read: Located | SyntaxFault): read is Located {
  return 'at' in read;
}
