import { join } from 'node:path';
import { defineConfig, loadConfigFromFile, mergeConfig, type Plugin } from 'vite';

/** Drops the routes' own lists of entries: the build then makes the pages in FULCRUM_PAGES and no others. */
const withoutEntries: Plugin = {
  name: 'bench-without-entries',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/routes\/.+\/\+(server|page|page\.server)\.ts$/ },
    handler: (code) => code.replace(/^export const entries\b/m, 'export const _entries')
  }
};

/** The configuration of the tree that is built, which may be another than this file's. */
export default defineConfig(async (env) => {
  const site = await loadConfigFromFile(env, join(process.cwd(), 'vite.config.ts'));
  return mergeConfig(site!.config, { plugins: [withoutEntries] });
});
