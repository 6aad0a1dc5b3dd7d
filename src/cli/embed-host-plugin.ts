import { glob, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const name = 'virtual:embed-host';
const resolved = `\0${name}`;

/** The scripts that a news page may have beside its frames, by their file's name. */
export type HostScript = 'embed' | 'fulcrum-story';

/**
 * Compiles a script that a news page puts beside its frames into the text of one file, minified, without imports, in
 * ES2017. The script checks that a browser has any newer method before it calls it.
 */
export async function compileHostScript(name: HostScript): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2017',
      rolldownOptions: { input: resolve(`src/embed-host/${name}.ts`), output: { format: 'iife' } }
    }
  });
  const chunks = [built].flat().flatMap((made) => ('output' in made ? made.output : []));
  const [script] = chunks.filter((chunk) => chunk.type === 'chunk');
  if (chunks.length !== 1 || !script)
    throw new Error(`src/embed-host: expected one file, got ${chunks.length}`);
  return script.code;
}

/** The module `virtual:embed-host`: the texts of `/embed.js`, `/fulcrum-story.js` and their types. */
export function embedHostPlugin(): Plugin {
  return {
    name: 'fulcrum-embed-host',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return;
      const [embed, story] = await Promise.all([
        compileHostScript('embed'),
        compileHostScript('fulcrum-story')
      ]);
      for (const file of await sources()) this.addWatchFile(file);
      const scripts = {
        'embed.js': embed,
        // Under this name it keeps to version 1 of the messages, whatever `embed.js` comes to speak.
        'embed.v1.js': embed,
        'fulcrum-story.js': story,
        'embed.d.ts': await readFile('src/lib/embed/embed.d.ts', 'utf8')
      };
      return `export const hostScripts = ${JSON.stringify(scripts)};`;
    }
  };
}

/** The files that the scripts are made of. */
async function sources(): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob('src/embed-host/*.ts')) files.push(resolve(file));
  return [...files, resolve('src/lib/embed/protocol.ts'), resolve('src/lib/embed/embed.d.ts')];
}
