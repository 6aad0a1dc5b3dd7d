import { globSync, readFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { brandPlugin } from './src/cli/brand-plugin.ts';
import { embedHostPlugin } from './src/cli/embed-host-plugin.ts';
import { storiesPlugin } from './src/cli/stories-plugin.ts';
import { inlinePlugin } from './src/lib/startup/inline-plugin.ts';

const unitTests = globSync(['{src,geodata}/**/*.test.ts', 'tests/**/*.unit.test.ts']);
/** A mock takes the place of a module only where nothing has loaded that before. */
const mocking = unitTests.filter((file) => readFileSync(file, 'utf8').includes('vi.mock('));

const stories = process.env.FULCRUM_STORIES ?? 'src/stories';

export default defineConfig({
  plugins: [
    storiesPlugin(stories),
    brandPlugin(stories),
    embedHostPlugin(),
    inlinePlugin(),
    sveltekit()
  ],
  build: {
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // A few chunks that most pages share, instead of about twenty, one for each combination of pages.
        codeSplitting: {
          groups: [
            {
              name: 'svelte',
              test: /node_modules[\\/](svelte|@sveltejs|devalue|clsx|esm-env)[\\/]/
            },
            // Lessons and classes stay apart: most readers never open one.
            { name: 'story', test: /src[\\/]lib[\\/](?!(lesson|classroom)[\\/])/, minShareCount: 4 }
          ]
        }
      }
    }
  },
  worker: { format: 'es' },
  // The dev server would discover what the worker needs late, and reload the first page.
  optimizeDeps: {
    include: ['maplibre-gl/dist/maplibre-gl-worker.mjs', '@maplibre/geojson-vt', '@maplibre/vt-pbf']
  },
  test: {
    // Tests may be slow on a busy machine.
    testTimeout: 60_000,
    setupFiles: ['tests/load-globe.ts'],
    projects: [
      // Loaded once for all files of a worker, the modules take half of the time.
      {
        extends: true,
        test: { name: 'units', include: unitTests, exclude: mocking, isolate: false }
      },
      { extends: true, test: { name: 'units with mocked modules', include: mocking } }
    ]
  }
});
