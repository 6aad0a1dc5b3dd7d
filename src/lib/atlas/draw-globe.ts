import {
  geoArea,
  geoProjection,
  geoPath,
  type GeoContext,
  type GeoPermissibleObjects,
  type GeoProjection,
  type GeoRawProjection
} from 'd3-geo';
import type { Geometry, MultiLineString, Position } from 'geojson';
import { latitudeAt } from '../camera/camera.ts';
import { graticule } from '../geometry/graticule.ts';
import { interpolate, type Point } from '../geometry/polyline.ts';
import { southEnd } from '../geometry/south-end.ts';
import type { GlobeGround } from '../camera/globe-ground.ts';
import { px } from './px.ts';

/** Lines are clipped this far outside the frame, px, so that no clipped end or edge is visible. */
const marginPx = 12;
/** A straight line of the Mercator plane bends on the globe: it is cut into pieces no longer than this, in worlds. */
const longest = 1 / 180;

/** Draws shapes of the Mercator plane on the near side of a globe into a context, px of the frame. */
export function globeDrawer(
  ground: GlobeGround
): (shapes: readonly GeoPermissibleObjects[], context: GeoContext) => void {
  const projection = projectionOf(ground);
  return (shapes, context) => {
    const path = geoPath(projection, context);
    for (const shape of shapes) path(onTheSphere(shape));
  };
}

/** The path data of a globe's disc. */
export function globeDisc({ viewport: { middle, discRadius: radius } }: GlobeGround): string {
  const half = `a${px(radius)} ${px(radius)} 0 1 0 `;
  return `M${px(middle[0] - radius)} ${px(middle[1])}${half}${px(2 * radius)} 0${half}${px(-2 * radius)} 0z`;
}

/** Draws the near side of the graticule into a context, px of the frame. */
export function drawGraticule(ground: GlobeGround, context: GeoContext): void {
  const lines: MultiLineString = {
    type: 'MultiLineString',
    coordinates: graticule().map((line) => line.map((point) => [...point]))
  };
  geoPath(projectionOf(ground), context)(lines);
}

function projectionOf({ camera, frame, viewport }: GlobeGround): GeoProjection {
  const [lng, lat] = camera.center;
  const { distance } = viewport;
  const seen: GeoRawProjection = (turn, rise) => {
    const across = Math.cos(rise) * Math.cos(turn);
    const size = distance / (distance + 1 - across);
    return [Math.cos(rise) * Math.sin(turn) * size, Math.sin(rise) * size];
  };
  return geoProjection(seen)
    .clipAngle((Math.acos(1 / (1 + distance)) * 180) / Math.PI)
    .rotate([-lng, -lat])
    .angle(camera.bearing)
    .scale(viewport.radius)
    .translate([...viewport.middle])
    .clipExtent([
      [-marginPx, -marginPx],
      [frame.width + marginPx, frame.height + marginPx]
    ])
    .precision(0.2);
}

/** A shape of the Mercator plane as d3 has shapes on the sphere: in degrees, areas clockwise. */
function onTheSphere(shape: GeoPermissibleObjects): Geometry {
  const geometry = ('geometry' in shape ? shape.geometry : shape) as Geometry;
  switch (geometry.type) {
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) =>
          rings.map((ring, i) => wound(inDegrees(ring), i > 0))
        )
      };
    case 'LineString':
      return { type: 'MultiLineString', coordinates: northOfEnd(inDegrees(geometry.coordinates)) };
    case 'MultiLineString':
      return {
        type: 'MultiLineString',
        coordinates: geometry.coordinates.flatMap((line) => northOfEnd(inDegrees(line)))
      };
    default:
      throw new Error(`expected areas or lines, got a ${geometry.type}`);
  }
}

/** A line of the Mercator plane in degrees, with points so close together that it keeps its course. */
function inDegrees(line: readonly Position[]): Position[] {
  const points: Position[] = [];
  line.forEach((to, i) => {
    const from = line[i - 1] ?? to;
    const span = Math.max(Math.abs(to[0]! - from[0]!), Math.abs(to[1]! - from[1]!));
    const pieces = Math.max(1, Math.ceil(span / longest));
    for (let piece = 1; piece <= pieces; piece++) {
      const [x, y] = interpolate(from as unknown as Point, to as unknown as Point, piece / pieces);
      const lat = latitudeAt(-y);
      points.push([360 * x, lat < southEnd ? -90 : lat]);
    }
  });
  return points;
}

/** The parts of a line before and after it runs along the geography's end. */
function northOfEnd(line: readonly Position[]): Position[][] {
  const parts: Position[][] = [[]];
  for (const point of line) {
    if (point[1]! > southEnd) parts.at(-1)!.push(point);
    else if (parts.at(-1)!.length > 0) parts.push([]);
  }
  return parts.filter(({ length }) => length > 1);
}

/** A ring as d3 takes it: the area it goes around is to its right, that of a hole to its left. */
function wound(ring: Position[], hole: boolean): Position[] {
  const area = geoArea({ type: 'Polygon', coordinates: [ring] });
  return area > 2 * Math.PI !== hole ? [...ring].reverse() : ring;
}
