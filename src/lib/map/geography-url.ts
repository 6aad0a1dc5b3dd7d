/** A part of the geography that a source of the map holds. */
export type GeographyPart = 'coarse' | 'fine' | 'water';

/** What the addresses begin with that the map's worker, and it alone, can read. */
export const geographyProtocol = 'geography';

/** The address under which the map's worker finds a part of the geography whose files lie at a base address. */
export function geographyUrl(part: GeographyPart, base: string): string {
  return `${geographyProtocol}://${part}?base=${encodeURIComponent(base)}`;
}

/**
 * Which part an address of `geographyUrl` means, and where its files lie.
 * @throws Error for any other address
 */
export function partOfGeography(url: string): { part: GeographyPart; base: string } {
  const [, part, base] = new RegExp(`^${geographyProtocol}://(\\w+)\\?base=(.+)$`).exec(url) ?? [];
  if (
    part === undefined ||
    base === undefined ||
    !(part === 'coarse' || part === 'fine' || part === 'water')
  )
    throw new Error(`${url}: expected ${geographyProtocol}://coarse, fine or water with a base`);
  return { part, base: decodeURIComponent(base) };
}

/** The fragment of the worker's address that tells it where to fetch the world from before it is asked to. */
export function aheadHash(base: string): string {
  return `#${geographyProtocol}=${encodeURIComponent(base)}`;
}

/** The base address in such a fragment; null in any other. */
export function baseAhead(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get(geographyProtocol);
}
