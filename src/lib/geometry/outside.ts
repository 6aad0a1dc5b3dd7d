type Point = number[];

/** A rectangle with its sides along the axes: least x, least y, greatest x, greatest y. */
export type Rectangle = readonly [number, number, number, number];

/** What of some lines lies outside of all rectangles. */
export function linesOutside(
  lines: readonly (readonly Point[])[],
  rectangles: readonly Rectangle[]
): Point[][] {
  return rectangles.reduce<Point[][]>(
    (left, rectangle) => left.flatMap((line) => lineOutside(line, rectangle)),
    lines.map((line) => [...line])
  );
}

/** The polygons that do not lie within one of the rectangles. */
export function polygonsOutside<Polygon extends readonly (readonly Point[])[]>(
  polygons: readonly Polygon[],
  rectangles: readonly Rectangle[]
): Polygon[] {
  return polygons.filter(
    ([outer = []]) =>
      !rectangles.some(([left, bottom, right, top]) =>
        outer.every(([x, y]) => x! >= left && x! <= right && y! >= bottom && y! <= top)
      )
  );
}

function lineOutside(line: readonly Point[], rectangle: Rectangle): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  const end = () => {
    if (run.length > 1) runs.push(run);
    run = [];
  };
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [from, to] = [line[i]!, line[i + 1]!];
    const within = shareWithin(from, to, rectangle);
    if (within === null) {
      if (run.length === 0) run.push(from);
      run.push(to);
      continue;
    }
    const [enters, leaves] = within;
    if (enters > 0) {
      if (run.length === 0) run.push(from);
      run.push(between(from, to, enters));
    }
    end();
    if (leaves < 1) run.push(between(from, to, leaves), to);
  }
  end();
  return runs;
}

/** From which share of a segment to which it lies within a rectangle (Liang and Barsky 1984); null where none does. */
function shareWithin(
  [x0, y0]: Point,
  [x1, y1]: Point,
  [left, bottom, right, top]: Rectangle
): readonly [number, number] | null {
  const [dx, dy] = [x1! - x0!, y1! - y0!];
  let [enters, leaves] = [0, 1];
  for (const [towards, distance] of [
    [-dx, x0! - left],
    [dx, right - x0!],
    [-dy, y0! - bottom],
    [dy, top - y0!]
  ] as const) {
    if (towards === 0 && distance < 0) return null;
    if (towards < 0) enters = Math.max(enters, distance / towards);
    if (towards > 0) leaves = Math.min(leaves, distance / towards);
  }
  return enters < leaves ? [enters, leaves] : null;
}

function between([x0, y0]: Point, [x1, y1]: Point, share: number): Point {
  return [x0! + (x1! - x0!) * share, y0! + (y1! - y0!) * share];
}
