import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import area from '@turf/area';

type Rings = Position[][];

/**
 * Returns the same land without islands of less than `minKm2`. An enclave that shares a corner with other land
 * stays, because it would leave a hole; so does the largest polygon of each `face`, because a country would be gone.
 */
export function dropSmallIslands<P extends { readonly face: number }>(
  land: FeatureCollection<Polygon | MultiPolygon, P>,
  minKm2: number
): FeatureCollection<Polygon | MultiPolygon, P> {
  const largest = new Map<number, number>();
  const touches = new Map<string, number>();
  for (const { geometry, properties } of land.features)
    for (const rings of partsOf(geometry)) {
      largest.set(properties.face, Math.max(largest.get(properties.face) ?? 0, areaKm2(rings)));
      for (const corner of cornersOf(rings)) touches.set(corner, (touches.get(corner) ?? 0) + 1);
    }

  const isKept = (rings: Rings, face: number): boolean => {
    const size = areaKm2(rings);
    if (size >= minKm2 || size === largest.get(face)) return true;
    return cornersOf(rings).some((corner) => touches.get(corner)! > 1);
  };
  return {
    ...land,
    features: land.features.map((feature) => ({
      ...feature,
      geometry: {
        type: 'MultiPolygon',
        coordinates: partsOf(feature.geometry).filter((rings) =>
          isKept(rings, feature.properties.face)
        )
      }
    }))
  };
}

function partsOf(geometry: Polygon | MultiPolygon): Rings[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function areaKm2(rings: Rings): number {
  return area({ type: 'Polygon', coordinates: rings }) / 1e6;
}

/** The corners of the outer ring, each once. */
function cornersOf([outer = []]: Rings): string[] {
  return outer.slice(1).map((corner) => corner.join());
}
