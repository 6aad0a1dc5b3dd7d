/**
 * `npm run new -- <name> [--title text] [--lang tag]`: makes a story folder of that name in `FULCRUM_STORIES` or
 * `src/stories`, with an example in it that builds. Exits with 1 and the reason, and makes nothing, where it cannot.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { makeStory, NewStoryError } from './make-story.ts';

const stories = process.env['FULCRUM_STORIES'] ?? 'src/stories';
const usage = 'npm run new -- <name> [--title "…"] [--lang en]';

try {
  const { slug, title, lang } = readArguments();
  const folder = makeStory({ stories, slug, title, lang });
  const shown = relative(process.cwd(), folder) || folder;
  console.log(`Made ${shown}/, an example to write over:

  story.md        the text: a section for each # heading, a step for each ##, with what its map shows
  events.csv      a row for each event; open it in a spreadsheet, save it as CSV (UTF-8)
  places.geojson  a point for each place; geojson.io can edit it
  sources.json    the works cited, as Zotero exports them (CSL JSON)

  npm run dev                          prints an address; the story is at /${slug}/ there, and changes as you save
  npm run check:stories -- ${shown}    says what is wrong, and where

All columns and keys are in src/lib/parse/README.md.`);
} catch (error) {
  if (!(error instanceof NewStoryError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readArguments(): { slug: string; title?: string; lang: string } {
  const read = () =>
    parseArgs({
      allowPositionals: true,
      options: { title: { type: 'string' }, lang: { type: 'string', default: 'en' } }
    });
  let found: ReturnType<typeof read>;
  try {
    found = read();
  } catch (error) {
    throw new NewStoryError(`${(error as Error).message}\n${usage}`);
  }
  const [slug, ...others] = found.positionals;
  if (slug === undefined || others.length > 0) {
    const got =
      slug === undefined ? 'none' : found.positionals.map((each) => `"${each}"`).join(' ');
    throw new NewStoryError(`expected one name for the story's folder, got ${got}\n${usage}`);
  }
  return { slug, ...found.values };
}
