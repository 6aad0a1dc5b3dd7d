import type { Box } from '../../frame.ts';
import { lengthsAlong, pointAt, type Point } from '../../geometry/polyline.ts';
import { placesOf } from '../../picture/step-picture.ts';
import type { Certainty, LngLat } from '../../story/story.ts';
import type { ViewArc } from '../../view.ts';
import type { AtlasBase } from '../atlas-base.ts';
import { groundUnder } from '../ground.ts';
import { brailleHeightMm, brailleWidthMm, toBraille } from './braille.ts';
import { eventLine, type EventLine } from './event-line.ts';
import { bendAside } from './fan-out.ts';
import { besideArea, besideSign, withinArea, type Obstacles } from './place-braille.ts';
import { spreadSigns } from './spread-signs.ts';
import { tactileMm } from './tactile-forms.ts';
import { isWithin, tactileGround, type TactileGround } from './tactile-ground.ts';
import { pxPerMm, type TactileScene } from './tactile-scene.ts';

/** Braille on the map: what it says, and its box, mm. */
export interface MapBraille {
  readonly cells: string;
  readonly box: Box;
}

/** A place’s sign on the map, mm. */
export interface PlaceSign {
  readonly id: string;
  readonly at: Point;
  /** Of all that is drawn of it. */
  readonly radius: number;
  /** The certainty of what happened there; null where nothing did. */
  readonly ring: Certainty | null;
}

/** A tactile map: its outlines, signs, lines and Braille, mm from its upper left corner. */
export interface TactileMap {
  readonly bounds: Box;
  readonly ground: TactileGround;
  readonly signs: readonly PlaceSign[];
  readonly lines: readonly EventLine[];
  readonly braille: readonly MapBraille[];
}

/** The grid on which an area’s letters look for room, and the points along a line that they keep away from, mm. */
const gridMm = 4;
const strideMm = 1;
/** How far apart the middles of lines between the same two places are, mm. */
const asideMm = 10;

/** The map of a tactile sheet: signs with a gap between any two, and Braille where it has room. */
export function tactileMap(scene: TactileScene, base: AtlasBase): TactileMap {
  const { frame } = scene.view;
  const bounds = { left: 0, top: 0, right: frame.width / pxPerMm, bottom: frame.height / pxPerMm };
  const ground = tactileGround(scene, base);
  const signs = placeSigns(scene, bounds);
  const lines = eventLines(scene, signs);
  const obstacles = {
    bounds,
    discs: signs,
    lines: lines.flatMap(({ shaft, head }) => [...pointsAlong(shaft), ...head]),
    outlines: [ground.land, ...ground.areas.values()].flat().flatMap(({ points }) => points)
  };
  return { bounds, ground, signs, lines, braille: layOutBraille(scene, ground, signs, obstacles) };
}

function placeSigns({ places, markers }: TactileScene, bounds: Box): PlaceSign[] {
  const { place, ring, ringWidth, gap } = tactileMm;
  const signs = places.map(({ id, at: [x, y] }): PlaceSign => {
    const event = markers.find(
      ({ event: { geometry } }) => geometry.type === 'marker' && geometry.at === id
    );
    return {
      id,
      at: [x / pxPerMm, y / pxPerMm],
      radius: event ? ring + ringWidth / 2 : place,
      ring: event?.event.certainty ?? null
    };
  });
  return spreadSigns(signs, gap, bounds);
}

function eventLines({ arcs, view }: TactileScene, signs: readonly PlaceSign[]): EventLine[] {
  const ground = groundUnder(view.camera, view.frame);
  const toMm = (lngLat: LngLat): Point => {
    const [x, y] = ground.project(lngLat);
    return [x / pxPerMm, y / pxPerMm];
  };
  // A place outside the map has no sign: the line leads there beyond the edge.
  const endOf = (id: string, at: Point) =>
    signs.find((sign) => sign.id === id) ?? { at, radius: 0 };
  const pairOf = ({ event }: ViewArc) => placesOf(event).sort().join(' ');
  return arcs.map((arc) => {
    const [from, to] = placesOf(arc.event) as [string, string];
    const alike = arcs.filter((other) => pairOf(other) === pairOf(arc));
    // All bend from one line, whichever way they lead.
    const backwards = placesOf(alike[0]!.event)[0] !== from;
    const spine = alike[0]!.path.map(toMm);
    const aside = (alike.indexOf(arc) - (alike.length - 1) / 2) * asideMm;
    const bent = alike.length > 1 ? bendAside(spine, aside) : spine;
    const line = backwards ? bent.reverse() : bent;
    return eventLine(line, arc.event.certainty, endOf(from, line[0]!), endOf(to, line.at(-1)!));
  });
}

/** Places first: an area’s letters have more room to choose from. */
function layOutBraille(
  { places, areas }: TactileScene,
  ground: TactileGround,
  signs: readonly PlaceSign[],
  obstacles: Omit<Obstacles, 'taken'>
): MapBraille[] {
  const set: MapBraille[] = [];
  const taken = () => ({ ...obstacles, taken: set.map(({ box }) => box) });
  for (const { id, code } of places) {
    const { at, radius } = signs.find((sign) => sign.id === id)!;
    const cells = toBraille(code);
    set.push({ cells, box: besideSign(at, radius, sizeOf(cells), taken()) });
  }
  const grid = gridOf(obstacles.bounds);
  for (const { id } of areas) {
    const outlines = ground.areas.get(id)!;
    const isInside = (point: Point) => isWithin(outlines, point);
    const cells = toBraille(id.toLowerCase());
    const points = grid.filter(isInside);
    const size = sizeOf(cells);
    const box =
      withinArea(points, size, isInside, taken()) ?? besideArea(points, size, isInside, taken());
    if (box !== null) set.push({ cells, box });
  }
  return set;
}

function sizeOf(cells: string): [width: number, height: number] {
  return [brailleWidthMm(cells), brailleHeightMm];
}

function gridOf({ right, bottom }: Box): Point[] {
  const columns = Array.from({ length: Math.floor(right / gridMm) }, (_, i) => (i + 0.5) * gridMm);
  const rows = Array.from({ length: Math.floor(bottom / gridMm) }, (_, i) => (i + 0.5) * gridMm);
  return rows.flatMap((y) => columns.map((x): Point => [x, y]));
}

function pointsAlong(line: readonly Point[]): Point[] {
  const lengths = lengthsAlong(line);
  const count = Math.ceil(lengths.at(-1)! / strideMm);
  return Array.from({ length: count + 1 }, (_, i) => pointAt(line, i * strideMm, lengths));
}
