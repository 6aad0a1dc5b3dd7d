import { relative, resolve, sep } from 'node:path';
import { stringify } from 'devalue';
import type { Plugin } from 'vite';
import { foldFaults, formatWarning, StoryError, type Fault } from '../lib/parse/fault.ts';
import { parseStory } from '../lib/parse/parse-story.ts';
import { cutGrounds } from './cut-grounds.ts';
import { storyParts } from '../lib/story/story-parts.ts';
import { prepareMedia } from './media/prepare-media.ts';
import { readStoryFolders, readWorld } from './read-stories.ts';

const name = 'virtual:stories';
const resolved = `\0${name}`;

/**
 * The module `virtual:stories`: every story of a folder of story folders, parsed and checked, a long one in its parts, its
 * table of events as the author wrote it, the files of its media, and the ground that is cut for it where it goes elsewhere than the theatre. A
 * fault fails the build. In the dev server it shows as an overlay with file and line, and disappears when it is fixed. A
 * warning is printed.
 */
export function storiesPlugin(directory: string): Plugin {
  const root = resolve(directory);
  return {
    name: 'fulcrum-stories',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return;
      const world = readWorld();
      const folders = readStoryFolders(root);
      for (const { slug, files, media } of folders) {
        for (const file of [...Object.keys(files), ...Object.keys(media)])
          this.addWatchFile(resolve(root, slug, file));
      }
      const stories = folders.map((folder) => {
        const warnings: Fault[] = [];
        try {
          return parseStory(folder, world, (warning) => warnings.push(warning));
        } catch (error) {
          if (!(error instanceof StoryError)) throw error;
          const { file, line } = error.faults[0]!;
          this.error({
            message: `${relative(process.cwd(), resolve(root, folder.slug))} has faults:\n${error.message}`,
            loc: { file: resolve(root, folder.slug, file), line, column: 0 }
          });
        } finally {
          for (const warning of foldFaults(warnings)) {
            this.warn({
              message: `${relative(process.cwd(), resolve(root, folder.slug))}: ${formatWarning(warning)}`,
              loc: { file: resolve(root, folder.slug, warning.file), line: warning.line, column: 0 }
            });
          }
        }
      });
      const prepared = stories.map((story, i) => {
        const folder = folders[i]!;
        return prepareMedia(resolve(root, folder.slug), folder, story).catch((error: unknown) =>
          this.error(error instanceof Error ? error : String(error))
        );
      });
      const tables = Object.fromEntries(
        folders.map(({ slug, files }) => [slug, files['events.csv']])
      );
      const grounded = await cutGrounds(stories);
      const parts = grounded.map(({ story }) => storyParts(story));
      const slugs = parts.flat().map(({ slug }) => slug);
      const taken = slugs.find((slug, i) => slugs.indexOf(slug) < i);
      if (taken) this.error(`the folder ${taken} has the name of a part of another story`);
      const grounds = Object.fromEntries(
        grounded.flatMap(({ folder }, i) =>
          folder === null ? [] : parts[i]!.map(({ slug }) => [slug, folder])
        )
      );
      return (
        // Keeps what several events share, such as their kind, as one.
        `import { parse } from 'devalue';\n` +
        `export const stories = parse(${JSON.stringify(stringify(parts.flat()))});\n` +
        `export const eventTables = ${JSON.stringify(tables)};\n` +
        `export const groundFolders = ${JSON.stringify(grounds)};\n` +
        `export const mediaFiles = ${JSON.stringify((await Promise.all(prepared)).flat())};`
      );
    },
    hotUpdate({ file }) {
      if (!resolve(file).startsWith(root + sep)) return;
      const stale = this.environment.moduleGraph.getModuleById(resolved);
      if (stale) this.environment.moduleGraph.invalidateModule(stale);
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    }
  };
}
