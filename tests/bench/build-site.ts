import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

export interface SiteBuild {
  /** Under the project's folder; it begins with `build-`, which Git passes over. */
  readonly out: string;
  readonly stories: string;
  /** Builds these pages alone, such as `/a-story/`, uncompressed; default: the whole site. */
  readonly pages?: readonly string[];
}

/** Builds the site as `npm run build` does; returns how long that took, ms. */
export function buildSite({ out, stories, pages }: SiteBuild): number {
  const env = {
    ...process.env,
    FULCRUM_OUT: out,
    FULCRUM_STORIES: stories,
    ...(pages ? { FULCRUM_PAGES: pages.join(',') } : {})
  };
  run(packageFile('@sveltejs/kit', 'svelte-kit.js'), ['sync'], process.env);
  const config = pages ? ['--config', 'tests/bench/growth.vite.config.ts'] : [];
  const start = performance.now();
  run(packageFile('vite', 'bin/vite.js'), ['build', '--logLevel', 'warn', ...config], env);
  return performance.now() - start;
}

function packageFile(name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

function run(script: string, parameters: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}\n${stderr}`);
}

/** Builds the scripts of the pages that stand beside, into `bench/` of a built site. */
export async function buildPages(out: string): Promise<void> {
  const pages = join(import.meta.dirname, 'pages');
  await build({
    root: pages,
    base: '/bench/',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(root, out, 'bench'),
      emptyOutDir: true,
      target: 'es2022',
      cssCodeSplit: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { bare: join(pages, 'bare.ts'), observer: join(pages, 'observer.ts') },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' }
      }
    }
  });
}
