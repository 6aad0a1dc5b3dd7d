import type { MultiLineString, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { LngLat } from '../src/lib/story/story.ts';
import { lineClass } from './policy.ts';
import type { Box, LineClass, LineRule, Status } from './policy.ts';

/** The lines of a map, each once: coasts, and the borders between two faces, by class. */
export interface Lines {
  readonly coast: MultiLineString;
  readonly borders: Readonly<Record<LineClass, MultiLineString>>;
}

export type FaceTopology = Topology<{ faces: GeometryCollection<{ face: number }> }>;

/**
 * Sorts the arcs of an unquantized topology of faces into coasts and borders. Segments that run along an
 * edge of `frames` (the antimeridian, the pole, a clipping box) are no lines of the map and are left out.
 */
export function sortLines(
  topology: FaceTopology,
  statuses: readonly Status[],
  rules: readonly LineRule[],
  frames: readonly Box[]
): Lines {
  const facesOfArc = listFacesOfArcs(topology);
  const runs: Record<LineClass | 'coast', Position[][]> = {
    coast: [],
    recognised: [],
    disputed: [],
    'line-of-control': []
  };
  topology.arcs.forEach((arc, index) => {
    const [a, b] = facesOfArc[index] ?? [];
    if (a === undefined) return;
    const kindAt = (from: Position, to: Position): LineClass | 'coast' | null => {
      if (frames.some((frame) => runsAlong(from, to, frame))) return null;
      if (b === undefined) return 'coast';
      const middle: LngLat = [(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2];
      return lineClass(statuses[a]!, statuses[b]!, middle, rules);
    };
    for (const [kind, run] of splitByKind(arc, kindAt)) runs[kind].push(run);
  });
  const lines = (kind: keyof typeof runs): MultiLineString => ({
    type: 'MultiLineString',
    coordinates: runs[kind]
  });
  return {
    coast: lines('coast'),
    borders: {
      recognised: lines('recognised'),
      disputed: lines('disputed'),
      'line-of-control': lines('line-of-control')
    }
  };
}

/** For each arc, the one or two faces beside it; the same face twice where it lies on both sides. */
function listFacesOfArcs({ objects, arcs }: FaceTopology): number[][] {
  const faces: number[][] = arcs.map(() => []);
  for (const geometry of objects.faces.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    for (const index of polygons.flat(2)) {
      const beside = faces[index < 0 ? ~index : index]!;
      beside.push(geometry.properties!.face);
    }
  }
  return faces;
}

/** Cuts a line into runs of segments of one kind; segments of no kind are dropped. */
function splitByKind<Kind extends string>(
  line: readonly Position[],
  kindAt: (from: Position, to: Position) => Kind | null
): [Kind, Position[]][] {
  const runs: [Kind, Position[]][] = [];
  let last: Kind | null = null;
  for (let i = 0; i + 1 < line.length; i += 1) {
    const kind = kindAt(line[i]!, line[i + 1]!);
    if (kind && kind === last) runs.at(-1)![1].push(line[i + 1]!);
    else if (kind) runs.push([kind, [line[i]!, line[i + 1]!]]);
    last = kind;
  }
  return runs;
}

function runsAlong([x0, y0]: Position, [x1, y1]: Position, frame: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
  return (
    [frame[0], frame[2]].some((edge) => near(x0!, edge) && near(x1!, edge)) ||
    [frame[1], frame[3]].some((edge) => near(y0!, edge) && near(y1!, edge))
  );
}
