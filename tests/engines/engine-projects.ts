import type { Project } from '@playwright/test';
import { enginesHere } from '../this-machine.ts';
import { engineNames, thorough } from './engine.ts';
import type { EngineOptions } from './engine-test.ts';

/**
 * A project for each engine of this machine, all of them after the one that notes what Chromium shows: the others are
 * compared with it.
 */
export function engineProjects(): Project<object, EngineOptions>[] {
  const engines = enginesHere(process.env.FULCRUM_CHROMIUM ?? '');
  return [
    {
      name: 'marks in Chromium',
      testMatch: '**/engines/marks.setup.ts',
      use: { engine: 'chromium', engines }
    },
    ...engineNames
      .filter((name) => engines[name] !== null)
      .map((engine) => ({
        name: engine,
        // What the others are asked here, tests of pages ask Chromium too.
        testMatch:
          engine === 'chromium' && !thorough
            ? '**/engines/any-reader.spec.ts'
            : '**/engines/*.spec.ts',
        dependencies: ['marks in Chromium'],
        // Two browsers that draw without a GPU leave each other no time.
        workers: 1,
        use: { engine, engines },
        // WebKitWebDriver cannot print.
        grepInvert: [
          ...(engine === 'webkit' ? [/@prints/] : []),
          ...(thorough ? [] : [/@thorough/])
        ],
        // Where threads draw by Mesa’s software renderer, WebKit crashes in it now and then: a test is tried again
        // after that, and after nothing else (`engine-test.ts`).
        retries: engine === 'webkit' ? 1 : 0
      }))
  ];
}
