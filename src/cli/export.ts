/**
 * `npm run export -- <story> [--out dir]`: writes one story as a folder and a zip. Any static server can serve it,
 * below any path; its text and pictures also open as files. Exits with 1 and the reason if the story cannot be exported.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { exportStory, ExportError } from './export/export-story.ts';

const stories = process.env['FULCRUM_STORIES'] ?? 'src/stories';

try {
  const { story, out } = readArguments();
  const { folder, zip } = await exportStory({ stories, story, out });
  const shown = (path: string) => relative(process.cwd(), path) || path;
  console.log(`Wrote ${shown(folder)}/ (start at its README.html) and the same as ${shown(zip)}.`);
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
