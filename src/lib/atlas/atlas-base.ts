import { geoPath } from 'd3-geo';
import { planarTriangleArea, presimplify, type Triangle } from 'topojson-simplify';
import { feature, transform } from 'topojson-client';
import type {
  GeometryCollection,
  MultiLineString,
  MultiPolygon,
  Objects,
  Topology
} from 'topojson-specification';
import { memoize } from '../cache.ts';
import { latitudeAt } from '../camera/camera.ts';
import type { Rectangle } from '../geometry/outside.ts';
import { mercator } from './ground.ts';

/** The areas and lines of one level of detail. */
type LandTopology = Topology<{
  readonly countries: GeometryCollection;
  readonly contested: GeometryCollection;
  readonly borders: GeometryCollection<{ class: string }>;
  readonly coast: MultiLineString;
  /** Rectangles. */
  readonly mask?: GeometryCollection;
}>;
type WaterTopology = Topology<{
  readonly rivers: GeometryCollection;
  readonly lakes: GeometryCollection<object> & { geometries: MultiPolygon[] };
}>;

/**
 * The geography of the static pictures: topologies on the Mercator plane (as from `mercator`), each point weighted
 * by the area of its triangle, for `simplify`.
 */
export interface AtlasBase {
  readonly coarse: LandTopology;
  readonly fine: LandTopology;
  /** Where the fine level hides the coarse one. */
  readonly mask: readonly Rectangle[];
  readonly water: WaterTopology;
}

/** Prepares the three topologies (degrees), once for any number of pictures. */
export function atlasBase(coarse: Topology, fine: Topology, water: Topology): AtlasBase {
  const ground = onThePlane(fine) as LandTopology;
  return {
    coarse: onThePlane(coarse) as LandTopology,
    fine: ground,
    mask: rectanglesOf(ground),
    water: onThePlane(water) as WaterTopology
  };
}

function rectanglesOf(topology: LandTopology): Rectangle[] {
  const { mask } = topology.objects;
  if (!mask) return [];
  return feature(topology, mask).features.map((shape) => {
    const [[west, north], [east, south]] = geoPath().bounds(shape);
    return [west, north, east, south];
  });
}

/** The same with points weighted by the area of their triangle on the globe, in equators². */
export const weightedForGlobe = memoize(({ coarse, fine, mask, water }: AtlasBase): AtlasBase => ({
  coarse: presimplify(coarse, areaOnGlobe),
  fine: presimplify(fine, areaOnGlobe),
  mask,
  water: presimplify(water, areaOnGlobe)
}));

function areaOnGlobe(triangle: Triangle): number {
  const lat = latitudeAt(-triangle[1][1]);
  return planarTriangleArea(triangle) * Math.cos((lat * Math.PI) / 180) ** 2;
}

function onThePlane({ transform: grid, arcs, objects }: Topology): unknown {
  const decode = grid ? transform(grid) : (position: number[]) => position;
  const flat = arcs.map((arc) =>
    arc.map((position, i) => {
      const [lng, lat] = decode(position, i > 0) as [number, number];
      return [...mercator([lng, lat])];
    })
  );
  return presimplify({ type: 'Topology', objects: objects as Objects<object>, arcs: flat });
}
