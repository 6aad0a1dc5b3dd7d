/** Keys and indexes that lead to a value, from the outside in: `['features', 2, 'geometry']`. */
export type Path = readonly (string | number)[];

/** A place in a file; lines and columns from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Data read from a text, with the position of each part of it in that text. */
export interface Located {
  readonly value: unknown;
  /** The position of the key or list item at a path; where the path does not exist, that of its last part that does. */
  at(path: Path): Position;
}

/** Why a text could not be parsed, and where. */
export interface SyntaxFault extends Position {
  readonly expected: string;
  readonly got: string;
}

/** Returns whether a text was parsed, rather than faulty. */
export function isLocated(read: Located | SyntaxFault): read is Located {
  return 'at' in read;
}
