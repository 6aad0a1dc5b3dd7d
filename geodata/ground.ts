import type { MultiPolygon, Polygon } from 'geojson';
import area from '@turf/area';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { isWithin } from '../src/lib/geometry/bounds.ts';
import type { Gazetteer } from '../src/lib/story/gazetteer.ts';
import type { LngLat, StoryGround } from '../src/lib/story/story.ts';
import { cutRelief, type ReliefPart } from './cut-relief.ts';
import { visualCentre } from './extent.ts';
import { makeFaces, type Faces } from './faces.ts';
import { facesNear, makeLevel, type Level } from './level.ts';
import { readOwnJson } from './package-file.ts';
import { readPolicy, type Box } from './policy.ts';
import { readShapes } from './shapes.ts';
import { splitTerritories } from './territories.ts';

/** The ground of one story. */
interface Ground {
  readonly level: Level;
  readonly relief: readonly ReliefPart[];
  readonly labels: StoryGround['labels'];
}

/** As many bytes of JSON as the theatre's level has, about. */
export const mostBytes = 500_000;
/** How much outlines are simplified at least, metres. */
const leastInterval = 100;
/** One step of a level's grid, degrees: some 80 m, as in the theatre. */
const gridDegrees = 0.00073;
/** Land smaller than this has no name of its own in a part of the world, km². */
const leastNamedKm2 = 1000;

let worldFaces: Promise<Faces> | null = null;

/** Makes the ground of some parts of the world, by the recipe of the theatre; east exceeds 180 across the date line. */
export async function makeGround(boxes: readonly Box[]): Promise<Ground> {
  const level = await makeFineLevel(boxes);
  return { level, relief: await cutRelief(boxes), labels: labelsIn(level, boxes) };
}

/**
 * A level with as many bytes as the theatre's at most: the more the boxes hold, the more it is simplified, and the
 * larger an island must be.
 */
async function makeFineLevel(boxes: readonly Box[]): Promise<Level> {
  const policy = readPolicy();
  worldFaces ??= makeFaces(splitTerritories([readShapes('10m')], policy)[0]!, policy);
  const faces = await facesNear(await worldFaces, boxes);
  const spans = [0, 1].map(
    (axis) =>
      Math.max(...boxes.map((box) => box[axis + 2]!)) - Math.min(...boxes.map((box) => box[axis]!))
  );
  const quantization = Math.ceil(Math.min(360, Math.max(...spans)) / gridDegrees);
  for (let interval = leastInterval; ;) {
    const level = await makeLevel(faces, policy, {
      simplify: `weighted interval=${Math.round(interval)}`,
      // As in the theatre, an island is dropped where it is less than two and a half intervals wide and long.
      minIslandKm2: (2.5 * interval) ** 2 / 1e6,
      boxes,
      mask: true,
      quantization
    });
    const excess = JSON.stringify(level).length / mostBytes;
    if (excess <= 1) return level;
    interval *= Math.max(1.25, excess ** 1.25);
  }
}

/** For each box, where the countries that have land in it but their label elsewhere may be named. */
function labelsIn(level: Level, boxes: readonly Box[]): StoryGround['labels'] {
  const { countries } = readOwnJson<Gazetteer>('../static/geo/gazetteer.json');
  const found = feature(level, level.objects['countries'] as GeometryCollection).features;
  const within = ([lng, lat]: LngLat, box: Box): boolean => isWithin([lng, lat, lng, lat], box);
  return boxes.flatMap((box) =>
    found.flatMap(({ id, geometry }): [string, LngLat][] => {
      const usual = countries[String(id)]?.label;
      if (!usual || within(usual, box)) return [];
      const parts = partsOf(geometry as Polygon | MultiPolygon).filter(([outer]) =>
        within(middleOf(outer!), box)
      );
      const land: MultiPolygon = { type: 'MultiPolygon', coordinates: parts };
      return parts.length > 0 && area(land) >= leastNamedKm2 * 1e6
        ? [[String(id), visualCentre(land)]]
        : [];
    })
  );
}

function partsOf(geometry: Polygon | MultiPolygon): Polygon['coordinates'][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function middleOf(ring: readonly (readonly number[])[]): LngLat {
  const [lngs, lats] = [ring.map(([lng]) => lng!), ring.map(([, lat]) => lat!)];
  return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}
