import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** What the pure rooms’ tests need, and no more: SvelteKit would be started anew for every few mutants. */
export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: resolve('src/lib') } },
  // Code with all its mutants in it is slower.
  test: {
    include: ['src/lib/**/*.test.ts'],
    setupFiles: ['tests/mutation-setup.ts'],
    testTimeout: 30_000
  }
});
