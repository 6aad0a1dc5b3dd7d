/** How a pupil's device shows the map of a step. */
export const followWays = ['map', 'picture', 'text'] as const;
export type FollowWay = (typeof followWays)[number];

const key = 'how this device follows a class';

/** The way that was chosen on this device; the picture at first, which every device can show at once. */
export function keptWay(): FollowWay {
  try {
    const kept = localStorage.getItem(key);
    return followWays.find((way) => way === kept) ?? 'picture';
  } catch {
    // The reader's settings refuse the storage.
    return 'picture';
  }
}

/** Keeps the way for the next time, where the browser lets it. */
export function keepWay(way: FollowWay): void {
  try {
    localStorage.setItem(key, way);
  } catch {
    // The storage is full or refused: the choice holds for this visit.
    return;
  }
}
