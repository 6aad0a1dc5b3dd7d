import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Camera } from '../story/story.ts';
import { focusOf } from './camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import { fly } from './fly.ts';

const frame = { width: 1366, height: 768, padding: { top: 18, right: 18, bottom: 110, left: 540 } };
const moscow: Camera = { center: [30, 55], zoom: 5.2, bearing: 0, pitch: 0 };
const riyadh: Camera = { center: [40, 24], zoom: 4.6, bearing: 0, pitch: 0 };
const fiji: Camera = { center: [178, -17], zoom: 5, bearing: 0, pitch: 0 };
const samoa: Camera = { center: [-172, -13], zoom: 5, bearing: 0, pitch: 0 };

describe('fly(from, to, frame)', () => {
  it('starts and ends at the given cameras, to the bit', () => {
    const flight = fly(moscow, riyadh, frame);
    expect(flight(0)).toBe(moscow);
    expect(flight(1)).toBe(riyadh);
  });

  it('has no jump at either end or on the way', () => {
    for (const flight of [fly(moscow, riyadh, frame), fly(fiji, samoa, frame)]) {
      for (let i = 0; i < 200; i++) {
        const [a, b] = [flight(i / 200), flight((i + 1) / 200)];
        const step = Math.hypot(
          nearLng(b.center[0], a.center[0]) - a.center[0],
          b.center[1] - a.center[1]
        );
        expect(step).toBeLessThan(1);
        expect(Math.abs(b.zoom - a.zoom)).toBeLessThan(0.06);
      }
    }
  });

  it('is the same way back', () => {
    const there = fly(moscow, riyadh, frame);
    const back = fly(riyadh, moscow, frame);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (t) => {
        expect(there(t).zoom).toBeCloseTo(back(1 - t).zoom, 6);
        expect(there(t).center[1]).toBeCloseTo(back(1 - t).center[1], 6);
      })
    );
  });

  it('zooms out on a long way, so far that both ends are almost in sight, and not on a short one', () => {
    const { left, right } = { left: 540, right: 1366 - 18 };
    const degreesAcross = ({ zoom }: Camera) => ((right - left) / (512 * 2 ** zoom)) * 360;
    const zooms = (way: (t: number) => Camera) =>
      Array.from({ length: 101 }, (_, i) => way(i / 100)).sort((a, b) => a.zoom - b.zoom);
    const [widest] = zooms(
      fly({ ...moscow, center: [-60, 0] }, { ...moscow, center: [60, 0] }, frame)
    );
    expect(degreesAcross(widest!)).toBeGreaterThan(60);
    expect(degreesAcross(widest!)).toBeLessThan(180);
    const [near] = zooms(fly(moscow, { ...moscow, center: [30.5, 55] }, frame));
    expect(near!.zoom).toBeCloseTo(moscow.zoom, 2);
  });

  it('turns the short way, and tilts, evenly', () => {
    const from: Camera = { ...moscow, bearing: 170, pitch: 10 };
    const to: Camera = { ...riyadh, bearing: -170, pitch: 50 };
    for (const t of [0.25, 0.5, 0.9]) {
      const { bearing, pitch } = fly(from, to, frame)(t);
      expect(bearing).toBeCloseTo(170 + 20 * t, 9);
      expect(pitch).toBeCloseTo(10 + 40 * t, 9);
    }
  });

  it('goes the short way over the date line', () => {
    const focus = focusOf(fly(fiji, samoa, frame)(0.5), frame);
    const [start, end] = [focusOf(fiji, frame)[0], focusOf(samoa, frame)[0]];
    expect(nearLng(focus[0], start)).toBeGreaterThan(start);
    expect(nearLng(focus[0], start)).toBeLessThan(nearLng(end, start));
  });
});
