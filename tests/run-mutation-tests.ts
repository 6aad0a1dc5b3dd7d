/**
 * `npm run test:mutation -- camera parse/csv.ts view.ts:100-180`: changes the code of rooms, files or lines, mutant by
 * mutant, and shows which changes none of the room's own unit tests notices; without names, every room in turn. Each
 * survivor is shown in its place in `mutation-results/<name>.html`. A room fails below 80 %.
 */
import { Stryker } from '@stryker-mutator/core';

/** What depends on its arguments alone. */
const rooms = [
  'geometry',
  'camera',
  'arcs',
  'timeline',
  'view',
  'embed',
  'present',
  'story',
  'sea-route',
  'parse'
];
const leastPercent = 80;

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : rooms) {
  const [room] = name.split(/[/.]/);
  const oneFile = name.includes('.ts');
  const report = `mutation-results/${name.replaceAll(/[/:]/g, '-')}`;
  await new Stryker({
    mutate: [
      `src/lib/${room === 'view' ? name.replace(/^view$/, 'view.ts') : oneFile ? name : `${name}/**/*.ts`}`,
      // Runes need Svelte's compiler, which Stryker does not run.
      '!src/lib/**/{*.test,*.svelte,fixtures,fake-*}.ts'
    ],
    testFiles: [room === 'view' ? 'src/lib/view.*test.ts' : `src/lib/${room}/**/*.test.ts`],
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation.vitest.config.ts', related: false },
    // A mutant in what is made as a module loads has to be tried with all tests: too slow for what it shows.
    ignoreStatic: true,
    concurrency: 2,
    // Of what git does not have, the types that tsconfig.json extends are needed alone.
    ignorePatterns: ['/build*', '/bench-results', '/mutation-results', '!.svelte-kit'],
    tempDirName: 'mutation-results/sandboxes',
    reporters: ['clear-text', 'html', 'json'],
    clearTextReporter: { allowEmojis: false, reportTests: false },
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
    thresholds: { high: 90, low: leastPercent, break: leastPercent }
  }).runMutationTest();
}
