import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { StoryError } from '../lib/parse/fault.ts';
import { brandFile } from '../lib/parse/parse-brand.ts';
import type { Brand } from '../lib/story/brand.ts';
import { brandSheet } from '../lib/theme/theme-sheet.ts';
import { readBrand } from './read-stories.ts';

const name = 'virtual:brand';
const resolved = `\0${name}`;

/** The module `virtual:brand`: whose site it is, as pages show it. A fault in `brand.yaml` fails the build. */
export function brandPlugin(directory: string): Plugin {
  const root = resolve(directory);
  const path = join(root, brandFile);
  return {
    name: 'fulcrum-brand',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return;
      // The dev server takes a watched file for an import, and fails where there is none; it sees a new one all the same.
      if (existsSync(path)) this.addWatchFile(path);
      try {
        const brand = readBrand(root);
        return `export const brand = ${JSON.stringify(shownBrand(brand, root))};`;
      } catch (error) {
        if (!(error instanceof StoryError)) throw error;
        const { line } = error.faults[0]!;
        this.error({
          message: `${relative(process.cwd(), path)} has faults:\n${error.message}`,
          loc: { file: path, line, column: 0 }
        });
      }
    },
    hotUpdate({ file }) {
      if (resolve(file) !== path) return;
      const stale = this.environment.moduleGraph.getModuleById(resolved);
      if (stale) this.environment.moduleGraph.invalidateModule(stale);
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    }
  };
}

/** A brand as pages show it: its logo with its address, its colours and face as a style sheet. */
function shownBrand(brand: Brand, root: string): typeof import('virtual:brand').brand {
  const { name, logo, footerHtml } = brand;
  return {
    name,
    logo: logo && { src: dataUrl(join(root, logo.file)), alt: logo.alt },
    sheet: brandSheet(brand),
    footerHtml
  };
}

function dataUrl(path: string): string {
  const type = path.toLowerCase().endsWith('.svg') ? 'svg+xml' : 'png';
  return `data:image/${type};base64,${readFileSync(path).toString('base64')}`;
}
