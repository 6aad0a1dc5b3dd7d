/**
 * The absolute address of the site, from `FULCRUM_ORIGIN` (`https://maps.example.org`), with its base path and
 * without a trailing slash; null where the build was not given one. Link previews need absolute addresses.
 *
 * @throws Error for what is not an http(s) origin: broken links are worse than none
 */
export function siteOrigin(
  given = process.env.FULCRUM_ORIGIN,
  base = process.env.FULCRUM_BASE ?? ''
): string | null {
  if (given === undefined || given === '') return null;
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(`FULCRUM_ORIGIN must be like "https://maps.example.org", got "${given}"`);
  }
  return url.origin + base;
}
