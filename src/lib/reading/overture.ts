import type { Reader } from '../reader/reader.svelte.ts';
import { glide } from '../scroll/glide.ts';

/** How long the opening takes to draw the story's lines, ms. */
const overtureMs = 4200;

/** Draws the opening's lines one after another, by date; the function returned leaves them all drawn. */
export function playOverture(reader: Reader): () => void {
  const stop = glide(reader.overture, 1, overtureMs, (share) => (reader.overture = share));
  return () => {
    stop();
    reader.overture = 1;
  };
}
