import { readFileSync } from 'node:fs';
import { memoize } from '../cache.ts';
import type { PictureData } from '../atlas/atlas-svg.ts';
import type { Story } from '../story/story.ts';
import { mediumPath } from './find-medium.ts';
import { mediaTypeOf } from './media-type.ts';

/** The pictures that a story's layers lay on its maps, as data URLs: an SVG shown as an image may load no file. */
export const pictureDataOf = memoize((part: Story): PictureData =>
  memoize(({ still }) => {
    const data = readFileSync(mediumPath(part, still), 'base64');
    return `data:${mediaTypeOf(still)};base64,${data}`;
  })
);
