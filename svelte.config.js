import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-static';
import { themeScript } from './src/lib/embed/theme.ts';
import { compileInline } from './src/lib/startup/inline-plugin.ts';

/** The hash by which the content security policy allows an inline script. */
const hashOf = (/** @type {string} */ script) =>
  /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);

/** The benchmark builds only these pages, such as `/a-story/`. */
const pages = process.env.FULCRUM_PAGES?.split(',');

/** The files of a story's own ground. */
const groundRoutes = ['/[story]/map/fine.json', '/[story]/map/relief/[picture].webp'];

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
      // Only the pages for presenting and for print register it, so that reading stores nothing.
      register: false,
      // The static files that pages fetch, in an exported story too.
      files: (file) =>
        ['favicon.svg', 'from-file.js'].includes(file) ||
        (file.startsWith('geo/') && !['geo/gazetteer.json', 'geo/islets.json'].includes(file))
    },
    // Styles are inlined, so that no request delays the first paint.
    inlineStyleThreshold: 100_000,
    paths: { base: process.env.FULCRUM_BASE ?? '', relative: true },
    // Only the site's own scripts run, and inline only those with these hashes. Styles may be inline, because pages
    // set sizes and places in `style` attributes. In a sandboxed frame, which has no origin, MapLibre's worker comes
    // from a blob or a data URL. `frame-ancestors` is a header: src/cli/site-headers.ts.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', hashOf(themeScript), hashOf(await compileInline())],
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
      // Absolute addresses in the pages and in oembed.json have this origin.
      origin: process.env.FULCRUM_ORIGIN ?? 'http://localhost:4173',
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      // Where the site's address is not known, there is no sitemap; stories may be without media, and without a ground
      // of their own.
      handleUnseenRoutes: ({ routes, message }) => {
        const mayBeEmpty = ['/[sitemap=sitemap]', '/[story]/media/[file]', ...groundRoutes];
        if (pages || routes.every((route) => mayBeEmpty.includes(route))) return;
        throw new Error(message);
      },
      ...(pages ? { crawl: false, entries: pages } : {})
    }
  }
};

export default config;
