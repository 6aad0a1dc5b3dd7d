import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { embedHostPlugin } from './src/cli/embed-host-plugin.ts';
import { storiesPlugin } from './src/cli/stories-plugin.ts';
import { inlinePlugin } from './src/lib/startup/inline-plugin.ts';

export default defineConfig({
  plugins: [
    storiesPlugin(process.env.FULCRUM_STORIES ?? 'src/stories'),
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
            { name: 'story', test: /src[\\/]lib[\\/]/, minShareCount: 4 }
          ]
        }
      }
    }
  },
  worker: { format: 'es' },
  // The dev server would discover the worker late, and reload the first page.
  optimizeDeps: { include: ['maplibre-gl/dist/maplibre-gl-worker.mjs'] },
  test: {
    // Tests may be slow on a busy machine.
    testTimeout: 60_000,
    include: ['{src,geodata}/**/*.test.ts', 'tests/**/*.unit.test.ts']
  }
});
