/** A code of more characters has dots too small to be read from a bench. */
const mostCharacters = 600;

/** An address in full, with its QR code as SVG; null instead of a code where there is none, and why. */
export interface AddressCode {
  readonly address: string;
  readonly svg: string | null;
  /** `own` where only this computer could open the address, `long` where its code could not be read. */
  readonly lacks: 'own' | 'long' | null;
}

/**
 * The QR code of an address.
 * @param from an address of the site, by default this page's
 */
export async function codeFor(path: string, from: string = location.href): Promise<AddressCode> {
  const { href, hostname, protocol } = new URL(path, from);
  const own = protocol === 'file:' || /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(hostname);
  if (own) return { address: href, svg: null, lacks: 'own' };
  if (href.length > mostCharacters) return { address: href, svg: null, lacks: 'long' };
  const { renderSVG } = await import('uqr');
  return { address: href, svg: renderSVG(href, { border: 2 }), lacks: null };
}
