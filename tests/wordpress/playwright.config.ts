import { defineConfig } from '@playwright/test';
import { browserArgs } from '../browser-args.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/wordpress',
  // One WordPress, whose theme and settings are everyone's.
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.FULCRUM_SITE ?? '',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.FULCRUM_CHROMIUM ? { executablePath: process.env.FULCRUM_CHROMIUM } : {}),
      args: [...browserArgs, '--disable-gpu-compositing']
    }
  }
});
