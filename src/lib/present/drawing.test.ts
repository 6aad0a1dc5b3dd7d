import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../story/story.ts';
import {
  addStroke,
  clearStep,
  drawingSchema,
  drawingGeoJson,
  emptyDrawing,
  lngLatAt,
  pathOf,
  pixelsOf,
  simplifyPoints,
  strokesAt,
  undoStroke,
  type Seen,
  type Stroke
} from './drawing.ts';

const padding = { top: 0, right: 0, bottom: 0, left: 0 };
const frame = { width: 1280, height: 720, padding };
const seen = (center: LngLat, zoom = 4, bearing = 0): Seen => ({
  camera: { center, zoom, bearing, pitch: 0 },
  frame
});
const stroke = (...points: LngLat[]): Stroke => ({ pen: 'accent', weight: 'broad', points });
const [one, two, three] = [stroke([36, 33]), stroke([37, 34], [38, 35]), stroke([51, 35])];

describe('drawing and taking back', () => {
  it('keeps strokes by the step at which they were drawn, in order', () => {
    const drawing = [one, two].reduce((all, each) => addStroke(all, 'syria', each), emptyDrawing);
    expect(strokesAt(drawing, 'syria')).toEqual([one, two]);
    expect(strokesAt(drawing, 'vienna')).toEqual([]);
    expect(strokesAt(drawing, 'constructor')).toEqual([]);
  });

  it('takes back the last stroke of a step alone', () => {
    const drawing = addStroke(addStroke(addStroke({}, 'a', one), 'b', two), 'a', three);
    expect(undoStroke(drawing, 'a')).toEqual({ a: [one], b: [two] });
    expect(undoStroke(undoStroke(drawing, 'a'), 'a')).toEqual({ b: [two] });
    expect(undoStroke({ b: [two] }, 'a')).toEqual({ b: [two] });
  });

  it('clears a step alone', () => {
    expect(clearStep({ a: [one, three], b: [two] }, 'a')).toEqual({ b: [two] });
  });

  it('changes no drawing in place, and takes no stroke without a point', () => {
    const drawing = Object.freeze({ a: Object.freeze([one]) });
    expect(addStroke(drawing, 'a', two)).toEqual({ a: [one, two] });
    expect(addStroke(drawing, 'a', stroke())).toBe(drawing);
    expect(drawing).toEqual({ a: [one] });
  });

  it('undoes what was added', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b'), fc.constantFrom(one, two, three), (step, added) => {
        const before = { a: [two], b: [one, three] };
        expect(undoStroke(addStroke(before, step, added), step)).toEqual(before);
      })
    );
  });
});

describe('lngLatAt(seen, pixel) and pixelsOf(seen, points)', () => {
  const anySeen = fc
    .record({
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -60, max: 60, noNaN: true }),
      zoom: fc.double({ min: 4, max: 9, noNaN: true }),
      bearing: fc.double({ min: -180, max: 180, noNaN: true })
    })
    .map(({ lng, lat, zoom, bearing }) => seen([lng, lat], zoom, bearing));
  const anyPixel = fc.tuple(
    fc.double({ min: 0, max: frame.width, noNaN: true }),
    fc.double({ min: 100, max: frame.height - 100, noNaN: true })
  );

  it('lead back to the same pixel', () => {
    fc.assert(
      fc.property(anySeen, anyPixel, (view, [x, y]) => {
        const point = lngLatAt(view, [x, y]);
        fc.pre(Math.abs(point[1]) < 85);
        const [[backX, backY]] = pixelsOf(view, [point]) as [[number, number]];
        // Degrees are rounded to about a metre.
        expect(Math.abs(backX - x)).toBeLessThan(0.03);
        expect(Math.abs(backY - y)).toBeLessThan(0.03);
      })
    );
  });

  it('keep a line on its place when the map moves', () => {
    const line = [lngLatAt(seen([37, 35]), [600, 300]), lngLatAt(seen([37, 35]), [700, 400])];
    const moved = seen([47, 33], 5, 20);
    for (const [i, pixel] of pixelsOf(moved, line).entries()) {
      const [lng, lat] = lngLatAt(moved, pixel);
      expect(lng).toBeCloseTo(line[i]![0], 4);
      expect(lat).toBeCloseTo(line[i]![1], 4);
    }
  });

  it('draw a line over the date line in one piece, from either side of it', () => {
    const line: LngLat[] = [
      [178, -15],
      [183, -14]
    ];
    for (const lng of [175, -175]) {
      const [[x1], [x2]] = pixelsOf(seen([lng, -15]), line) as [[number, number], [number, number]];
      expect(x2 - x1).toBeGreaterThan(0);
      expect(x2 - x1).toBeLessThan(200);
      expect(Math.abs(x1 - frame.width / 2)).toBeLessThan(frame.width / 2);
    }
  });

  it('hold the latitude within the map', () => {
    expect(lngLatAt(seen([0, 80], 0.5), [640, 0])[1]).toBeLessThanOrEqual(85.051129);
  });
});

