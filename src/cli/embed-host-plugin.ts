import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const name = 'virtual:embed-host';
const resolved = `\0${name}`;
const entry = resolve('src/embed-host/embed.ts');

/**
 * Compiles the script that a news page puts beside its frames into the text of one file, minified, without imports, in
 * ES2017. The script checks that a browser has any newer method before it calls it.
 */
export async function compileEmbedHost(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2017',
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: 'embed.js' } }
    }
  });
  const chunks = [built].flat().flatMap((made) => ('output' in made ? made.output : []));
  const [script] = chunks.filter((chunk) => chunk.type === 'chunk');
  if (chunks.length !== 1 || !script)
    throw new Error(`src/embed-host: expected one file, got ${chunks.length}`);
  return script.code;
}

/** The module `virtual:embed-host`: the text of `/embed.js`. */
export function embedHostPlugin(): Plugin {
  return {
    name: 'fulcrum-embed-host',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return;
      for (const file of [entry, resolve('src/lib/embed/protocol.ts')]) this.addWatchFile(file);
      return `export const embedHost = ${JSON.stringify(await compileEmbedHost())};`;
    }
  };
}
