import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { minifySync, transformWithOxc, type Plugin } from 'vite';

const name = 'virtual:startup';
const resolved = `\0${name}`;
const entry = resolve('src/lib/startup/inline.ts');

/**
 * `inline.ts` as the text of a script: no types, no exports, smallest. The page and the content security policy, which
 * names its hash, must have the same text.
 *
 * @throws Error if it imports anything: a page's own script can import nothing
 */
export async function compileInline(): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(entry, 'utf8'), entry, { tsconfig: false });
  if (/^import\b/m.test(code)) throw new Error(`${entry}: expected no imports`);
  const script = `(() => {\n${code.replace(/^export /gm, '')}\nstartUp(document);\n})();`;
  return minifySync('inline.js', script).code.trim();
}

/** The module `virtual:startup`: the text of the page's inline script. */
export function inlinePlugin(): Plugin {
  return {
    name: 'fulcrum-startup',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return;
      this.addWatchFile(entry);
      return `export const inlineScript = ${JSON.stringify(await compileInline())};`;
    }
  };
}
