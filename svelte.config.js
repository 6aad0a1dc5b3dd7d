import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({ pages: process.env.FULCRUM_OUT ?? 'build', strict: true }),
    outDir: process.env.FULCRUM_OUT ? `.svelte-kit/${process.env.FULCRUM_OUT}` : '.svelte-kit',
    paths: { base: process.env.FULCRUM_BASE ?? '', relative: true },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail', handleUnseenRoutes: 'fail' }
  }
};

export default config;
