import { mediaFiles } from 'virtual:stories';
import { wholeSlug } from '../story/part-of.ts';
import type { Story } from '../story/story.ts';

/**
 * The path of the file that is served at an address of a story's media.
 *
 * @throws Error where the story has none such
 */
export function mediumPath(part: Pick<Story, 'slug' | 'part'>, address: string): string {
  const slug = wholeSlug(part);
  const name = address.replace(/^.*\//, '');
  const found = mediaFiles.find(({ story, file }) => story === slug && file === name);
  if (!found) throw new Error(`expected the file "${name}" of "${slug}", got none`);
  return found.path;
}
