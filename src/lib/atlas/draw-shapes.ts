import {
  geoClipRectangle,
  geoPath,
  geoTransform,
  type GeoContext,
  type GeoPermissibleObjects
} from 'd3-geo';
import { globeDrawer } from './draw-globe.ts';
import { isOnGlobe, type Ground } from './ground.ts';

/** Lines are clipped this far outside the frame, px, so that no clipped end or edge is visible. */
export const marginPx = 12;

/** Draws shapes of the Mercator plane, on a flat map also their copies beyond the date line, into a context, px of the frame. */
export function shapeDrawer(
  ground: Ground
): (shapes: readonly GeoPermissibleObjects[], context: GeoContext) => void {
  if (isOnGlobe(ground)) return globeDrawer(ground);
  const bounds = ground.bounds(marginPx);
  const clip = geoClipRectangle(bounds.left, bounds.top, bounds.right, bounds.bottom);
  const tilt = geoTransform({
    point(x, y) {
      this.stream.point(...ground.toFrame([x, y]));
    }
  });
  const copies = ground.copies(bounds).map((turns) =>
    geoTransform({
      point(x, y) {
        this.stream.point(...ground.fromPlane([x + turns, y]));
      }
    })
  );
  return (shapes, context) => {
    for (const copy of copies) {
      const path = geoPath({ stream: (sink) => copy.stream(clip(tilt.stream(sink))) }, context);
      for (const shape of shapes) path(shape);
    }
  };
}
