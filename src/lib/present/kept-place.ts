import * as v from 'valibot';
import { stampedSchema, type Stamped } from './present-state.ts';
import { isSession } from './messages.ts';

/** What a window remembers over a reload. */
export interface KeptPlace {
  readonly session: string;
  /** The address's fragment when it was kept, such as `#shoigu`; a reader may have changed it since. */
  readonly hash: string;
  readonly stamped: Stamped;
}

const keptSchema = v.object({ session: v.string(), hash: v.string(), stamped: stampedSchema });

/** A window's own memory, or null where the browser refuses it. */
export function windowStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    // Refused by the reader's settings: a reload then begins at the address.
    return null;
  }
}

/** The place that this window was at in a story; null where it was at none. */
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
    // Not written by this page, or refused.
    return null;
  }
}

/** Keeps the place for this window; where the browser refuses, nothing is kept. */
export function keepPlace(
  storage: Pick<Storage, 'setItem'> | null,
  story: string,
  place: KeptPlace
): void {
  try {
    storage?.setItem(keyOf(story), JSON.stringify(place));
  } catch {
    // Full or refused: the address still holds the step.
    return;
  }
}

function keyOf(story: string): string {
  return `presentation of ${story}`;
}
