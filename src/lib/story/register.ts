import { nearest } from './did-you-mean.ts';

/**
 * The ids of one kind of thing in a file, and the things themselves. An id whose thing has a fault is
 * in `ids` and not in `items`, so that a fault is told once, where it is, not wherever the id is used.
 */
export class Register<T> {
  readonly items = new Map<string, T>();
  readonly ids = new Set<string>();
  /** The line on which each id first stands. */
  readonly lines = new Map<string, number>();
  /** False where some of the file could not be read: an id not found may then stand in that part. */
  whole = true;

  /** Returns what is known of an id: `here`, `unknown`, or `unsure` where part of the file was unreadable. */
  find(id: string): 'here' | 'unknown' | 'unsure' {
    if (this.ids.has(id)) return 'here';
    return this.whole ? 'unknown' : 'unsure';
  }

  /** Returns the id itself where it is here, else the one it is probably a slip for, else null. */
  meant(id: string): string | null {
    return this.ids.has(id) ? id : nearest(id, this.ids);
  }
}
