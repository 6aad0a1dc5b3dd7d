import { renderSVG } from 'uqr';
import type { HandoutCode } from '../present/handout-code.ts';

/**
 * The code for a story's student handout, on the site's own address (`FULCRUM_ORIGIN`, such as
 * `https://maps.example.org`, and `FULCRUM_BASE`); null where the build does not know it.
 *
 * @throws Error where the address is not one of a site
 */
export function handoutCode(
  slug: string,
  env: Readonly<Record<string, string | undefined>>
): HandoutCode | null {
  const { FULCRUM_ORIGIN: origin, FULCRUM_BASE: base = '' } = env;
  if (!origin) return null;
  const site = URL.canParse(origin) ? new URL(origin) : null;
  if (
    site === null ||
    !/^https?:$/.test(site.protocol) ||
    site.origin !== origin.replace(/\/$/, '')
  ) {
    throw new Error(
      `FULCRUM_ORIGIN must be a site's address without a path, such as https://maps.example.org, got "${origin}"`
    );
  }
  const address = `${site.origin}${base}/${slug}/handout/?for=student`;
  return { address, svg: renderSVG(address, { border: 2 }) };
}
