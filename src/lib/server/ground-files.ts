import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { groundFolders } from 'virtual:stories';
import type { AtlasBase } from '../atlas/atlas-base.ts';
import type { Story } from '../story/story.ts';
import { wholeStories } from './find-story.ts';
import { readAtlasBase } from './read-atlas-base.ts';

/** The geography of a story's static pictures: its own ground's, or the theatre's. */
export function atlasBaseOf({
  slug,
  geography: { ownBorders }
}: Pick<Story, 'slug' | 'geography'>): AtlasBase {
  const folder = groundFolders[slug];
  return readAtlasBase(folder && join(folder, 'fine.json'), ownBorders);
}

/** The bytes of a file of a story's own ground; null where it has none such. */
export function readGroundFile(slug: string, name: string): Buffer<ArrayBuffer> | null {
  const folder = groundFolders[slug];
  return folder === undefined ? null : readFileSync(join(folder, name));
}

/** Every picture of relief of every story with a ground of its own, as route parameters. */
export function everyRelief(): { story: string; picture: string }[] {
  return wholeStories().flatMap(({ slug, ground }) =>
    (ground?.relief ?? []).map((_, i) => ({ story: slug, picture: String(i) }))
  );
}
