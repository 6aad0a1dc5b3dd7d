import { mergeConfig, type Plugin } from 'vite';
import site from '../../vite.config.ts';

/** Leaves out what routes would make for every step, such as pictures: only the pages asked for are made. */
const withoutEntries: Plugin = {
  name: 'bench-without-entries',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/routes\/.+\/\+(server|page|page\.server)\.ts$/ },
    handler: (code) => code.replace(/^export const entries\b/m, 'export const _entries')
  }
};

export default mergeConfig(site, { plugins: [withoutEntries] });
