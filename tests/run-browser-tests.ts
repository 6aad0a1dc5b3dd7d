// Finds a Chromium and runs the browser tests with it: node tests/run-browser-tests.ts [arguments of playwright test]
import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';
import { machine, playwrightCli } from './this-machine.ts';

try {
  const { path, origin } = findBrowser(machine);
  console.log(`Browser: ${path} (${origin})`);
  const { status, signal } = spawnSync(
    process.execPath,
    [playwrightCli, 'test', ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, FULCRUM_CHROMIUM: path } }
  );
  process.exitCode = signal === null ? (status ?? 1) : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
