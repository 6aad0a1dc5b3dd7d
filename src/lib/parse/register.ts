import { nearest } from './did-you-mean.ts';

/**
 * The ids of one kind of record in a file, and the records themselves. An id whose record has a fault is in `ids`
 * and not in `items`, so that the fault is reported once, where it is, and not wherever the id is used.
 */
export class Register<T> {
  readonly items = new Map<string, T>();
  readonly ids = new Set<string>();
  /** The line on which each id first appears. */
  readonly lines = new Map<string, number>();
  /** False where part of the file could not be read: an id that was not found may be in that part. */
  whole = true;

  /** Returns whether an id exists: `known`, `unknown`, or `unsure` where part of the file was unreadable. */
  find(id: string): 'known' | 'unknown' | 'unsure' {
    if (this.ids.has(id)) return 'known';
    return this.whole ? 'unknown' : 'unsure';
  }

  /** Returns the id itself if it is known, else the one it is probably a misspelling of, else null. */
  meant(id: string): string | null {
    return this.ids.has(id) ? id : nearest(id, this.ids);
  }
}
