import { latitudeAt, mercatorY } from '../../camera/camera.ts';
import { angleBetween, toVector } from '../../geometry/sphere.ts';
import type { Gazetteer } from '../../story/gazetteer.ts';
import { shapePoints } from '../../story/shape-points.ts';
import type { LngLat, Place, Step, StoryEvent } from '../../story/story.ts';

/** Degrees: west, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A part of the world that a map shows: a box, and on a globe the point that it is seen from above. */
interface Part {
  readonly box: Box;
  readonly above: LngLat | null;
}

/** What of a step decides on what its map shows. */
export type FramedStep = Pick<Step, 'look' | 'show'>;

/** What a step's ids stand for. */
export interface Named {
  readonly places: ReadonlyMap<string, Place>;
  readonly events: ReadonlyMap<string, StoryEvent>;
  readonly countries: Gazetteer['countries'];
  readonly groups: ReadonlyMap<string, { readonly members: readonly string[] }>;
}

/**
 * A stage that a step's map may be on: the shape of the part that is free of text (width over height), and how much
 * wider than that part the map reaches on the left, behind the text.
 */
interface Stage {
  readonly aspect: number;
  readonly behindText: number;
}
const stages: readonly Stage[] = [
  { aspect: 1.6, behindText: 0 },
  { aspect: 1.07, behindText: 0.75 }
];
/** What is framed fills about so much of the free part. */
const filled = 0.85;
/** The free part shows no less than this, degrees of longitude; and no less around a step's only place. */
const leastWidth = 8;
const leastLoneWidth = 16;
/** A camera's zoom shows so many px of the world's 512 · 2^zoom. */
const stagePx = 1280;

/** What lies farther from the middle of a globe is hardly to be seen at its edge, degrees; the edge itself is at 90. */
const nearEdge = 80;

/** The parts of the world that a step's map shows, about, on stages of several shapes. East and west may exceed 180. */
export function shownParts(step: FramedStep, named: Named, onGlobe: boolean): Part[] {
  const framed = framedBy(step, named);
  if (framed === null) return [];
  const above: LngLat | null = onGlobe ? [framed.lng, latitudeAt(framed.y / 360)] : null;
  return stages.map(({ aspect, behindText }) => {
    const width = Math.max(framed.width, framed.height * aspect);
    const rise = width / aspect / 2;
    const { lng, y } = framed;
    const box = [
      lng - width * (0.5 + behindText),
      latitudeAt((y - rise) / 360),
      lng + width / 2,
      latitudeAt((y + rise) / 360)
    ] as const;
    return { box, above };
  });
}

/** What a step frames on a Mercator map that is 360 wide: its middle, and the size of the free part around it. */
function framedBy(
  step: FramedStep,
  named: Named
): { lng: number; y: number; width: number; height: number } | null {
  const { look } = step;
  if (look.type === 'camera') {
    const { center, zoom } = look.camera;
    const width = (360 * stagePx) / (512 * 2 ** zoom);
    return { lng: center[0], y: 360 * mercatorY(center[1]), width, height: 0 };
  }
  const members = look.groups.flatMap((id) => named.groups.get(id)?.members ?? []);
  const corners = [...look.countries, ...members].flatMap((code): LngLat[] => {
    const [west, south, east, north] = named.countries[code]!.bounds;
    return [
      [west, south],
      [east, north]
    ];
  });
  const points = [
    ...look.places.map((id) => named.places.get(id)!.lngLat),
    ...[...look.shapes, ...step.show].flatMap((id) =>
      pointsOf(named.events.get(id)!, named.places)
    ),
    ...corners
  ];
  if (points.length === 0) return null;
  const [first] = points;
  const lngs = points.map(([lng]) => lng + 360 * Math.round((first![0] - lng) / 360));
  const ys = points.map(([, lat]) => 360 * mercatorY(lat));
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const least = new Set(points.map(String)).size === 1 ? leastLoneWidth : leastWidth;
  return {
    lng: (west + east) / 2,
    y: (south + north) / 2,
    width: Math.max(least, (east - west) / filled),
    height: Math.max(least, (north - south) / filled)
  };
}

/** Whether a part shows the middle of a box, or lies around its own within it, in whichever copy of the world. */
export function shows({ box, above }: Part, other: Box): boolean {
  const middle = middleOf(other);
  const isAhead =
    above === null || angleBetween(toVector(above), toVector(middle)) < (nearEdge * Math.PI) / 180;
  return (isAhead && holds(box, middle)) || holds(other, middleOf(box));
}

function middleOf([west, south, east, north]: Box): LngLat {
  return [(west + east) / 2, (south + north) / 2];
}

function holds([west, south, east, north]: Box, [lng, lat]: LngLat): boolean {
  const turned = lng + 360 * Math.ceil((west - lng) / 360);
  return turned <= east && lat >= south && lat <= north;
}

function pointsOf({ geometry }: StoryEvent, places: ReadonlyMap<string, Place>): LngLat[] {
  const at = (id: string) => places.get(id)!.lngLat;
  if (geometry.type === 'marker') return [at(geometry.at)];
  if (geometry.type === 'shape') return shapePoints(geometry);
  return [at(geometry.from), ...geometry.via, at(geometry.to)];
}
