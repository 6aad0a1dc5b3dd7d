/**
 * `npm run check:stories [-- folder …]`: checks story folders; without arguments all in `FULCRUM_STORIES` or
 * `src/stories`. It prints the counts of each valid story, every fault of the others and the warnings of all, and exits
 * with 1 on a fault.
 */
import { foldFaults, formatWarning, StoryError, type Fault } from '../lib/parse/fault.ts';
import { parseStory } from '../lib/parse/parse-story.ts';
import { readBrand, readStoryFolder, readStoryFolders, readWorld } from './read-stories.ts';
import { plural, storyCounts } from './story-counts.ts';

const stories = process.env['FULCRUM_STORIES'] ?? 'src/stories';
const named = process.argv.slice(2);
const folders = named.length > 0 ? named.map(readStoryFolder) : readStoryFolders(stories);
const world = readWorld();

if (named.length === 0) {
  try {
    readBrand(stories);
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

for (const folder of folders) {
  const warnings: Fault[] = [];
  try {
    const story = parseStory(folder, world, (warning) => warnings.push(warning));
    console.log(`${storyCounts(story)}\n`);
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    console.error(`${folder.slug}: ${plural(error.faults.length, 'fault')}\n${error.message}`);
    process.exitCode = 1;
  }
  for (const warning of foldFaults(warnings))
    console.error(`${folder.slug}: ${formatWarning(warning)}`);
}
if (folders.length === 0) {
  console.error('no story folders found');
  process.exitCode = 1;
}
