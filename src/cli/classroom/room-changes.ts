import type { Room, RoomState } from '../../lib/classroom/protocol.ts';
import { isNewer } from '../../lib/present/stamp.ts';
import { randomCode } from './room-key.ts';
import type { RoomEntry, RoomStore } from './room-store.ts';

/** Opens a room under a code that none has; returns the code. */
export async function openRoom(store: RoomStore, room: Room): Promise<string> {
  const entry: RoomEntry = { room, state: null };
  for (;;) {
    const code = randomCode();
    if ((await store.change(code, (current) => current ?? entry)) === entry) return code;
  }
}

/** Opens a room anew under its code, or changes what it is about; the class stays where it is. */
export async function reopenRoom(store: RoomStore, code: string, room: Room): Promise<void> {
  await store.change(code, (current) => ({ room, state: current?.state ?? null }));
}

/** Leads a class to a state, unless it is there or further already. Returns false where there is no such room. */
export async function leadRoom(store: RoomStore, code: string, state: RoomState): Promise<boolean> {
  const entry = await store.change(code, (current) =>
    current !== null && (current.state === null || isNewer(state, current.state))
      ? { ...current, state }
      : current
  );
  return entry !== null;
}

/** Ends a room; what was answered in it is forgotten. */
export async function endRoom(store: RoomStore, code: string): Promise<void> {
  await store.change(code, () => null);
}
