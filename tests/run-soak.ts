/**
 * Reads on and on, by random sequences of what a reader may do:
 * npm run soak -- [--hours 2 | --sequences 2000] [--engine chromium|firefox|webkit] [--seed N]
 * Each sequence must end in the picture of its position; in Chromium what the page holds must not grow.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineNames } from './engines/engine.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string' },
    sequences: { type: 'string' },
    engine: { type: 'string', default: 'chromium' },
    seed: { type: 'string' }
  }
});
const { hours, sequences, engine, seed } = values;

for (const [name, value] of Object.entries({ hours, sequences, seed })) {
  if (value !== undefined && !(Number(value) > 0)) fail(`--${name}`, 'a number above 0', value);
}
if (!engineNames.some((name) => name === engine)) {
  fail('--engine', engineNames.join(', '), engine);
}

const { status } = spawnSync(
  process.execPath,
  [
    join(import.meta.dirname, 'run-browser-tests.ts'),
    ...['--engines', `--project=${engine}`, 'any-reader.spec.ts']
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(sequences === undefined && { FULCRUM_HOURS: hours ?? '0.1' }),
      ...(sequences !== undefined && { FULCRUM_SEQUENCES: sequences }),
      ...(seed !== undefined && { FULCRUM_SEED: seed })
    }
  }
);
process.exitCode = status ?? 1;

function fail(option: string, expected: string, got: string): never {
  console.error(`${option}: expected ${expected}, got "${got}"`);
  process.exit(2);
}
