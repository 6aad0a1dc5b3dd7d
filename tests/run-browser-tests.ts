// Finds a Chromium and runs the browser tests with it, and those of engines in each engine that this machine has:
// node tests/run-browser-tests.ts [arguments of playwright test]
// With --engines it runs the tests of engines alone, in all or in those named by --project, and no engine may be missing.
import { spawnSync } from 'node:child_process';
import { engineNames } from './engines/engine.ts';
import { leftOut } from './engines/find-engines.ts';
import { findBrowser } from './find-browser.ts';
import { enginesHere, machine, playwrightCli } from './this-machine.ts';

const enginesAlone = process.argv.includes('--engines');
const passedOn = process.argv.slice(2).filter((argument) => argument !== '--engines');

try {
  const { path, origin } = findBrowser(machine);
  console.log(`Browser: ${path} (${origin})`);
  const missing = leftOut(enginesHere(path));
  if (missing !== null) {
    if (enginesAlone) throw new Error(missing);
    console.log(missing);
  }
  const chosen = !enginesAlone || passedOn.some((argument) => argument.startsWith('--project'));
  const projects = chosen ? [] : engineNames.map((name) => `--project=${name}`);
  const { status, signal } = spawnSync(
    process.execPath,
    [playwrightCli, 'test', ...projects, ...passedOn],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        FULCRUM_CHROMIUM: path,
        ...(enginesAlone && { FULCRUM_ENGINES: 'thorough' })
      }
    }
  );
  process.exitCode = signal === null ? (status ?? 1) : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
