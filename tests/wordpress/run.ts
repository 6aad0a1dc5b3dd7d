/**
 * `npm run test:wordpress [-- --built] [-- --serve] [-- arguments of playwright test]`: tests the plugin in a WordPress
 * of its own. It installs Debian's packages where they are missing, and leaves nothing else behind.
 *
 * With `--built` it takes the stories' site as the last run has built it; with `--serve` it tests nothing, and serves
 * both sites until it is stopped.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { zipPlugin, pluginFolder } from '../../src/cli/wordpress/zip-plugin.ts';
import { filesBelow } from '../../src/cli/export/files-below.ts';
import { findBrowser } from '../find-browser.ts';
import { testSite } from '../test-site.ts';
import { machine, playwrightCli } from '../this-machine.ts';
import { installPackages } from './packages.ts';
import { startWordPress, type RunningWordPress } from './start-wordpress.ts';

const options = ['--built', '--serve'];
const [isBuilt, servesOnly] = options.map((option) => process.argv.includes(option));
const passedOn = process.argv.slice(2).filter((argument) => !options.includes(argument));

/** The stories' site has the port after that of the browser tests, and WordPress the next one. */
const sitePort = Number(process.env.FULCRUM_TEST_PORT ?? 4391) + 1;
const site = `http://localhost:${sitePort}/`;

let wordpress: RunningWordPress | undefined;
let stories: ChildProcess | undefined;
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => interrupted.abort());
}

try {
  for (const port of [sitePort, sitePort + 1]) await assertFree(port);
  const { path } = findBrowser(machine);
  installPackages();
  lintPhp();
  stories = await startStories();
  wordpress = await startWordPress(sitePort + 1, zipPlugin());
  const env = { ...process.env, ...wordpress.env, FULCRUM_CHROMIUM: path, FULCRUM_SITE: site };
  if (servesOnly) {
    console.log(`\n  Stories    ${site}\n  WordPress  ${wordpress.env.FULCRUM_WORDPRESS_URL}`);
    console.log('  Sign in as administrator or author; the password is the name.\n');
    for (const [name, value] of Object.entries(wordpress.env)) console.log(`  ${name}=${value}`);
    await once(interrupted.signal, 'abort');
  } else {
    const config = join(import.meta.dirname, 'playwright.config.ts');
    const tests = spawn(process.execPath, [playwrightCli, 'test', '-c', config, ...passedOn], {
      stdio: 'inherit',
      env
    });
    interrupted.signal.addEventListener('abort', () => tests.kill());
    const [status] = (await once(tests, 'exit')) as [number | null];
    process.exitCode = status ?? 1;
    const notices = wordpress.notices();
    if (notices.length > 0) throw new Error(`The plugin made PHP complain:\n${notices.join('\n')}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await wordpress?.stop();
  if (stories?.exitCode === null) {
    stories.kill();
    await once(stories, 'exit');
  }
}

/** @throws Error where another program has the port: the tests would talk to that one */
async function assertFree(port: number): Promise<void> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(
      `port ${port} is taken: set FULCRUM_TEST_PORT so that the two ports after it are free`,
      {
        cause: error
      }
    );
  }
  server.close();
}

/** @throws Error with PHP's own words, where a file of the plugin is no PHP */
function lintPhp(): void {
  for (const file of filesBelow(pluginFolder).filter((each) => each.endsWith('.php'))) {
    const { status, stdout, stderr } = spawnSync('php', ['-l', join(pluginFolder, file)], {
      encoding: 'utf8'
    });
    if (status !== 0) throw new Error(`${file}: ${stdout}${stderr}`);
  }
}

/** Builds the stories' site, unless it is built, and serves it. */
async function startStories(): Promise<ChildProcess> {
  const program = isBuilt ? ['src/cli/serve.ts', testSite] : ['tests/serve-test-site.ts'];
  const server = spawn(process.execPath, program, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(sitePort), FULCRUM_ORIGIN: new URL(site).origin }
  });
  while (server.exitCode === null && !interrupted.signal.aborted) {
    const answers = await fetch(site).then(
      ({ ok }) => ok,
      () => false
    );
    if (answers) return server;
    await wait(200);
  }
  server.kill();
  throw new Error('the stories’ site could not be built or served');
}
