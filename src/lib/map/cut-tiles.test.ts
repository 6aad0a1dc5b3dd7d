import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Topology } from 'topojson-specification';
import { cutTiles } from './cut-tiles.ts';
import { coarseCollection, type GeoCollection } from './geo-sources.ts';

const layerOf = (tile: ArrayBuffer) => new VectorTile(new PbfReader(tile)).layers.geography;

/** A tile's features as GeoJSON, cut at the tile's buffer. */
function featuresOf(tile: ArrayBuffer, z: number, x: number, y: number) {
  const layer = layerOf(tile);
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).toGeoJSON(x, y, z));
}

const square: GeoCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'land', id: 'SQR' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [10, 10],
            [20, 10],
            [20, 20],
            [10, 20],
            [10, 10]
          ]
        ]
      }
    },
    {
      type: 'Feature',
      properties: { kind: 'border', class: 'disputed' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [-170, 10],
          [170, 10]
        ]
      }
    }
  ]
};

describe('cutTiles(collection, maxZoom)', () => {
  it('keeps what a feature is, and where it lies to a unit of the tile', () => {
    const tile = cutTiles(square, 3)(3, 4, 3);
    const [land, border] = featuresOf(tile, 3, 4, 3);
    expect(land!.properties).toEqual({ kind: 'land', id: 'SQR' });
    expect(border!.properties).toEqual({ kind: 'border', class: 'disputed' });
    const unit = 360 / 2 ** 3 / 8192;
    const corners = (land!.geometry as Polygon).coordinates[0]!;
    for (const [i, corner] of [
      [10, 10],
      [20, 20]
    ].entries()) {
      const nearest = Math.min(
        ...corners.map(([lng, lat]) =>
          Math.max(Math.abs(lng! - corner[0]!), Math.abs(lat! - corner[1]!))
        )
      );
      expect(nearest, `corner ${i}`).toBeLessThanOrEqual(unit);
    }
  });

  it('is empty where nothing lies, and outside the world', () => {
    const tileAt = cutTiles(square, 3);
    for (const [z, x, y] of [
      [3, 4, 7],
      [3, 0, 99]
    ] as const) {
      expect(tileAt(z, x, y).byteLength).toBe(0);
    }
    expect(cutTiles({ ...square, features: [] }, 5)(0, 0, 0).byteLength).toBe(0);
  });

  it('gives the same tile whenever it is asked for', () => {
    const tileAt = cutTiles(square, 3);
    const first = new Uint8Array(tileAt(2, 2, 1));
    tileAt(3, 4, 3);
    tileAt(0, 0, 0);
    expect(new Uint8Array(tileAt(2, 2, 1))).toEqual(first);
    expect(new Uint8Array(cutTiles(square, 3)(2, 2, 1))).toEqual(first);
  });

  it('keeps every country and every kind of feature in its finest tiles', () => {
    const topology = JSON.parse(readFileSync('static/geo/world-coarse.json', 'utf8')) as Topology;
    const world = coarseCollection(topology);
    const tileAt = cutTiles(world, 3);
    const drawn = Array.from({ length: 64 }, (_, i) =>
      featuresOf(tileAt(3, i % 8, Math.floor(i / 8)), 3, i % 8, Math.floor(i / 8))
    ).flatMap((features) => features.map(({ properties }) => properties!));
    const kindsOf = (all: readonly { kind?: unknown }[]) => new Set(all.map(({ kind }) => kind));
    expect(kindsOf(drawn)).toEqual(kindsOf(world.features.map(({ properties }) => properties)));
    const countries = (all: readonly { kind?: unknown; id?: unknown }[]) =>
      new Set(all.filter(({ kind }) => kind === 'land').map(({ id }) => id));
    expect(countries(drawn)).toEqual(countries(world.features.map(({ properties }) => properties)));
  });
});
