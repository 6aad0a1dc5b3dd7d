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
    const way = fly(moscow, riyadh, frame);
    expect(way(0)).toBe(moscow);
    expect(way(1)).toBe(riyadh);
  });

  it('has no jump at either end or on the way', () => {
    for (const way of [fly(moscow, riyadh, frame), fly(fiji, samoa, frame)]) {
      for (let i = 0; i < 200; i++) {
        const [a, b] = [way(i / 200), way((i + 1) / 200)];
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

  it('goes the short way over the date line', () => {
    const focus = focusOf(fly(fiji, samoa, frame)(0.5), frame);
    const [start, end] = [focusOf(fiji, frame)[0], focusOf(samoa, frame)[0]];
    expect(nearLng(focus[0], start)).toBeGreaterThan(start);
    expect(nearLng(focus[0], start)).toBeLessThan(nearLng(end, start));
  });
});
