import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { filesOf, type MediaFile } from '../../lib/parse/media-fence/media-files.ts';
import { captionsFile } from '../../lib/parse/media-fence/media-reader.ts';
import type { StoryFolder } from '../../lib/parse/world.ts';
import type { Story } from '../../lib/story/story.ts';

/** Changes with the way pictures are made, and with it their names: browsers keep them for good. */
export const recipe = '1';

/** Pictures that were made before, by name. */
const made = resolve('node_modules/.cache/fulcrum-media');

/** A file that the site serves. */
export interface PreparedFile {
  /** The story's slug. */
  readonly story: string;
  /** Its name under the story's `media/`. */
  readonly file: string;
  /** Where it lies, an absolute path. */
  readonly path: string;
}

/**
 * Makes the files that a story's pages name and returns them: pictures in their sizes as AVIF and WebP, upright and
 * without what a camera wrote into them, its position above all; other files as they are. A picture is made once.
 *
 * @throws Error naming a picture that cannot be decoded
 */
export async function prepareMedia(
  directory: string,
  { slug, files, media }: StoryFolder,
  story: Story
): Promise<PreparedFile[]> {
  const text = JSON.stringify(story);
  const captions = Object.entries(files).filter(([path]) => path.endsWith('.vtt'));
  const sources: [path: string, MediaFile[]][] = [
    ...Object.entries(media).map(([path, facts]): [string, MediaFile[]] => [
      path,
      filesOf(path, facts)
    ]),
    ...captions.map(([path, vtt]): [string, MediaFile[]] => [path, [captionsFile(path, vtt)]])
  ];
  const prepared = new Map<string, Promise<PreparedFile>>();
  for (const [path, made] of sources) {
    for (const file of made) {
      if (prepared.has(file.name) || !text.includes(`media/${file.name}`)) continue;
      prepared.set(file.name, prepare(join(directory, path), file, `${slug}: ${path}`));
    }
  }
  return Promise.all(prepared.values());

  async function prepare(source: string, { name, width }: MediaFile, words: string) {
    const path = width === null ? source : await makePicture(source, name, width, words);
    return { story: slug, file: name, path };
  }
}

async function makePicture(
  source: string,
  name: string,
  width: number,
  words: string
): Promise<string> {
  const path = join(made, name);
  if (existsSync(path)) return path;
  mkdirSync(made, { recursive: true });
  // Another build may make the same picture at the same time.
  const unfinished = join(made, `${process.pid}-${name}`);
  const picture = sharp(source).autoOrient().resize({ width });
  try {
    await (
      name.endsWith('.avif') ? picture.avif({ quality: 55 }) : picture.webp({ quality: 80 })
    ).toFile(unfinished);
  } catch (error) {
    throw new Error(
      `${words}: a picture must be whole: export it anew, got ${(error as Error).message}`,
      { cause: error }
    );
  }
  renameSync(unfinished, path);
  return path;
}
