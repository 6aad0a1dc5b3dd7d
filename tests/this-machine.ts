import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findEngines, type FoundEngines } from './engines/find-engines.ts';
import type { BrowserSearch } from './find-browser.ts';

/** A closed network lets a download hang: give up after so long. */
const installTimeoutMs = 180_000;
export const playwrightCli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));

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

/** What `findBrowser` needs to know and to do here. */
export const machine: BrowserSearch = {
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

/** The engines of this machine beside a Chromium. */
export function enginesHere(chromium: string): FoundEngines {
  return findEngines(chromium, {
    env: process.env,
    platform: process.platform,
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : [])
  });
}
