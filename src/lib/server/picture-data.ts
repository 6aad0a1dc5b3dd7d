import { readFileSync } from 'node:fs';
import { mediaFiles } from 'virtual:stories';
import { memoize } from '../cache.ts';
import type { PictureData } from '../atlas/atlas-svg.ts';
import { wholeSlug } from '../story/story-parts.ts';
import type { Story } from '../story/story.ts';
import { mediaTypeOf } from './media-type.ts';

/** The pictures that a story's layers lay on its maps, as data URLs: an SVG shown as an image may load no file. */
export const pictureDataOf = memoize((part: Story): PictureData => {
  const slug = wholeSlug(part);
  return memoize(({ still }) => {
    const name = still.replace(/^.*\//, '');
    const found = mediaFiles.find(({ story, file }) => story === slug && file === name);
    if (!found) throw new Error(`expected the picture "${name}" of "${slug}", got none`);
    return `data:${mediaTypeOf(name)};base64,${readFileSync(found.path, 'base64')}`;
  });
});
