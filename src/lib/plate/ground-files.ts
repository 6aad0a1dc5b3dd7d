import type { GroundFiles } from '../map/geo-files.ts';
import { theatreRelief } from '../geometry/levels.ts';
import { wholeSlug } from '../story/part-of.ts';
import type { Story } from '../story/story.ts';

/** Where the ground of a story is found: its own, or the theatre's. `addressOf` gives the address of a path of the site. */
export function groundFiles(
  story: Pick<Story, 'slug' | 'part' | 'ground'>,
  addressOf: (path: string) => string
): GroundFiles {
  const { ground } = story;
  if (!ground) {
    return {
      fine: addressOf('/geo/theatre-fine.json'),
      relief: [{ url: addressOf('/geo/relief.webp'), bounds: theatreRelief }]
    };
  }
  // The parts of a story have their ground in common.
  const slug = wholeSlug(story);
  return {
    fine: addressOf(`/${slug}/map/fine.json`),
    relief: ground.relief.map((bounds, i) => ({
      url: addressOf(`/${slug}/map/relief/${i}.webp`),
      bounds
    }))
  };
}
