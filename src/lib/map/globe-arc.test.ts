import { describe, expect, it } from 'vitest';
import { GlobeViewport } from '../camera/globe.ts';
import { greatCircleThrough } from '../arcs/arc-paths.ts';
import type { Camera, LngLat } from '../story/story.ts';
import { globeArc } from './globe-arc.ts';

const frame = { width: 800, height: 600, padding: { top: 0, right: 0, bottom: 0, left: 200 } };
const camera: Camera = {
  center: [0, 0],
  zoom: 1,
  bearing: 0,
  pitch: 0,
  projection: 'globe'
};
const { middle, radius } = new GlobeViewport(camera, frame);
/** The px of each point of a geometry. */
function pixels(positions: Float64Array): [number, number][] {
  return Array.from({ length: positions.length / 2 }, (_, i) => [
    positions[2 * i]! - 256 + frame.width / 2,
    256 + frame.height / 2 - positions[2 * i + 1]!
  ]);
}

describe('globeArc(path, camera, frame)', () => {
  it('is where the globe has the path, in px', () => {
    const path: LngLat[] = [
      [-20, 10],
      [20, 10]
    ];
    const { positions, lengths, hidden } = globeArc(path, camera, frame);
    const seen = new GlobeViewport(camera, frame);
    expect(pixels(positions)).toEqual(
      path.map((at) => seen.project(at).map((px) => expect.closeTo(px, 6)))
    );
    expect(lengths[1]).toBeCloseTo(pixels(positions)[1]![0] - pixels(positions)[0]![0], 3);
    expect(hidden).toEqual([false, false]);
  });

  it('ends at the edge of the globe, and draws nothing behind it', () => {
    const path = greatCircleThrough([
      [0, 10],
      [150, 10]
    ]);
    const { positions, hidden } = globeArc(path, camera, frame);
    const isDrawn = hidden!.slice(0, -1).map((gone) => !gone);
    const last = isDrawn.lastIndexOf(true);
    expect(isDrawn).toEqual(isDrawn.map((_, i) => i <= last));
    const [x, y] = pixels(positions)[last + 1]!;
    expect(Math.hypot(x - middle[0], y - middle[1])).toBeCloseTo(radius, -1);
    expect(path[last]![0]).toBeLessThan(90);
    expect(path[last + 1]![0]).toBeGreaterThanOrEqual(90);
  });
});
