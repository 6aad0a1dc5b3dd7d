import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-static';
import { themeScript } from './src/lib/embed/theme.ts';
import { startLaterScript } from './src/lib/startup/start-later.ts';

/** A script that stands in a page as it is, as the content security policy names it. */
const hashOf = (/** @type {string} */ script) =>
  /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);

/** For a benchmark: these pages alone are made, such as `/a-story/`. */
const pages = process.env.FULCRUM_PAGES?.split(',');

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({
      pages: process.env.FULCRUM_OUT ?? 'build',
      strict: true,
      // Compressed twins of all files take most of a build's time; nothing that the tests ask for needs them.
      precompress: !pages && process.env.FULCRUM_PRECOMPRESS !== 'no'
    }),
    outDir: process.env.FULCRUM_OUT ? `.svelte-kit/${process.env.FULCRUM_OUT}` : '.svelte-kit',
    serviceWorker: {
      // Pages for presenting and for paper ask for it; a reader's storage is left alone.
      register: false,
      // What pages fetch themselves, those of an exported story included.
      files: (file) =>
        ['favicon.svg', 'from-file.js'].includes(file) ||
        (file.startsWith('geo/') && file !== 'geo/gazetteer.json')
    },
    // A page brings its styles along: nothing is waited for before its text is painted.
    inlineStyleThreshold: 100_000,
    paths: { base: process.env.FULCRUM_BASE ?? '', relative: true },
    // Only the site's own scripts run, and of those in a page only the ones with these hashes. Styles are free:
    // the pages set sizes and places in `style` attributes. MapLibre's worker comes from a blob or from data
    // where a sandboxed frame has no origin. Who may frame a page is said in headers: src/cli/site-headers.ts.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', hashOf(themeScript), hashOf(startLaterScript)],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self', 'blob:'],
        'worker-src': ['self', 'blob:', 'data:'],
        'frame-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    },
    prerender: {
      // Absolute addresses in the pages and in oembed.json are of this origin.
      origin: process.env.FULCRUM_ORIGIN ?? 'http://localhost:4173',
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      handleUnseenRoutes: pages ? 'ignore' : 'fail',
      ...(pages ? { crawl: false, entries: pages } : {})
    }
  }
};

export default config;
