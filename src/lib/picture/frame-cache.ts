import { memoize, Recent } from '../cache.ts';
import type { Frame } from '../frame.ts';
import type { Story } from '../story/story.ts';

/** A resize passes through many frames; a reader comes back to few of them. */
const maxFrames = 6;
const maxPerFrame = 256;

const framesOf = memoize<Story, Recent<Recent<NonNullable<unknown>>>>(() => new Recent(maxFrames));

/** What was computed for a story in a frame, by a key that says what it is: kept for the latest frames. */
export function inFrame<Value extends NonNullable<unknown>>(
  story: Story,
  { width, height, padding, covered = [] }: Frame,
  key: string,
  make: () => Value
): Value {
  const size = `${width} ${height} ${padding.top} ${padding.right} ${padding.bottom} ${padding.left} ${covered.map(({ left, top, right, bottom }) => [left, top, right, bottom].join(' ')).join(' ')}`;
  return framesOf(story)
    .get(size, () => new Recent(maxPerFrame))
    .get(key, make) as Value;
}
