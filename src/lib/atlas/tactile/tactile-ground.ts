import type { GeoPermissibleObjects } from 'd3-geo';
import { distance, type Point } from '../../geometry/polyline.ts';
import type { AtlasBase } from '../atlas-base.ts';
import { shapeDrawer } from '../draw-shapes.ts';
import { areasIn, bordersIn, geographyAt } from '../geography.ts';
import { groundUnder, isOnGlobe } from '../ground.ts';
import { isTiny, OutlineContext, smoothOutline, type Outline } from './smooth-outline.ts';
import { pxPerMm, type TactileScene } from './tactile-scene.ts';

/** A point whose triangle is smaller is left out, px²: what is left has no corner that a fingertip would dwell on. */
const detailPx2 = 30;
/** An island or a lake below this is left out, mm²: it would be felt as a place. */
const leastAreaMm2 = 25;

/** The geography of a tactile sheet as smooth outlines, mm. */
export interface TactileGround {
  readonly land: readonly Outline[];
  /** Of each area of the sheet, by its id. */
  readonly areas: ReadonlyMap<string, readonly Outline[]>;
  /** The recognised borders where the sheet has no areas; else none, because the areas’ outlines are enough. */
  readonly borders: readonly Outline[];
  /** Whether a point, mm, is on the Earth: beside a globe there is nothing. */
  readonly isOnEarth: (point: Point) => boolean;
}

/** The geography of a sheet’s map, much simplified. */
export function tactileGround({ view, areas }: TactileScene, base: AtlasBase): TactileGround {
  const { camera, frame } = view;
  const ground = groundUnder(camera, frame);
  const draw = shapeDrawer(ground);
  const outlines = (shapes: readonly GeoPermissibleObjects[]): Outline[] => {
    const context = new OutlineContext(1 / pxPerMm);
    draw(shapes, context);
    return context
      .finish()
      .filter((outline) => !isTiny(outline, leastAreaMm2))
      .map(smoothOutline);
  };
  const seen = geographyAt(camera, base, ground, detailPx2);
  // A mask hides areas, but not their outlines.
  const { countries, lines } = seen.rim ? geographyAt({ zoom: 0 }, base, ground, detailPx2) : seen;
  return {
    land: outlines(areasIn(countries)),
    areas: new Map(areas.map((area) => [area.id, outlines(areasIn(countries, area.countries))])),
    borders: areas.length > 0 ? [] : outlines(bordersIn(lines, 'recognised')),
    isOnEarth: ([x, y]) => {
      if (!isOnGlobe(ground)) return true;
      const { middle, discRadius } = ground.viewport;
      return distance(middle, [x * pxPerMm, y * pxPerMm]) <= discRadius;
    }
  };
}

/** Whether a point is within closed outlines, by the even-odd rule. */
export function isWithin(outlines: readonly Outline[], [x, y]: Point): boolean {
  let inside = false;
  for (const { points } of outlines) {
    points.forEach(([ax, ay], i) => {
      const [bx, by] = points[(i + 1) % points.length]!;
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    });
  }
  return inside;
}
