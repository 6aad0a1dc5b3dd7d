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
  /** The part of the world that the level holds. */
  readonly box: Box;
  /** Makes a second set of objects (`rim…`) with this box cut out. */
  readonly hole?: Box;
  /** Steps across the box's longer side. */
  readonly quantization: number;
}

type Land = FeatureCollection<Polygon | MultiPolygon, { readonly face: number }>;
type Face = (TopoPolygon | TopoMultiPolygon) & { properties: { face: number } };

const world: Box = [-180, -90, 180, 90];

/** Simplifies, clips and sorts faces into the objects that the map draws. */
export async function makeLevel(
  { land, statuses }: Faces,
  policy: Policy,
  { simplify, minIslandKm2, box, hole, quantization }: LevelOptions
): Promise<Level> {
  const whole = await runMapshaper<Land>(
    { land: dropSmallIslands(land, minIslandKm2) },
    `-dissolve face -simplify ${simplify} keep-shapes -clip bbox=${box.join()} -filter 'this.area > 0'`
  );
  const objects: Record<string, FeatureCollection | Geometry> = { faces: whole };
  const addLines = (prefix: string, { coast, borders }: Lines): void => {
    objects[prefix ? `${prefix}Coast` : 'coast'] = coast;
    objects[prefix ? `${prefix}Borders` : 'borders'] = {
      type: 'FeatureCollection',
      features: Object.entries(borders).map(([name, geometry]) => ({
        type: 'Feature',
        properties: { class: name },
        geometry
      }))
    };
  };
  addLines('', linesOf(whole, statuses, policy, [world, box]));
  if (hole) {
    const rim = await runMapshaper<Land>({ whole }, `-erase bbox=${hole.join()}`);
    objects['rimFaces'] = rim;
    addLines('rim', linesOf(rim, statuses, policy, [world, box, hole]));
  }
  const level = makeTopology(objects, quantization) as Level;
  if (hole) replaceFaces(level, 'rimFaces', statuses, policy, ['rim', 'rimContested']);
  replaceFaces(level, 'faces', statuses, policy, ['countries', 'contested']);
  for (const name of ['borders', 'coast', 'rimBorders', 'rimCoast']) joinLines(level, name);
  return level;
}

function linesOf(land: Land, statuses: readonly Status[], policy: Policy, frames: Box[]): Lines {
  const topology = makeTopology({ faces: land }) as unknown as FaceTopology;
  return sortLines(topology, statuses, policy.lines, frames);
}

/** Replaces faces by the countries and contested areas that they make up. */
function replaceFaces(
  level: Level,
  name: string,
  statuses: readonly Status[],
  policy: Policy,
  [countries, contested]: readonly [string, string]
): void {
  const faces = (level.objects[name] as GeometryCollection).geometries as Face[];
  delete level.objects[name];
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
  level.objects[countries] = collect(({ owner }) => owner);
  level.objects[contested] = collect(({ area }) => hatchOf(area, policy));
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
