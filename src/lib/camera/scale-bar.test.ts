import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthWords, scaleBar } from './scale-bar.ts';

const at = (lat: number, zoom: number) =>
  scaleBar({ center: [40, lat], zoom, bearing: 0, pitch: 0 }, 100);

describe('scaleBar(camera, maxPx)', () => {
  it('is a round length that fits, and the longest such', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -70, max: 70 }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (lat, zoom) => {
          const { km, widthPx } = at(lat, zoom);
          expect(String(km).replace(/[0.]/g, '')).toMatch(/^(1|2|5)$/);
          expect(widthPx).toBeLessThanOrEqual(100.000001);
          expect(widthPx).toBeGreaterThan(39.9);
        }
      )
    );
  });

  it('measures the Earth: 360° at the equator are 40,075 km', () => {
    const { km, widthPx } = at(0, 0);
    expect((512 / widthPx) * km).toBeCloseTo(40_075, 0);
  });

  it('is as long on the ground as the map’s scale is there: half at 60° north or south, half a zoom level in', () => {
    const kmPerPx = (lat: number, zoom: number) => at(lat, zoom).km / at(lat, zoom).widthPx;
    for (const lat of [60, -60]) expect(kmPerPx(lat, 3)).toBeCloseTo(kmPerPx(0, 3) / 2, 9);
    expect(kmPerPx(30, 4)).toBeCloseTo(kmPerPx(30, 3) / 2, 9);
  });
});

describe('lengthWords(km)', () => {
  it('is what an English page calls any of the lengths', () => {
    for (const km of [0.5, 1, 20, 500, 1000, 2000, 5000, 10_000]) {
      expect(lengthWords(km)).toBe(`${km.toLocaleString('en-GB')} km`);
    }
  });
});
