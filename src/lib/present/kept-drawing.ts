import { emptyDrawing, readDrawing, type Drawing } from './drawing.ts';

/** What of a browser's storage is needed; null where it refuses any. */
type Kept<Method extends 'getItem' | 'setItem'> = Pick<Storage, Method> | null;

/** The drawing kept for a story; an empty one where none is, or what is there is none. */
export function keptDrawing(storage: Kept<'getItem'>, story: string): Drawing {
  try {
    return readDrawing(JSON.parse(storage?.getItem(keyOf(story)) ?? 'null')) ?? emptyDrawing;
  } catch {
    // Not written by this page, or refused: the map is clean.
    return emptyDrawing;
  }
}

/** Keeps the drawing for a story; false where the browser refuses, or has no room. */
export function keepDrawing(storage: Kept<'setItem'>, story: string, drawing: Drawing): boolean {
  try {
    storage?.setItem(keyOf(story), JSON.stringify(drawing));
    return storage !== null;
  } catch {
    // The drawing stays on the map; it only does not outlast the page.
    return false;
  }
}

function keyOf(story: string): string {
  return `drawing on ${story}`;
}
