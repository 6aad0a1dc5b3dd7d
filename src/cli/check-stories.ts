/**
 * `npm run check:stories [-- folder …]`: checks story folders; without arguments all in `FULCRUM_STORIES` or
 * `src/stories`. It prints the counts of each valid story, every fault of the others and the warnings of all, and exits
 * with 1 on a fault.
 */
import { formatWarning, StoryError, type Fault } from '../lib/parse/fault.ts';
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
  const warn = (fault: Fault) => console.error(`${folder.slug}: ${formatWarning(fault)}`);
  try {
    console.log(`${storyCounts(parseStory(folder, world, warn))}\n`);
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
