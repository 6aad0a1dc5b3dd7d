import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { embedHostPlugin } from './src/cli/embed-host-plugin.ts';
import { storiesPlugin } from './src/cli/stories-plugin.ts';

export default defineConfig({
  plugins: [
    storiesPlugin(process.env.FULCRUM_STORIES ?? 'src/stories'),
    embedHostPlugin(),
    sveltekit()
  ],
  build: {
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // A few chunks that most pages share, where a chunk of each combination of pages would be twenty.
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
  // Found late, it would have the first page reload while developing.
  optimizeDeps: { include: ['maplibre-gl/dist/maplibre-gl-worker.mjs'] },
  test: {
    // A busy machine is no fault of the code.
    testTimeout: 60_000,
    include: ['{src,geodata}/**/*.test.ts', 'tests/**/*.unit.test.ts']
  }
});
