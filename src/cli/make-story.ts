import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { formatFault, StoryError } from '../lib/parse/fault.ts';
import { idRule, isId, reservedSlugs } from '../lib/parse/id.ts';
import { parseStory } from '../lib/parse/parse-story.ts';
import { readStoryFolder, readWorld } from './read-stories.ts';

const example = resolve(import.meta.dirname, 'example-story');

/** Why a story folder could not be made, for its author. */
export class NewStoryError extends Error {
  override readonly name = 'NewStoryError';
}

interface NewStory {
  /** The folder of story folders; it is made where it is missing. */
  readonly stories: string;
  /** The new folder's name. */
  readonly slug: string;
  /** By default made from the name: `falklands-1982` → `Falklands 1982`. */
  readonly title?: string | undefined;
  /** BCP 47. */
  readonly lang: string;
}

/**
 * Makes a story folder that builds, and returns its path.
 *
 * @throws {NewStoryError} where the name, the title or the language will not do; then nothing has been made
 */
export function makeStory({ stories, slug, title, lang }: NewStory): string {
  const got = JSON.stringify(slug);
  if (!isId(slug)) throw new NewStoryError(`${idRule(slug, "the folder's name")}, got ${got}`);
  if (reservedSlugs.has(slug)) {
    throw new NewStoryError(
      `the folder's name must not be one that the site uses itself, got ${got}`
    );
  }
  const folder = resolve(stories, slug);
  if (existsSync(folder))
    throw new NewStoryError(`${folder} is there already; nothing was changed`);
  mkdirSync(stories, { recursive: true });
  const made = mkdtempSync(join(resolve(stories), '.new-'));
  try {
    const inner = join(made, slug);
    cpSync(example, inner, { recursive: true });
    const story = join(inner, 'story.md');
    const words = slug.replaceAll('-', ' ');
    const lines = stringify(
      { title: title ?? words[0]!.toUpperCase() + words.slice(1) },
      { lineWidth: 0 }
    );
    const text = readFileSync(story, 'utf8')
      .replace(/^title: .*\n/m, () => lines)
      .replace(/^lang: .*$/m, () => `lang: ${lang}`);
    writeFileSync(story, text);
    parseStory(readStoryFolder(inner), readWorld());
    renameSync(inner, folder);
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    throw new NewStoryError(error.faults.map(formatFault).join('\n'));
  } finally {
    rmSync(made, { recursive: true });
  }
  return folder;
}
