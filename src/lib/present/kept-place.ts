import * as v from 'valibot';
import { stampedSchema, type Stamped } from './present-state.ts';
import { isSession } from './messages.ts';

/** What a window keeps over a reload. */
export interface KeptPlace {
  readonly session: string;
  /** The address's fragment at that time, such as `#shoigu`: by it a later change by hand is noticed. */
  readonly hash: string;
  readonly stamped: Stamped;
}

const keptSchema = v.object({ session: v.string(), hash: v.string(), stamped: stampedSchema });

/** The window's `sessionStorage`, or null where the browser refuses it. */
export function windowStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    // The reader's settings refuse it: a reload then begins at the step in the address.
    return null;
  }
}

/** The place that this window has kept for a story; null where it has kept none. */
export function keptPlace(
  storage: Pick<Storage, 'getItem'> | null,
  story: string
): KeptPlace | null {
  try {
    const { success, output } = v.safeParse(
      keptSchema,
      JSON.parse(storage?.getItem(keyOf(story)) ?? 'null')
    );
    return success && isSession(output.session) ? output : null;
  } catch {
    // Another page has written there, or the browser refuses to read.
    return null;
  }
}

/** Keeps a place for this window; returns whether the browser has stored it. */
export function keepPlace(
  storage: Pick<Storage, 'setItem'> | null,
  story: string,
  place: KeptPlace
): boolean {
  try {
    storage?.setItem(keyOf(story), JSON.stringify(place));
    return storage !== null;
  } catch {
    // The storage is full or refused: the address still has the step.
    return false;
  }
}

function keyOf(story: string): string {
  return `presentation of ${story}`;
}
