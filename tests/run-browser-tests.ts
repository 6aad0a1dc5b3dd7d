// Finds a Chromium and runs the browser tests with it: node tests/run-browser-tests.ts [arguments of playwright test]
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser, type BrowserSearch } from './find-browser.ts';

/** A closed network lets a download hang: give up after so long. */
const installTimeoutMs = 180_000;
const playwrightCli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));

function ran(
  command: string,
  parameters: readonly string[],
  options: SpawnSyncOptions = {}
): boolean {
  return (
    spawnSync(command, parameters, { stdio: 'inherit', timeout: installTimeoutMs, ...options })
      .status === 0
  );
}

const machine: BrowserSearch = {
  env: process.env,
  platform: process.platform,
  playwrightPath: () => chromium.executablePath(),
  exists: existsSync,
  installPlaywright: () => ran(process.execPath, [playwrightCli, 'install', 'chromium']),
  mayInstallPackage: () =>
    process.getuid?.() === 0 && ran('apt-get', ['--version'], { stdio: 'ignore' }),
  installPackage: () =>
    ran('apt-get', ['update']) &&
    ran('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    })
};

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
