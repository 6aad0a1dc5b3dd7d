import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({ pages: process.env.FULCRUM_OUT ?? 'build', strict: true }),
    outDir: process.env.FULCRUM_OUT ? `.svelte-kit/${process.env.FULCRUM_OUT}` : '.svelte-kit',
    serviceWorker: {
      // Pages for presenting and for paper ask for it; a reader's storage is left alone.
      register: false,
      // What pages fetch themselves, those of an exported story included.
      files: (file) =>
        ['favicon.svg', 'from-file.js'].includes(file) ||
        (file.startsWith('geo/') && file !== 'geo/gazetteer.json')
    },
    paths: { base: process.env.FULCRUM_BASE ?? '', relative: true },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail', handleUnseenRoutes: 'fail' }
  }
};

export default config;
