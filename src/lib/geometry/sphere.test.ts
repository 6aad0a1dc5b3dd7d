import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alongGreatCircle, angleBetween, fromVector, toVector } from './sphere.ts';

const points = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -89, max: 89, noNaN: true })
);

describe('the sphere', () => {
  it('gives back the longitude and latitude of a vector', () => {
    fc.assert(
      fc.property(points, ([lng, lat]) => {
        const found = fromVector(toVector([lng, lat]));
        expect(found[0]).toBeCloseTo(lng, 9);
        expect(found[1]).toBeCloseTo(lat, 9);
      })
    );
  });

  it('divides a great circle evenly, across the date line and over a pole', () => {
    fc.assert(
      fc.property(points, points, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const [from, to] = [toVector(a), toVector(b)];
        const whole = angleBetween(from, to);
        // Two opposite points lie on every great circle between them.
        if (whole > 3.14) return;
        const between = alongGreatCircle(from, to, share);
        expect(angleBetween(from, between)).toBeCloseTo(share * whole, 6);
        expect(angleBetween(between, to)).toBeCloseTo((1 - share) * whole, 6);
      })
    );
    const [, highest] = fromVector(alongGreatCircle(toVector([0, 60]), toVector([180, 60]), 0.5));
    expect(highest).toBeCloseTo(90, 9);
  });
});
