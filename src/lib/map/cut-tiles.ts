import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { GeoCollection } from './geo-sources.ts';
import { tileLayer } from './geography-tiles.ts';

/** A tile is so many units wide, the finest that MapLibre knows. */
const extent = 8192;
/** A tile's width, px. */
const tilePx = 512;
const unitsPerPx = extent / tilePx;

/** A vector tile by its zoom, column and row; empty where nothing lies in it. */
export type TileCutter = (z: number, x: number, y: number) => ArrayBuffer;

/** Down to here all tiles are cut before any is asked for: a story opens with them. */
const aheadZoom = 2;

/**
 * Cuts a collection into vector tiles of one layer, down to a zoom: large ones at once, small ones where they are asked
 * for.
 */
export function cutTiles(
  collection: GeoCollection,
  maxZoom: number,
  layer: string = tileLayer
): TileCutter {
  const index = new GeoJSONVT(collection, {
    maxZoom,
    indexMaxZoom: Math.min(aheadZoom, maxZoom),
    indexMaxPoints: 0,
    extent,
    // What lies so far outside a tile belongs to it too, so that no line, however wide, ends at a seam.
    buffer: 8 * unitsPerPx,
    tolerance: 0.2 * unitsPerPx
  });
  return (z, x, y) => {
    const tile = index.getTile(z, x, y);
    if (tile === null) return new ArrayBuffer(0);
    return fromGeojsonVt({ [layer]: tile }, { version: 2, extent }).slice().buffer as ArrayBuffer;
  };
}

/** Cuts what two cutters of different layers cut, into the same tiles. A vector tile is the list of its layers. */
export function cutBoth(one: TileCutter, other: TileCutter): TileCutter {
  return (z, x, y) => {
    const layers = [one, other].map((cut) => new Uint8Array(cut(z, x, y)));
    const tile = new Uint8Array(layers[0]!.length + layers[1]!.length);
    tile.set(layers[0]!);
    tile.set(layers[1]!, layers[0]!.length);
    return tile.buffer;
  };
}
