import type { LngLat } from '../src/lib/story/story.ts';
import type { Names } from '../src/lib/story/gazetteer.ts';
import { readOwnJson } from './package-file.ts';

export type LineClass = 'recognised' | 'disputed' | 'line-of-control';
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The code given to a shape that ISO 3166-1 has no code for. A null code leaves the shape out of the map. */
interface ShapeRule {
  readonly shape: string;
  readonly code: string | null;
  readonly area?: string;
}

/**
 * A territory with an ISO code of its own that Natural Earth has within its state's shape: the polygons that begin
 * in one of the boxes.
 */
interface TerritoryRule {
  readonly code: string;
  readonly name: string;
  /** Natural Earth's name of the shape that it is taken out of. */
  readonly from: string;
  readonly within: readonly Box[];
}

/**
 * Land whose status is contested. Where the base data have it inside another country, `from` names that
 * country and either `part` (a point in the polygon to take) or `cut` (its outline in
 * `authored/cuts.geojson`) says which land is meant. With neither, the whole of `from` is meant.
 */
export interface AreaRule {
  readonly area: string;
  /** The area that it is drawn and noted with, if not itself. */
  readonly group?: string;
  readonly name: string;
  readonly from?: string;
  readonly part?: LngLat;
  readonly cut?: true;
  /** Code of the country that the map shows the land in. */
  readonly belongsTo: string;
  /** Code of the country in control; `local` for an administration of the area's own. */
  readonly heldBy: string;
  /** Countries whose border with the area is contested. */
  readonly disputedWith?: readonly string[];
  readonly form: 'hatched' | 'dashed' | 'noted';
  readonly at: LngLat;
  readonly note: string;
  readonly reason: string;
}

/** A border between two countries that is not simply recognised, the whole of it or `within` a box. */
export interface LineRule {
  readonly between: readonly [string, string];
  readonly within?: Box;
  readonly class: LineClass;
  readonly reason: string;
  /** A line that has these is also noted in the gazetteer. */
  readonly id?: string;
  readonly name?: string;
  readonly form?: 'dashed';
  readonly at?: LngLat;
  /** What it is noted for: a map that shows none of it has no note of it. */
  readonly bounds?: Box;
  readonly note?: string;
}

/** A sentence of the policy: for every map, or for one that shows any of the contested areas, or any of a box. */
type Sentence =
  | string
  | { readonly for: readonly string[]; readonly text: string }
  | { readonly within: Box; readonly text: string };

export interface Policy {
  /** The policy in words for the page, by paragraph and sentence. */
  readonly statement: readonly (readonly Sentence[])[];
  readonly shapes: readonly ShapeRule[];
  readonly territories: readonly TerritoryRule[];
  /** By code, that of the state which land with a code of its own is an integral part of, and is marked with. */
  readonly partOf: Readonly<Record<string, string>>;
  readonly areas: readonly AreaRule[];
  readonly lines: readonly LineRule[];
  readonly noted: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: LngLat;
    readonly bounds: Box;
    /** The day since which it is contested; a story told from before has no note of it. */
    readonly since?: string;
    /** The code of the country that it is all of, where it is. */
    readonly land?: string;
    readonly note: string;
  }[];
  /** Names other than the CLDR's, by code and language. */
  readonly names: Readonly<Record<string, Partial<Names>>>;
  /** Codes whose CLDR name is taken in another of its forms, where a language has that form. */
  readonly cldrForms: Readonly<Record<'short' | 'variant', readonly string[]>>;
}

/** The border and naming policy of this map, from `policy.json`. */
export function readPolicy(): Policy {
  return readOwnJson<Policy>('./policy.json');
}

/** The status of a piece of land under the policy. Borders are drawn between pieces of different status. */
export interface Status {
  /** Country that the map shows it in. */
  readonly owner: string;
  /** Who is in control: a country's code, or an area's id. */
  readonly held: string;
  /** Id of the contested area, or empty. */
  readonly area: string;
  readonly disputedWith: readonly string[];
}

/** The status of a country's undisputed land. */
export function plainStatus(code: string): Status {
  return { owner: code, held: code, area: '', disputedWith: [] };
}

/** The status that a rule gives an area. */
export function statusOfArea(rule: AreaRule): Status {
  return {
    owner: rule.belongsTo,
    held: rule.heldBy === 'local' ? rule.area : rule.heldBy,
    area: rule.area,
    disputedWith: rule.disputedWith ?? []
  };
}

/**
 * How the line between two pieces of land is drawn at one point of it; null where none is. A line inside a
 * country is one of control where the two sides are held by different powers. A border between countries
 * is disputed where one power holds both sides, so that it is not in force on the ground, or where a rule
 * says so.
 */
export function lineClass(
  a: Status,
  b: Status,
  at: LngLat,
  rules: readonly LineRule[]
): LineClass | null {
  const rule = rules.find(({ between, within }) => joins(between, a, b) && isWithin(at, within));
  if (rule) return rule.class;
  if (a.owner === b.owner) return a.held === b.held ? null : 'line-of-control';
  if (a.held === b.held) return 'disputed';
  if (a.disputedWith.includes(b.owner) || b.disputedWith.includes(a.owner)) return 'disputed';
  return 'recognised';
}

function joins([one, other]: readonly [string, string], a: Status, b: Status): boolean {
  return (a.owner === one && b.owner === other) || (a.owner === other && b.owner === one);
}

function isWithin([lng, lat]: LngLat, box: Box | undefined): boolean {
  return !box || (lng >= box[0] && lat >= box[1] && lng <= box[2] && lat <= box[3]);
}
