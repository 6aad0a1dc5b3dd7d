import type { Position } from 'geojson';
import { nearLng } from '../geometry/date-line.ts';
import type { Land } from './country-land.ts';
import { passages } from './passages.ts';
import type { LngLat } from '../story/story.ts';

/** A rectangle in degrees. Longitudes are unwrapped: `east` may exceed 180, `west` may be below −180. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a way leads over. */
export type Surface = 'sea' | 'land';

/**
 * A grid of square cells, sides in degrees, row by row from the south-west. `clearance` is 0 where a way may not lead:
 * for one over the sea where a cell touches land, for one over land where it touches none; else it is the number of
 * cells to the nearest such one, at most `farFromLand`.
 */
export interface SeaGrid {
  readonly box: Box;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly clearance: Uint8Array;
}

/** From this many cells on, water counts as open. */
export const farFromLand = 5;

/**
 * Returns the grid of a box. A cell is land where any polygon covers or touches it, so water cells hold no land at
 * all, but for those of the straits and canals in `passages`.
 */
export function makeSeaGrid(land: Land, box: Box, cell: number, surface: Surface = 'sea'): SeaGrid {
  const columns = Math.ceil((box.east - box.west) / cell);
  const rows = Math.ceil((box.north - box.south) / cell);
  const grid = {
    box,
    cell,
    columns,
    rows,
    clearance: new Uint8Array(columns * rows).fill(farFromLand)
  };
  for (const { geometry } of land.features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const rings of polygons)
      for (const turn of turnsInto(rings[0] ?? [], box)) fillPolygon(grid, rings, turn);
  }
  const { clearance } = grid;
  if (surface === 'sea') openPassages(grid);
  else clearance.forEach((value, index) => (clearance[index] = value === 0 ? farFromLand : 0));
  spreadClearance(grid);
  return grid;
}

/** Returns the index of the cell that a point lies in, or −1 outside the grid. */
export function cellAt({ box, cell, columns, rows }: SeaGrid, [lng, lat]: LngLat): number {
  const column = Math.floor((lng - box.west) / cell);
  const row = Math.floor((lat - box.south) / cell);
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
}

/** Returns the middle of a cell, unwrapped. */
export function middleOf({ box, cell, columns }: SeaGrid, index: number): LngLat {
  return [
    box.west + ((index % columns) + 0.5) * cell,
    box.south + (Math.floor(index / columns) + 0.5) * cell
  ];
}

/**
 * Calls `visit` for every cell that the straight line between two points passes, in order, until it returns false.
 * After Amanatides and Woo, "A Fast Voxel Traversal Algorithm for Ray Tracing", 1987. Cells outside the grid are
 * −1.
 */
export function walkCells(
  grid: SeaGrid,
  from: LngLat,
  to: LngLat,
  visit: (index: number) => boolean
): void {
  const { box, cell, columns, rows } = grid;
  const [x0, y0] = [(from[0] - box.west) / cell, (from[1] - box.south) / cell];
  const [x1, y1] = [(to[0] - box.west) / cell, (to[1] - box.south) / cell];
  let [column, row] = [Math.floor(x0), Math.floor(y0)];
  const [stepX, stepY] = [Math.sign(x1 - x0), Math.sign(y1 - y0)];
  const [perX, perY] = [Math.abs(1 / (x1 - x0)), Math.abs(1 / (y1 - y0))];
  let nextX = stepX === 0 ? Infinity : (stepX > 0 ? column + 1 - x0 : x0 - column) * perX;
  let nextY = stepY === 0 ? Infinity : (stepY > 0 ? row + 1 - y0 : y0 - row) * perY;
  for (;;) {
    const inside = column >= 0 && column < columns && row >= 0 && row < rows;
    if (!visit(inside ? row * columns + column : -1)) return;
    if (Math.min(nextX, nextY) > 1) return;
    if (nextX < nextY) {
      column += stepX;
      nextX += perX;
    } else {
      row += stepY;
      nextY += perY;
    }
  }
}

/**
 * Returns the whole turns, in degrees, that move a ring to where it overlaps the box: none, or some of −360, 0 and
 * 360.
 */
function turnsInto(ring: readonly Position[], { west, south, east, north }: Box): number[] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of ring) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  if (maxY < south || minY > north) return [];
  return [-360, 0, 360].filter((turn) => maxX + turn >= west && minX + turn <= east);
}

/** Marks the cells that a polygon covers (by the even-odd rule, at the middle of each row) or whose edges it crosses. */
function fillPolygon(grid: SeaGrid, rings: readonly Position[][], turn: number): void {
  const { box, cell, columns, rows, clearance } = grid;
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = [ring[i - 1]![0]! + turn, ring[i - 1]![1]!];
      const [bx, by] = [ring[i]![0]! + turn, ring[i]![1]!];
      const [low, high] = [Math.min(ay, by), Math.max(ay, by)];
      if (high < box.south || low > box.north) continue;
      const firstRow = Math.max(0, Math.ceil((low - box.south) / cell - 0.5));
      for (let row = firstRow; row < rows; row++) {
        const y = box.south + (row + 0.5) * cell;
        if (y >= high) break;
        crossings[row]!.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      }
      if (Math.max(ax, bx) < box.west || Math.min(ax, bx) > box.east) continue;
      walkCells(grid, [ax, ay], [bx, by], (index) => {
        if (index >= 0) clearance[index] = 0;
        return true;
      });
    }
  }
  for (const [row, xs] of crossings.entries()) {
    xs.sort((a, b) => a - b);
    for (let i = 1; i < xs.length; i += 2) {
      const first = Math.max(0, Math.ceil((xs[i - 1]! - box.west) / cell - 0.5));
      const last = Math.min(columns - 1, Math.floor((xs[i]! - box.west) / cell - 0.5));
      if (first <= last) clearance.fill(0, row * columns + first, row * columns + last + 1);
    }
  }
}

function openPassages(grid: SeaGrid): void {
  for (const passage of passages) {
    const [west] = passage[0]!;
    const turn = nearLng(west, (grid.box.west + grid.box.east) / 2) - west;
    passage.slice(1).forEach(([lng, lat], i) => {
      const [fromLng, fromLat] = passage[i]!;
      walkCells(grid, [fromLng + turn, fromLat], [lng + turn, lat], (index) => {
        if (index >= 0) grid.clearance[index] = farFromLand;
        return true;
      });
    });
  }
}

/** Fills in the distance of each water cell from land, in steps to any of the eight neighbours. */
function spreadClearance({ columns, rows, clearance }: SeaGrid): void {
  for (let distance = 1; distance < farFromLand; distance++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const index = row * columns + column;
        if (clearance[index]! <= distance) continue;
        const touches = (dRow: number) => {
          const beside = index + dRow * columns;
          return (
            clearance[beside] === distance - 1 ||
            (column > 0 && clearance[beside - 1] === distance - 1) ||
            (column < columns - 1 && clearance[beside + 1] === distance - 1)
          );
        };
        if (touches(-1) || touches(0) || touches(1)) clearance[index] = distance;
      }
    }
  }
}
