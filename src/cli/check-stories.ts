/**
 * Checks story folders: those named on the command line, else all in `FULCRUM_STORIES`, else all in
 * `src/stories`. Prints a line for each sound story and every fault of the others; exits with 1 on a fault.
 */
import { StoryError } from '../lib/story/fault.ts';
import { parseStory } from '../lib/story/parse-story.ts';
import type { Story } from '../lib/story/story.ts';
import { readStoryFolder, readStoryFolders, readWorld } from './read-stories.ts';

const named = process.argv.slice(2);
const folders =
  named.length > 0
    ? named.map(readStoryFolder)
    : readStoryFolders(process.env['FULCRUM_STORIES'] ?? 'src/stories');
const world = readWorld();

for (const folder of folders) {
  try {
    console.log(`${folder.slug}: ${counts(parseStory(folder, world))}`);
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    console.error(`${folder.slug}: ${plural(error.faults.length, 'fault')}\n${error.message}`);
    process.exitCode = 1;
  }
}
if (folders.length === 0) {
  console.error('no story folders found');
  process.exitCode = 1;
}

function counts({ steps, events, sources }: Story): string {
  const prose = steps
    .map(({ html }) => html.replace(/<sup class="cites">.*?<\/sup>|<[^>]*>/gs, ' '))
    .join(' ');
  const words = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return [
    plural(steps.length, 'step'),
    plural(events.length, 'event'),
    plural(sources.length, 'work'),
    plural(words, 'word')
  ].join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
