import { isImmutable } from '../lib/offline/story-files.ts';

/**
 * Returns the headers that a server should send with a page or file of the site, by its path below the site's root.
 * The pages carry the rest of the content security policy; `frame-ancestors` works only as a header.
 *
 * Everything is public, static and without cookies, so every origin may read it: a frame that is sandboxed without
 * `allow-same-origin` has no origin, and to its own site it is another one.
 */
export function siteHeaders(pathname: string): Readonly<Record<string, string>> {
  const isEmbed = /\/embed\/([^/]+\/)?(index\.html)?$/.test(pathname);
  return {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': cacheControl(pathname),
    'Content-Security-Policy': `frame-ancestors ${isEmbed ? embedAncestors : pageAncestors}`,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff'
  };
}

/**
 * Files named by their content's hash never change, and a script named by its version keeps its meaning. The browser
 * asks again for everything else each time, above all for the service worker.
 */
function cacheControl(pathname: string): string {
  if (isImmutable(pathname)) return 'public, max-age=31536000, immutable';
  return /\/embed\.v\d+\.js$/.test(pathname) ? 'public, max-age=604800' : 'no-cache';
}

/** The pages that may frame an embed: all, also those opened from a file. A newsroom may name its own hosts instead. */
const embedAncestors = '* data: file:';
/** The pages that may frame any other page: the site's own. */
const pageAncestors = "'self'";
