/** Where a tile of a grid is laid out, px. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Tiles whose tops differ by less are in one row, px. */
const sameRowPx = 4;

/**
 * The index of the tile that a key leads to from another, as in a grid: to the left and right through all rows, up and
 * down to the nearest tile of the next row, Home and End to the first and the last. Null for any other key, and where
 * there is no tile that way.
 */
export function tileAfterKey(key: string, tiles: readonly Tile[], from: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return from + 1 < tiles.length ? from + 1 : null;
    case 'ArrowLeft':
      return from > 0 ? from - 1 : null;
    case 'ArrowDown':
      return tileInNextRow(tiles, from, 1);
    case 'ArrowUp':
      return tileInNextRow(tiles, from, -1);
    case 'Home':
      return tiles.length > 0 ? 0 : null;
    case 'End':
      return tiles.length > 0 ? tiles.length - 1 : null;
  }
  return null;
}

/** @param direction 1 for the next row below, -1 for the next above */
function tileInNextRow(tiles: readonly Tile[], from: number, direction: 1 | -1): number | null {
  const start = tiles[from];
  if (start === undefined) return null;
  const middleOf = ({ left, width }: Tile) => left + width / 2;
  const beyond = [...tiles.keys()].filter(
    (index) => direction * (tiles[index]!.top - start.top) > sameRowPx
  );
  const rowTop = direction * Math.min(...beyond.map((index) => direction * tiles[index]!.top));
  const distance = (index: number) => Math.abs(middleOf(tiles[index]!) - middleOf(start));
  const [nearest] = beyond
    .filter((index) => Math.abs(tiles[index]!.top - rowTop) < sameRowPx)
    .sort((a, b) => distance(a) - distance(b));
  return nearest ?? null;
}
