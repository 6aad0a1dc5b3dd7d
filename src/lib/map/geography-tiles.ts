import type { BorderForm } from '../geometry/border-forms.ts';

/** A part of the geography that a source of the map holds. */
export type GeographyPart = 'coarse' | 'fine' | 'water';

/**
 * The zoom of each part's finest tiles. Few, large tiles: one is 8192 units wide, so at 3 the coarse level still
 * stands to 0.5 px at zoom 6.
 */
export const maxZooms: Readonly<Record<GeographyPart, number>> = { coarse: 3, fine: 5, water: 5 };

/** The layer of each tile that has all but the outlines of groups, and the one that has those. */
export const tileLayer = 'geography';
export const groupLayer = 'groups';

/**
 * Where the geography comes from: the base address of what all stories share, the address of the fine level, and the
 * groups to outline: by id, the codes of their land.
 */
export interface GeographyAddress {
  readonly base: string;
  readonly fine: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The areas and lines that the story draws otherwise. */
  readonly borders: readonly BorderForm[];
}

/** A tile of a part of the geography, in the numbering of web maps: zoom, column from the west, row from the north. */
export interface GeographyTile extends GeographyAddress {
  readonly part: GeographyPart;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** What the addresses begin with that the map's worker, and it alone, can read. */
export const geographyProtocol = 'geography';

/** The template of the addresses under which the map's worker finds a part's tiles. */
export function geographyTiles(
  part: GeographyPart,
  { base, fine, groups, borders }: GeographyAddress
): string {
  const [files, level, outlines, forms] = [
    ...[base, fine],
    ...[groups, borders].map((value) => JSON.stringify(value))
  ].map(encodeURIComponent);
  return `${geographyProtocol}://${part}/{z}/{x}/{y}?base=${files}&fine=${level}&groups=${outlines}&borders=${forms}`;
}

const tileAddress = new RegExp(
  String.raw`^${geographyProtocol}://(coarse|fine|water)/(\d+)/(\d+)/(\d+)\?base=([^&]+)&fine=([^&]+)&groups=([^&]+)&borders=([^&]+)$`
);

/**
 * The tile that an address made from `geographyTiles` means.
 * @throws Error for any other address
 */
export function tileOfGeography(url: string): GeographyTile {
  const [, part, z, x, y, base, fine, groups, borders] = tileAddress.exec(url) ?? [];
  if (!part || !base || !fine || !groups || !borders) {
    throw new Error(
      `${url}: expected ${geographyProtocol}://coarse, fine or water with /z/x/y, base, fine, groups and borders`
    );
  }
  return {
    part: part as GeographyPart,
    base: decodeURIComponent(base),
    fine: decodeURIComponent(fine),
    groups: JSON.parse(decodeURIComponent(groups)) as GeographyAddress['groups'],
    borders: JSON.parse(decodeURIComponent(borders)) as GeographyAddress['borders'],
    z: Number(z),
    x: Number(x),
    y: Number(y)
  };
}

/** The fragment of the worker's address that tells it where to fetch the world from before it is asked to. */
export function aheadHash(base: string): string {
  return `#${geographyProtocol}=${encodeURIComponent(base)}`;
}

/** The base address in such a fragment; null in any other. */
export function baseAhead(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get(geographyProtocol);
}
