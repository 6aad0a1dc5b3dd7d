import { renderSVG } from 'uqr';
import type { HandoutCode } from '../present/handout-code.ts';
import { siteOrigin } from './site-origin.ts';

/**
 * The QR code of a story's student handout at the site's own address (`FULCRUM_ORIGIN`, such as
 * `https://maps.example.org`, and `FULCRUM_BASE`); null where the build does not know it.
 *
 * @throws Error where the address is not one of a site
 */
export function handoutCode(
  slug: string,
  env: Readonly<Record<string, string | undefined>>
): HandoutCode | null {
  const site = siteOrigin(env.FULCRUM_ORIGIN, env.FULCRUM_BASE);
  if (site === null) return null;
  const address = `${site}/${slug}/handout/?for=student`;
  return { address, svg: renderSVG(address, { border: 2 }) };
}
