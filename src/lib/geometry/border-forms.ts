import { mergeArcs, transform } from 'topojson-client';
import type {
  GeometryCollection,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Topology
} from 'topojson-specification';
import { indexOf } from './lines-by-owner.ts';

/** Degrees: west, south, east, north. */
type Box = readonly [number, number, number, number];

/** How one contested area, or one contested line, is drawn instead of as the map's own policy has it. */
export interface BorderForm {
  /** The area's or the line's id in the policy. */
  readonly id: string;
  readonly area?: 'hatched' | 'plain';
  /** The code of the country that the map shows the land in; where the area has no shape of its own, it is all of it. */
  readonly land?: string;
  /** The code of the country that it is shown with instead. */
  readonly with?: string;
  readonly line?: 'solid' | 'dashed' | 'hidden';
  /** Contested lines whose middle is in this box, and in none of the others, are its own. */
  readonly within: Box;
  readonly except: readonly Box[];
}

type Area = Polygon | MultiPolygon;
type Lines = MultiLineString<{ readonly class: string }>;

/** A topology of the map's geography whose areas and borders have other forms; the same one where none is asked for. */
export function withBorderForms<Level extends Topology>(
  topology: Level,
  forms: readonly BorderForm[]
): Level {
  if (forms.length === 0) return topology;
  const geometriesOf = (name: string) =>
    (topology.objects[name] as GeometryCollection | undefined)?.geometries ?? [];
  let countries = geometriesOf('countries') as Area[];
  let contested = geometriesOf('contested') as Area[];
  let borders = geometriesOf('borders') as Lines[];
  const middleOf = middles(topology);
  for (const form of forms) {
    const { id, land } = form;
    const hatch = contested.find((area) => area.id === id);
    const own = hatch ?? countries.find((area) => area.id === land);
    if (form.area) contested = contested.filter((area) => area.id !== id);
    if (form.area === 'hatched' && own) contested = [...contested, { ...own, id }];
    if (form.with && own) countries = moved(topology, countries, own, land, form.with);
    if (form.line) borders = redrawn(borders, form, middleOf);
  }
  const collected = Object.entries({ countries, contested, borders }).map(
    ([name, geometries]) => [name, { type: 'GeometryCollection', geometries }] as const
  );
  return { ...topology, objects: { ...topology.objects, ...Object.fromEntries(collected) } };
}

/** Countries after an area has gone from one to another: of two areas `mergeArcs` drops the arcs that both have. */
function moved(
  topology: Topology,
  countries: readonly Area[],
  area: Area,
  from: string | undefined,
  to: string
): Area[] {
  const taker = countries.find(({ id }) => id === to);
  const merged = (areas: readonly Area[], id: string): Area[] => {
    const whole = { ...mergeArcs(topology, areas as Area[]), id };
    return whole.arcs.length > 0 ? [whole] : [];
  };
  return [
    ...countries.flatMap((country) => {
      if (country.id === from) return merged([country, turned(area)], from!);
      return country.id === to ? merged([country, area], to) : [country];
    }),
    ...(taker ? [] : [{ ...area, id: to }])
  ];
}

/** An area whose rings run the other way: what it adds to another's outline is an edge of a hole there. */
function turned(area: Area): Area {
  const ringsOf = (rings: readonly number[][]) =>
    rings.map((ring) => ring.map((arc) => ~arc).reverse());
  return area.type === 'Polygon'
    ? { ...area, arcs: ringsOf(area.arcs) }
    : { ...area, arcs: area.arcs.map(ringsOf) };
}

const classes = { solid: 'recognised', dashed: 'disputed' } as const;

/** Borders whose contested lines within a form's box have that form. */
function redrawn(
  borders: readonly Lines[],
  { line, within, except }: BorderForm,
  middleOf: (arc: number) => readonly [number, number]
): Lines[] {
  const isOwn = (arc: number) => {
    const middle = middleOf(arc);
    return isIn(middle, within) && !except.some((box) => isIn(middle, box));
  };
  const taken: number[][] = [];
  const rest = borders.map((lines): Lines => {
    if (lines.properties?.class === 'recognised') return lines;
    const kept: number[][] = [];
    for (const run of lines.arcs) {
      let last: number[][] | null = null;
      for (const arc of run) {
        const runs = isOwn(arc) ? taken : kept;
        if (runs === last) runs.at(-1)!.push(arc);
        else runs.push([arc]);
        last = runs;
      }
    }
    return { ...lines, arcs: kept };
  });
  if (line === undefined || line === 'hidden' || taken.length === 0) return rest;
  return [...rest, { type: 'MultiLineString', arcs: taken, properties: { class: classes[line] } }];
}

/** Boxes are rounded, and lines on their edges are meant too. */
const slack = 0.05;

function isIn([lng, lat]: readonly [number, number], [west, south, east, north]: Box): boolean {
  return lng >= west - slack && lng <= east + slack && lat >= south - slack && lat <= north + slack;
}

/** Gives the middle position of an arc, degrees. */
function middles({ arcs, transform: grid }: Topology) {
  return (arc: number): readonly [number, number] => {
    const decode = grid ? transform(grid) : (position: number[]) => position;
    const points = arcs[indexOf(arc)]!.map((position, i) => decode(position, i > 0));
    return points[Math.floor(points.length / 2)] as unknown as readonly [number, number];
  };
}
