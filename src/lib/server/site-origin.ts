/**
 * Where the site will stand, from `FULCRUM_ORIGIN` (`https://maps.example.org`), with the path below which it is
 * built and without a slash at the end; null where the build was not told. Link previews want whole addresses.
 *
 * @throws Error for what is not an http(s) origin: links that lead nowhere are worse than none
 */
export function siteOrigin(
  told = process.env.FULCRUM_ORIGIN,
  base = process.env.FULCRUM_BASE ?? ''
): string | null {
  if (told === undefined || told === '') return null;
  const url = URL.parse(told);
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(`FULCRUM_ORIGIN must be like "https://maps.example.org", got "${told}"`);
  }
  return url.origin + base;
}
