/**
 * `node tests/serve-test-site.ts`: builds the site that the browser tests read, with the story and the stories made for
 * tests side by side, and serves it on `PORT`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorld } from '../src/cli/read-stories.ts';
import { writeStory } from './bench/generate-story.ts';
import { longStory, testSite } from './test-site.ts';

const stories = mkdtempSync(join(tmpdir(), 'fulcrum-test-stories-'));
try {
  for (const folder of ['src/stories', 'tests/stories'])
    cpSync(folder, stories, { recursive: true });
  // So many events that it is told in parts, and that its last passage has no room for all of its own.
  writeStory(stories, longStory.steps, longStory.events, readWorld());
  // A build into another folder than the usual one still reads the usual one's tsconfig.
  if (!existsSync('.svelte-kit/tsconfig.json')) run('@sveltejs/kit/svelte-kit.js', 'sync');
  run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
} finally {
  rmSync(stories, { recursive: true });
}
process.env.FULCRUM_OUT = testSite;
await import('../src/cli/serve.ts');

function run(script: string, ...parameters: readonly string[]): void {
  const env = {
    ...process.env,
    ...(parameters[0] === 'build' && {
      FULCRUM_OUT: testSite,
      FULCRUM_STORIES: stories,
      FULCRUM_PRECOMPRESS: 'no'
    })
  };
  const { status } = spawnSync(process.execPath, [join('node_modules', script), ...parameters], {
    stdio: 'inherit',
    env
  });
  if (status !== 0) throw new Error(`${script} ${parameters.join(' ')} failed`);
}