describe('simplifyPoints(seen, points)', () => {
  const view = seen([37, 35]);
  const at = (x: number, y: number) => lngLatAt(view, [x, y]);

  it('leaves out what does not show and keeps the ends', () => {
    const line = Array.from({ length: 101 }, (_, i) => at(100 + i, 200));
    expect(simplifyPoints(view, line)).toEqual([line[0], line[100]]);
  });

  it('keeps a corner', () => {
    const line = [at(100, 100), at(150, 101), at(200, 100), at(200, 150), at(200, 200)];
    expect(simplifyPoints(view, line)).toContainEqual(line[2]);
  });

  it('keeps a dot', () => {
    expect(simplifyPoints(view, [[37, 35]])).toEqual([[37, 35]]);
  });
});

describe('pathOf(pixels)', () => {
  it('is a line through them, or a dot', () => {
    expect(
      pathOf([
        [1, 2],
        [3.25, 4]
      ])
    ).toBe('M1.0 2.0L3.3 4.0');
    expect(pathOf([[1, 2]])).toBe('M1.0 2.0h0.01');
  });
});

describe('drawingSchema', () => {
  const readDrawing = (data: unknown) => {
    const { success, output } = v.safeParse(drawingSchema, data);
    return success ? output : null;
  };

  it('reads back what was written', () => {
    const drawing = { syria: [one, two], 'no-alliance': [three] };
    expect(readDrawing(JSON.parse(JSON.stringify(drawing)))).toEqual(drawing);
    expect(readDrawing({})).toEqual({});
  });

  it('takes nothing else', () => {
    const broken: unknown[] = [
      null,
      'drawing',
      [one],
      { a: one },
      { a: [] },
      { a: [{ ...one, pen: 'url(#x)' }] },
      { a: [{ ...one, weight: 'toString' }] },
      { a: [{ ...one, points: [] }] },
      { a: [{ ...one, points: [[36]] }] },
      { a: [{ ...one, points: [[36, 'x']] }] },
      { a: [{ ...one, points: [[36, 91]] }] },
      { a: [{ ...one, points: [[Infinity, 0]] }] },
      { 'a b"': [one] },
      { a: [{ ...one, points: Array.from({ length: 20_001 }, () => [0, 0]) }] }
    ];
    for (const data of broken)
      expect(readDrawing(data), JSON.stringify(data)?.slice(0, 80)).toBeNull();
  });

  it('throws at nothing', () => {
    fc.assert(fc.property(fc.anything(), (data) => void readDrawing(data)));
  });
});

describe('drawingGeoJson(drawing, steps)', () => {
  it('gives lines and points in the order of the story, with their step', () => {
    const steps = [
      { id: 'vienna', title: 'Vienna' },
      { id: 'syria', title: 'Syria' }
    ];
    const { type, features } = drawingGeoJson(
      { syria: [two], vienna: [one], gone: [three] },
      steps
    );
    expect(type).toBe('FeatureCollection');
    expect(features).toEqual([
      {
        type: 'Feature',
        properties: { step: 'vienna', title: 'Vienna', pen: 'accent', weight: 'broad' },
        geometry: { type: 'Point', coordinates: [36, 33] }
      },
      {
        type: 'Feature',
        properties: { step: 'syria', title: 'Syria', pen: 'accent', weight: 'broad' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [37, 34],
            [38, 35]
          ]
        }
      }
    ]);
  });

  it('begins each line within −180 to 180', () => {
    const drawing = { a: [stroke([378, 10], [379, 11]), stroke([-190, 0], [-179, 0])] };
    const { features } = drawingGeoJson(drawing, [{ id: 'a', title: 'A' }]);
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual([
      [
        [18, 10],
        [19, 11]
      ],
      [
        [170, 0],
        [181, 0]
      ]
    ]);
  });
});
