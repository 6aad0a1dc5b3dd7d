import type { Position } from 'geojson';
import type { Land } from './country-land.ts';

/** The ring of a rectangle, degrees. For tests. */
export function rectangle(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south]
  ];
}

/** Land of such polygons, each given by its rings and a country of its own without a code. For tests. */
export function landOf(...polygons: Position[][][]): Land {
  return {
    type: 'FeatureCollection',
    features: polygons.map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates }
    }))
  };
}
