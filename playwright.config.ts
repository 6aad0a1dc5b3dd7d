import { defineConfig } from '@playwright/test';
import { browserArgs } from './tests/browser-args.ts';
import type { EngineOptions } from './tests/engines/engine-test.ts';
import { engineProjects } from './tests/engines/engine-projects.ts';

/** A port of the tests' own, so that a site being served meanwhile is not in the way; `FULCRUM_TEST_PORT` names another. */
const port = Number(process.env.FULCRUM_TEST_PORT ?? 4391);
const home = `http://localhost:${port}/`;

/** Tests of the live map. Drawn by the processor, one page's map leaves little of it to another's. */
const liveMap = [
  'read/{budget,explore,first-picture,lines,loading,same-view,slow-gpu}.spec.ts',
  'faults/{lost-context,no-map}.spec.ts'
].map((files) => `**/${files}`);

export default defineConfig<object, EngineOptions>({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  snapshotPathTemplate: '{testDir}/{testFileDir}/{arg}{ext}',
  webServer: {
    command: 'node tests/serve-test-site.ts',
    url: home,
    env: { PORT: String(port) },
    reuseExistingServer: false,
    timeout: 240_000
  },
  use: {
    baseURL: home,
    viewport: { width: 960, height: 600 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.FULCRUM_CHROMIUM ? { executablePath: process.env.FULCRUM_CHROMIUM } : {}),
      // Composited by the processor, the tests take 14 % less time.
      args: [...browserArgs, '--disable-gpu-compositing']
    }
  },
  projects: [
    { name: 'live map', testMatch: liveMap, workers: 1 },
    { name: 'pages', testIgnore: [...liveMap, '**/{engines,wordpress}/**'] },
    ...engineProjects()
  ]
});
