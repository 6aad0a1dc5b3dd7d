import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { meshArcs, mergeArcs } from 'topojson-client';
import { topology as makeTopology } from 'topojson-server';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology
} from 'topojson-specification';
import { cutAtDateLine, onWorld } from '../src/lib/geometry/bounds.ts';
import type { Faces } from './faces.ts';
import { sortLines } from './lines.ts';
import type { FaceTopology, Lines } from './lines.ts';
import type { Box, Policy, Status } from './policy.ts';
import { runMapshaper } from './run-mapshaper.ts';
import { dropSmallIslands } from './small-islands.ts';

/** A level of detail, as the map fetches it. */
export type Level = Topology<Record<string, GeometryObject>>;

export interface LevelOptions {
  /** mapshaper's `-simplify` arguments, such as `weighted interval=3000` (metres). */
  readonly simplify: string;
  /** Islands smaller than this are dropped, except each face's largest; km². */
  readonly minIslandKm2: number;
  /** The parts of the world that the level holds; east exceeds 180 beyond the date line. */
  readonly boxes: readonly Box[];
  /** Adds the object `mask`: the same parts, so that a coarser level can be hidden beneath this one. */
  readonly mask?: boolean;
  /** Steps across the level's longer side. */
  readonly quantization: number;
}

/** The part of the world that a map shows. */
export const worldBox: Box = [-180, -85, 180, 90];

type Land = FeatureCollection<Polygon | MultiPolygon, { readonly face: number }>;
type Face = (TopoPolygon | TopoMultiPolygon) & { properties: { face: number } };

const globe: Box = [-180, -90, 180, 90];
/** The mask is this much smaller than its box, degrees: both levels' land lies there, so that no gap shows. */
const maskInset = 0.02;

/** Simplifies, clips and sorts faces into the objects that the map draws. */
export async function makeLevel(
  { land, statuses }: Faces,
  policy: Policy,
  { simplify, minIslandKm2, boxes, mask = false, quantization }: LevelOptions
): Promise<Level> {
  const parts = boxes.flatMap(cutAtDateLine);
  const whole = await runMapshaper<Land>(
    { land: dropSmallIslands(land, minIslandKm2), parts: rectangles(parts) },
    `-dissolve face target=land -simplify ${simplify} keep-shapes -clip parts -filter 'this.area > 0'`
  );
  const { coast, borders } = linesOf(whole, statuses, policy, [globe, worldBox, ...parts]);
  const objects: Record<string, FeatureCollection | Geometry> = {
    faces: whole,
    coast,
    borders: {
      type: 'FeatureCollection',
      features: Object.entries(borders).map(([name, geometry]) => ({
        type: 'Feature',
        properties: { class: name },
        geometry
      }))
    }
  };
  if (mask) objects['mask'] = rectangles(boxes.map(inset).flatMap(cutAtDateLine));
  const level = makeTopology(objects, quantization) as Level;
  replaceFaces(level, statuses, policy);
  for (const name of ['borders', 'coast']) joinLines(level, name);
  return level;
}

/** The faces of some parts of the world and what lies around them, so that less is left to be worked on. */
export async function facesNear({ land, statuses }: Faces, boxes: readonly Box[]): Promise<Faces> {
  const around = boxes.map(([west, south, east, north]) =>
    onWorld([west - 2, Math.max(-90, south - 2), east + 2, Math.min(90, north + 2)])
  );
  const near = await runMapshaper<Land>(
    { land, parts: rectangles(around.flatMap(cutAtDateLine)) },
    '-clip parts target=land'
  );
  return { land: near, statuses };
}

function rectangles(boxes: readonly Box[]): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: boxes.map(([west, south, east, north]) => ({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [west, north],
            [east, north],
            [east, south],
            [west, south]
          ]
        ]
      }
    }))
  };
}

/** A box made smaller by the mask's inset, but not along an edge of the map. */
function inset([west, south, east, north]: Box): Box {
  const round = east - west >= 360;
  return [
    round ? west : west + maskInset,
    south > worldBox[1] ? south + maskInset : south,
    round ? east : east - maskInset,
    north < worldBox[3] ? north - maskInset : north
  ];
}

function linesOf(land: Land, statuses: readonly Status[], policy: Policy, frames: Box[]): Lines {
  const topology = makeTopology({ faces: land }) as unknown as FaceTopology;
  return sortLines(topology, statuses, policy.lines, frames);
}

/** Replaces faces by the countries and contested areas that they make up. */
function replaceFaces(level: Level, statuses: readonly Status[], policy: Policy): void {
  const faces = (level.objects['faces'] as GeometryCollection).geometries as Face[];
  delete level.objects['faces'];
  const merge = (id: string, members: Face[]): GeometryObject =>
    ({ ...mergeArcs(level, members), id }) as GeometryObject;
  const collect = (keyOf: (status: Status) => string): GeometryCollection => {
    const keys = [...new Set(faces.map(({ properties: { face } }) => keyOf(statuses[face]!)))];
    return {
      type: 'GeometryCollection',
      geometries: keys
        .filter((key) => key !== '')
        .sort()
        .map((key) =>
          merge(
            key,
            faces.filter((f) => keyOf(statuses[f.properties.face]!) === key)
          )
        )
    };
  };
  level.objects['countries'] = collect(({ owner }) => owner);
  level.objects['contested'] = collect(({ area }) => hatchOf(area, policy));
}

/** The id under which an area is hatched; empty if it is not hatched. */
function hatchOf(area: string, { areas }: Policy): string {
  const rule = areas.find((candidate) => candidate.area === area);
  return rule?.form === 'hatched' ? (rule.group ?? rule.area) : '';
}

/** Joins the arcs of lines end to end, so that dashes run on. */
function joinLines(level: Level, name: string): void {
  const object = level.objects[name];
  if (!object) return;
  const geometries = object.type === 'GeometryCollection' ? object.geometries : [object];
  for (const geometry of geometries)
    if (geometry.type === 'MultiLineString') geometry.arcs = meshArcs(level, geometry).arcs;
}
