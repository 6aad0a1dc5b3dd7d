/**
 * The headers that a server should send with a page or file of the site, by its path below the site's root.
 * The rest of the content security policy stands in the pages themselves; who may frame a page can only be
 * said in a header.
 *
 * Everything is public, static and without cookies, so every origin may read it: a frame that is sandboxed
 * without `allow-same-origin` counts as a foreign origin to its own site.
 */
export function siteHeaders(pathname: string): Readonly<Record<string, string>> {
  const ancestors = /\/embed\/([^/]+\/)?(index\.html)?$/.test(pathname)
    ? embedAncestors
    : pageAncestors;
  return {
    'Access-Control-Allow-Origin': '*',
    // What is named by its content never changes; everything else, the service worker above all, is asked for
    // anew each time.
    'Cache-Control': pathname.includes('/_app/immutable/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'Content-Security-Policy': `frame-ancestors ${ancestors}`,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff'
  };
}

/** Whose pages may frame an embed: anyone's, also from a file. A newsroom may name its own hosts instead. */
const embedAncestors = '* data: file:';
/** Whose pages may frame any other page: the site's own. */
const pageAncestors = "'self'";
