/**
 * An address in full, with its QR code as SVG; null instead of a code where only this computer could open the address.
 * @param from an address of the site, by default this page's
 */
export async function codeFor(
  path: string,
  from: string = location.href
): Promise<{ readonly address: string; readonly svg: string | null }> {
  const { href, hostname, protocol } = new URL(path, from);
  const own = protocol === 'file:' || /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(hostname);
  if (own) return { address: href, svg: null };
  const { renderSVG } = await import('uqr');
  return { address: href, svg: renderSVG(href, { border: 2 }) };
}
