/**
 * `npm run check:stories [-- folder …]`: checks story folders; without arguments all in `FULCRUM_STORIES` or
 * `src/stories`. It prints the counts of each valid story and every fault of the others, and exits with 1 on a fault.
 */
import { StoryError } from '../lib/parse/fault.ts';
import { parseStory } from '../lib/parse/parse-story.ts';
import { readStoryFolder, readStoryFolders, readWorld } from './read-stories.ts';
import { plural, storyCounts } from './story-counts.ts';

const named = process.argv.slice(2);
const folders =
  named.length > 0
    ? named.map(readStoryFolder)
    : readStoryFolders(process.env['FULCRUM_STORIES'] ?? 'src/stories');
const world = readWorld();

for (const folder of folders) {
  try {
    console.log(`${storyCounts(parseStory(folder, world))}\n`);
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
