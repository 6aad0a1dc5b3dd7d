/** An address in full, with its QR code as SVG; no code where only this computer could follow it. */
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
