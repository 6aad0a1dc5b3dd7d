import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lngShiftTo, nearLng, turnsTo, wrapLng } from './date-line.ts';

const lngs = fc.double({ min: -1000, max: 1000, noNaN: true });

describe('wrapLng(lng)', () => {
  it('keeps the meridian of the date line on one side', () => {
    expect([wrapLng(180), wrapLng(-180), wrapLng(190), wrapLng(-190)]).toEqual([
      -180, -180, -170, 170
    ]);
  });

  it('gives the same meridian within −180 to 180', () => {
    fc.assert(
      fc.property(lngs, (lng) => {
        const wrapped = wrapLng(lng);
        expect(wrapped).toBeGreaterThanOrEqual(-180);
        expect(wrapped).toBeLessThanOrEqual(180);
        expect(Math.cos(((wrapped - lng) * Math.PI) / 180)).toBeCloseTo(1, 9);
      })
    );
  });
});

describe('nearLng(lng, reference)', () => {
  it('crosses the date line to the nearer side', () => {
    expect(nearLng(-170, 175)).toBe(190);
    expect(nearLng(170, -175)).toBe(-190);
  });

  it('moves by whole turns to within half a turn', () => {
    fc.assert(
      fc.property(lngs, lngs, (lng, reference) => {
        const near = nearLng(lng, reference);
        expect(Math.abs(near - reference)).toBeLessThanOrEqual(180 + 1e-9);
        expect(near).toBe(lng + 360 * turnsTo(lng, reference));
        expect(Number.isInteger(turnsTo(lng, reference))).toBe(true);
      })
    );
  });
});

describe('lngShiftTo(path, reference)', () => {
  it('moves an arc over the date line to the side it is seen from', () => {
    const path: [number, number][] = [
      [170, 40],
      [185, 45],
      [200, 40]
    ];
    expect(lngShiftTo(path, 175)).toBeCloseTo(0);
    expect(lngShiftTo(path, -175)).toBe(-360);
  });

  it('leaves the middle within half a turn', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -600, max: 600, noNaN: true }),
        fc.integer({ min: -180, max: 179 }),
        (lng, reference) => {
          const moved = lng + lngShiftTo([[lng, 0]], reference);
          expect(Math.abs(moved - reference)).toBeLessThanOrEqual(180);
        }
      )
    );
  });
});
