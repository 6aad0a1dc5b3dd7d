import type { GeometryCollection, GeometryObject, MultiLineString } from 'topojson-specification';
import { arcsOf, indexOf } from './lines-by-owner.ts';

/**
 * The outline of several areas of a topology as one: of lines that bound its areas, such as coasts and borders, the
 * parts with one of these areas on one side alone. `ids` are those of the areas.
 */
export function outlineOf(
  lines: readonly GeometryObject[],
  areas: GeometryCollection,
  ids: ReadonlySet<string>
): MultiLineString {
  const sides = new Map<number, number>();
  for (const area of areas.geometries) {
    if (!ids.has(String(area.id))) continue;
    for (const arc of arcsOf(area)) {
      const index = indexOf(arc);
      sides.set(index, (sides.get(index) ?? 0) + 1);
    }
  }
  const runs: number[][] = [];
  for (const line of lines.flatMap(runsOf)) {
    let goesOn = false;
    for (const arc of line) {
      const isEdge = sides.get(indexOf(arc)) === 1;
      if (isEdge && goesOn) runs.at(-1)!.push(arc);
      else if (isEdge) runs.push([arc]);
      goesOn = isEdge;
    }
  }
  return { type: 'MultiLineString', arcs: runs };
}

function runsOf(line: GeometryObject): number[][] {
  if (line.type === 'LineString') return [line.arcs];
  if (line.type === 'MultiLineString') return line.arcs;
  return line.type === 'GeometryCollection' ? line.geometries.flatMap(runsOf) : [];
}
