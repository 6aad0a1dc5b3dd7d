import type { Position } from 'geojson';
import type { Box, Policy } from './policy.ts';
import type { Shape } from './shapes.ts';

/**
 * Gives territories with an ISO code of their own a shape of their own, where Natural Earth has them within their
 * state's: the polygons that begin in one of a rule's boxes. A shape of which nothing is left is gone.
 *
 * @throws if no scale has land for a rule (`scales`: the shapes of every scale, each returned in turn)
 */
export function splitTerritories(scales: readonly Shape[][], { territories }: Policy): Shape[][] {
  const split = scales.map((shapes) => shapes.flatMap((shape) => splitShape(shape, territories)));
  const found = new Set(split.flat().map(({ properties }) => properties.code));
  const missing = territories.find(({ code }) => !found.has(code));
  if (missing)
    throw new Error(`policy.json territory "${missing.code}": expected land for it, got none`);
  return split;
}

/** The shapes of a coarse scale, and those of a finer one for countries that the coarse one leaves out. */
export function fillGaps(coarse: readonly Shape[], fine: readonly Shape[]): Shape[] {
  const codes = new Set(coarse.map(({ properties }) => properties.code));
  return [...coarse, ...fine.filter(({ properties: { code } }) => code && !codes.has(code))];
}

function splitShape(shape: Shape, rules: Policy['territories']): Shape[] {
  const of = rules.filter(({ from }) => from === shape.properties.name);
  const ruleOf = ([outer]: Position[][]) =>
    of.find(({ within }) => within.some((box) => isWithin(outer![0]!, box)));
  const parts = shape.geometry.coordinates;
  const make = (properties: Shape['properties'], coordinates: Position[][][]): Shape[] =>
    coordinates.length === 0
      ? []
      : [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }];
  return [
    ...make(
      shape.properties,
      parts.filter((rings) => !ruleOf(rings))
    ),
    ...of.flatMap((rule) =>
      make(
        { code: rule.code, name: rule.name },
        parts.filter((rings) => ruleOf(rings) === rule)
      )
    )
  ];
}

function isWithin([lng, lat]: Position, [west, south, east, north]: Box): boolean {
  return lng! >= west && lng! <= east && lat! >= south && lat! <= north;
}
