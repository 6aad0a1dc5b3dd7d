import type { Geometry, MultiPolygon, Position } from 'geojson';
import { cutAtAntimeridian } from '../geometry/antimeridian.ts';
import { wrapLng } from '../geometry/date-line.ts';
import type { LngLat, Shape } from '../story/story.ts';
import { cutLine } from './cut-line.ts';

/** A layer's shape as GeoJSON, cut at the antimeridian (RFC 7946, 3.1.9). */
export function shapeGeoJson({ areas, lines, points }: Shape): Geometry {
  if (areas.length > 0) {
    const polygons: MultiPolygon[] = areas.map((rings) =>
      cutAtAntimeridian({ type: 'Polygon', coordinates: rings.map(positions) })
    );
    return joined(
      'Polygon',
      polygons.flatMap(({ coordinates }) => coordinates)
    );
  }
  if (lines.length > 0) {
    const cut = lines
      .map(cutLine)
      .flatMap((line) => (line.type === 'LineString' ? [line.coordinates] : line.coordinates));
    return joined('LineString', cut);
  }
  return joined(
    'Point',
    points.map(([lng, lat]) => [wrapLng(lng), lat])
  );
}

function joined(type: 'Polygon' | 'LineString' | 'Point', parts: unknown[]): Geometry {
  return (
    parts.length === 1
      ? { type, coordinates: parts[0] }
      : { type: `Multi${type}`, coordinates: parts }
  ) as Geometry;
}

function positions(ring: readonly LngLat[]): Position[] {
  return ring.map((lngLat) => [...lngLat]);
}
