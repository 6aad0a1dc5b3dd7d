import { siteOrigin } from './site-origin.ts';

/**
 * The whole address of what lies beside a page, or its relative one where the build does not know the site’s own: a
 * wrong address would be worse.
 *
 * @param page the page’s URL while it is prerendered
 */
export function wholeAddress(relative: string, page: URL, origin = siteOrigin()): string {
  return origin === null ? relative : new URL(relative, page).href;
}
