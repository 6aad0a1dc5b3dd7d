import type { GeometryCollection, GeometryObject, MultiLineString } from 'topojson-specification';

/**
 * The lines of a topology that bound its areas on one side, such as coasts, cut into those of each area: by the area's
 * id, or '' where none has one. A line keeps its order of arcs.
 */
export function linesByOwner(
  lines: MultiLineString,
  areas: GeometryCollection
): Map<string, MultiLineString> {
  const owners = new Map<number, string>();
  for (const area of areas.geometries) {
    for (const arc of arcsOf(area)) owners.set(indexOf(arc), String(area.id ?? ''));
  }
  const found = new Map<string, number[][]>();
  for (const line of lines.arcs) {
    let last: string | null = null;
    for (const arc of line) {
      const owner = owners.get(indexOf(arc)) ?? '';
      const runs = found.get(owner) ?? [];
      found.set(owner, runs);
      if (owner === last) runs.at(-1)!.push(arc);
      else runs.push([arc]);
      last = owner;
    }
  }
  return new Map(
    [...found].map(([id, arcs]) => [id, { type: 'MultiLineString', id, arcs } as const])
  );
}

/** The index of an arc, whichever way it runs: backwards, it is written as the complement of its index. */
export function indexOf(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

/** The arcs of an area's rings. */
export function arcsOf(geometry: GeometryObject): number[] {
  if (geometry.type === 'Polygon') return geometry.arcs.flat();
  if (geometry.type === 'MultiPolygon') return geometry.arcs.flat(2);
  return [];
}
