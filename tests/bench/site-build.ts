import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { readWorld } from '../../src/cli/read-stories.ts';
import { writeStory } from './generate-story.ts';

export const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** The story of the load and scroll parts. */
export const storySlug = 'russia-iran-2015';

/** A checkout of the project, and the folder that its site is built into. */
export interface Tree {
  readonly directory: string;
  readonly site: string;
}

/** The working tree. Git ignores the site's folder, as it does everything that begins with `build-`. */
export const workingTree: Tree = treeAt(root);

/** Where `checkOut` puts another commit. Node finds the project's packages from there. */
export const otherTree: Tree = treeAt(join(root, 'build-bench-against'));

function treeAt(directory: string): Tree {
  return { directory, site: join(directory, 'build-bench') };
}

/**
 * Writes the files of a commit into `otherTree`.
 * @throws Error if Git knows no such commit
 */
export function checkOut(ref: string): void {
  const { directory } = otherTree;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  const archive = join(directory, 'tree.tar');
  run('git', ['archive', '--output', archive, ref], root);
  run('tar', ['-xf', archive], directory);
}

/**
 * Builds the reading pages of the tree's own story and of generated stories, in one build. Nothing else of the site
 * is built: pictures and share cards take most of a build's time, and the reading page loads none of them.
 */
export function buildSite(
  tree: Tree,
  grown: readonly (readonly [steps: number, events: number])[]
): void {
  const stories = mkdtempSync(join(tmpdir(), 'fulcrum-bench-'));
  try {
    cpSync(join(tree.directory, 'src/stories', storySlug), join(stories, storySlug), {
      recursive: true
    });
    const world = readWorld();
    const slugs = grown.map(([steps, events]) => writeStory(stories, steps, events, world));
    // Vite reads tsconfig.json, which extends a file that `sync` writes.
    runNode(packageFile('@sveltejs/kit', 'svelte-kit.js'), ['sync'], tree);
    const config = join(import.meta.dirname, 'pages-only.vite.config.ts');
    runNode(packageFile('vite', 'bin/vite.js'), ['build', '--config', config], tree, {
      FULCRUM_OUT: 'build-bench',
      FULCRUM_STORIES: stories,
      FULCRUM_PAGES: [storySlug, ...slugs].map((slug) => `/${slug}/`).join()
    });
  } finally {
    rmSync(stories, { recursive: true });
  }
}

function packageFile(name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

function runNode(
  script: string,
  parameters: readonly string[],
  tree: Tree,
  env: NodeJS.ProcessEnv = {}
): void {
  run(process.execPath, [script, ...parameters], tree.directory, env);
}

function run(
  command: string,
  parameters: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {}
): void {
  const { status, stdout, stderr } = spawnSync(command, parameters, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  });
  if (status !== 0) {
    throw new Error(`${command} ${parameters.join(' ')} failed:\n${stdout}\n${stderr}`);
  }
}

/** Builds the scripts of the baseline pages into `bench/` of a built site. */
export async function buildBaselineScripts(site: string): Promise<void> {
  const pages = join(import.meta.dirname, 'pages');
  await build({
    root: pages,
    base: '/bench/',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(site, 'bench'),
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
