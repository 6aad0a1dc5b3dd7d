import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** What the pure rooms’ tests need, and no more: SvelteKit would be started anew for every few mutants. */
export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: resolve('src/lib') } },
  test: { include: ['src/lib/**/*.test.ts'] }
});
