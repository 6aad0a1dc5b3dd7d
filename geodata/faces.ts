import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { point, polygon } from '@turf/helpers';
import { readOwnJson } from './package-file.ts';
import { plainStatus, statusOfArea } from './policy.ts';
import type { AreaRule, Policy, Status } from './policy.ts';
import { runMapshaper } from './run-mapshaper.ts';
import type { Shape } from './shapes.ts';

/**
 * Pieces of land that share their edges exactly: one for each country, and one more for each contested area.
 * Properties are flat, so that mapshaper carries them: `face` is an index into `statuses`.
 */
export interface Faces {
  readonly land: FeatureCollection<Polygon | MultiPolygon, { readonly face: number }>;
  readonly statuses: readonly Status[];
}

interface Piece {
  readonly code: string;
  readonly area: string;
  readonly geometry: MultiPolygon;
}

/**
 * Applies the policy to Natural Earth's shapes.
 *
 * @throws if a rule names land that the data do not have, or a shape has neither a code nor a rule
 */
export async function makeFaces(shapes: readonly Shape[], policy: Policy): Promise<Faces> {
  const pieces = shapes.flatMap((shape) => pieceOf(shape, policy)).flatMap((p) => split(p, policy));
  const cuts = policy.areas.filter(({ cut }) => cut);
  const united = await uniteWithCuts(pieces);

  const statuses: Status[] = [];
  const faceOf = new Map<string, number>();
  const features = united.features
    .filter(({ properties }) => properties.code)
    .map((feature) => {
      const { code, area, cut } = feature.properties;
      const cutRule = cuts.find((rule) => rule.from === code && !area && rule.area === cut);
      const rule = cutRule ?? policy.areas.find((candidate) => candidate.area === area);
      const key = rule ? rule.area : code!;
      if (!faceOf.has(key)) {
        faceOf.set(key, statuses.length);
        statuses.push(rule ? statusOfArea(rule) : plainStatus(code!));
      }
      return { ...feature, properties: { face: faceOf.get(key)! } };
    });
  const missing = policy.areas.find((rule) => !faceOf.has(rule.area));
  if (missing)
    throw new Error(`policy.json area "${missing.area}": expected land for it, got none`);
  return { land: { type: 'FeatureCollection', features }, statuses };
}

function pieceOf({ properties: { code, name }, geometry }: Shape, policy: Policy): Piece[] {
  const rule = policy.shapes.find(({ shape }) => shape === name);
  if (!rule && code) return [{ code, area: '', geometry }];
  if (!rule) throw new Error(`policy.json shapes: expected a rule for "${name}", got none`);
  return rule.code ? [{ code: rule.code, area: rule.area ?? '', geometry }] : [];
}

/** Takes out of a country the polygons that area rules name by a point (`part`). */
function split(piece: Piece, { areas }: Policy): Piece[] {
  const rules = areas.filter((rule) => rule.from === piece.code && !rule.cut && !piece.area);
  return rules.reduce<Piece[]>((pieces, rule) => pieces.flatMap((p) => take(p, rule)), [piece]);
}

function take(piece: Piece, rule: AreaRule): Piece[] {
  if (piece.area) return [piece];
  const isTaken = (rings: Position[][]): boolean =>
    !rule.part || booleanPointInPolygon(point([...rule.part]), polygon(rings));
  const taken = piece.geometry.coordinates.filter(isTaken);
  if (taken.length === 0)
    throw new Error(`policy.json area "${rule.area}": expected land of ${rule.from}, got none`);
  const rest = piece.geometry.coordinates.filter((rings) => !isTaken(rings));
  const make = (area: string, coordinates: Position[][][]): Piece[] =>
    coordinates.length > 0
      ? [{ code: piece.code, area, geometry: { type: 'MultiPolygon', coordinates } }]
      : [];
  return [...make('', rest), ...make(rule.area, taken)];
}

type United = FeatureCollection<
  Polygon | MultiPolygon,
  { readonly code: string | null; readonly area: string | null; readonly cut: string | null }
>;

/** Overlays the authored outlines, so that every piece is split along them and all edges still meet. */
async function uniteWithCuts(pieces: readonly Piece[]): Promise<United> {
  const features = pieces.map(({ code, area, geometry }) => ({
    type: 'Feature' as const,
    properties: { code, area },
    geometry
  }));
  return runMapshaper<United>(
    {
      pieces: { type: 'FeatureCollection', features },
      cuts: readOwnJson<FeatureCollection>('./authored/cuts.geojson')
    },
    '-union target=pieces,cuts name=united'
  );
}
