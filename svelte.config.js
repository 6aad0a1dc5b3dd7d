import adapter from '@sveltejs/adapter-static';

/** For a benchmark: these pages alone are made, such as `/a-story/`. */
const pages = process.env.FULCRUM_PAGES?.split(',');

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({
      pages: process.env.FULCRUM_OUT ?? 'build',
      strict: true,
      precompress: !pages
    }),
    outDir: process.env.FULCRUM_OUT ? `.svelte-kit/${process.env.FULCRUM_OUT}` : '.svelte-kit',
    paths: { base: process.env.FULCRUM_BASE ?? '', relative: true },
    prerender: {
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      handleUnseenRoutes: pages ? 'ignore' : 'fail',
      ...(pages ? { crawl: false, entries: pages } : {})
    }
  }
};

export default config;
