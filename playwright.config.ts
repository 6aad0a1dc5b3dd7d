import { defineConfig } from '@playwright/test';
import { browserArgs } from './tests/browser-args.ts';

/** Ports of the tests' own, so that a site being served meanwhile is not in the way; `FULCRUM_TEST_PORT` names others. */
const storyPort = Number(process.env.FULCRUM_TEST_PORT ?? 4391);
const otherStoriesPort = storyPort + 1;

function builtAndServed(out: string, port: number, env: Record<string, string> = {}) {
  return {
    command: 'npx vite build --logLevel warn && node src/cli/serve.ts',
    url: `http://localhost:${port}/`,
    env: { FULCRUM_OUT: out, PORT: String(port), ...env },
    reuseExistingServer: false,
    timeout: 240_000
  };
}

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Without a GPU a busy machine may miss a frame; a test that needs its second try is named as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: 'list',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  webServer: [
    builtAndServed('build-browser-tests', storyPort),
    builtAndServed('build-browser-tests-stories', otherStoriesPort, {
      FULCRUM_STORIES: 'tests/stories',
      FULCRUM_ORIGIN: 'https://maps.example.org'
    })
  ],
  use: {
    baseURL: `http://localhost:${storyPort}/`,
    viewport: { width: 960, height: 600 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.FULCRUM_CHROMIUM ? { executablePath: process.env.FULCRUM_CHROMIUM } : {}),
      args: browserArgs
    }
  },
  projects: [
    { name: 'story', testIgnore: '**/other-stories.spec.ts' },
    {
      name: 'other stories',
      testMatch: '**/other-stories.spec.ts',
      use: { baseURL: `http://localhost:${otherStoriesPort}/` }
    }
  ]
});
