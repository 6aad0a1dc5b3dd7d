import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { storiesPlugin } from './src/cli/stories-plugin.ts';

export default defineConfig({
  plugins: [storiesPlugin(process.env.FULCRUM_STORIES ?? 'src/stories'), sveltekit()],
  build: { chunkSizeWarningLimit: 1200 },
  test: {
    include: ['{src,geodata}/**/*.test.ts', 'tests/**/*.unit.test.ts']
  }
});
