import { nearest } from './did-you-mean.ts';
import { slugOf } from './id.ts';

/** After so many unknown ids none is guessed: to look through thousands of ids for thousands of words takes minutes. */
const mostGuesses = 100;

/**
 * The ids of one kind of record in a file, and the records themselves. An id whose record has a fault is in `ids`
 * and not in `items`, so that the fault is reported once, where it is, and not wherever the id is used.
 */
export class Register<T> {
  /** The file that the records are in. */
  readonly file: string;
  readonly items = new Map<string, T>();
  readonly ids = new Set<string>();
  /** The line on which each id first appears. */
  readonly lines = new Map<string, number>();
  /** What others may call records whose id is malformed: `moscow-city`, `katz2015`. */
  readonly #aliases = new Set<string>();
  readonly #guesses = new Map<string, string | null>();
  /** False where part of the file could not be read: an id that was not found may be in that part. */
  whole = true;

  constructor(file: string) {
    this.file = file;
  }

  /**
   * Returns whether an id exists: `known`, `unknown`, or `unsure` where part of the file was unreadable or a malformed
   * id may be meant.
   */
  find(id: string): 'known' | 'unknown' | 'unsure' {
    if (this.ids.has(id)) return 'known';
    return this.whole && !this.#aliases.has(id.toLowerCase()) ? 'unknown' : 'unsure';
  }

  /** Adds an id that is not of the form it must have, which has been reported. */
  addMalformed(id: string): void {
    this.ids.add(id);
    for (const alias of [slugOf(id), slugOf(id).replaceAll('-', ''), id.split(/\s/)[0]!])
      this.#aliases.add(alias.toLowerCase());
  }

  /** Returns the words for an id that appears again: `"deal" again, first on line 3`. */
  again(id: string): string {
    return `"${id}" again, first on line ${this.lines.get(id) ?? 1}`;
  }

  /** Returns the id itself if it is known, else the one it is probably a misspelling of, else null. */
  meant(id: string): string | null {
    if (this.ids.has(id)) return id;
    const guessed = this.#guesses.get(id);
    if (guessed !== undefined || this.#guesses.size === mostGuesses) return guessed ?? null;
    const guess = nearest(id, this.ids);
    this.#guesses.set(id, guess);
    return guess;
  }

  /** Returns ` (did you mean "moscow"?)` where an unknown id is probably a misspelling, else an empty text. */
  didYouMean(id: string): string {
    const guess = this.meant(id);
    return guess === null ? '' : ` (did you mean "${guess}"?)`;
  }
}
