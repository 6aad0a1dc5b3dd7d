import { durations } from '../ease.ts';
import type { Reader } from '../reader/reader.svelte.ts';
import { glide } from '../scroll/glide.ts';

/** Draws the opening's lines one after another, by date; the function returned leaves them all drawn. */
export function playOverture(reader: Reader): () => void {
  const stop = glide(reader.overture, 1, durations.overture, (share) => (reader.overture = share));
  return () => {
    stop();
    reader.overture = 1;
  };
}
