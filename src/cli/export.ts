/**
 * `npm run export -- <story> [--out dir]`: one story as a folder and a zip that any static server serves, below
 * any path, and whose text and pictures open without one. Exits with 1, and a word why, where that cannot be.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { exportStory, ExportError } from './export/export-story.ts';

const stories = process.env['FULCRUM_STORIES'] ?? 'src/stories';

try {
  const { story, out } = readArguments();
  const { folder, zip } = await exportStory({ stories, story, out });
  const shown = (path: string) => relative(process.cwd(), path) || path;
  console.log(`${shown(folder)}/ begins with README.html; ${shown(zip)} holds the same.`);
} catch (error) {
  if (!(error instanceof ExportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readArguments(): { story: string; out: string } {
  const usage = 'npm run export -- <story> [--out dir]';
  const read = () =>
    parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string', default: 'export' } }
    });
  let found: ReturnType<typeof read>;
  try {
    found = read();
  } catch (error) {
    throw new ExportError(`${(error as Error).message}\n${usage}`);
  }
  const [story, ...others] = found.positionals;
  if (story === undefined || others.length > 0) {
    throw new ExportError(`expected one story, got ${found.positionals.length}\n${usage}`);
  }
  return { story, out: found.values.out };
}
