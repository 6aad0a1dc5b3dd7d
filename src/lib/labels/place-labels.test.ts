import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, freePart, overlaps } from '../frame.ts';
import { labelBox, placeLabels, type LabelWish } from './place-labels.ts';

const frame = { width: 800, height: 500, padding: { top: 10, right: 10, bottom: 10, left: 200 } };
const wish = (id: string, at: readonly [number, number], text = 'Moscow'): LabelWish => ({
  id,
  kind: 'place',
  text,
  at,
  sizePx: 14,
  stand: 'beside',
  gapPx: 6
});

describe('placeLabels(wishes, obstacles, lines, frame)', () => {
  it('keeps labels apart, off obstacles and in the free part', () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 })),
      {
        maxLength: 40
      }
    );
    fc.assert(
      fc.property(points, points, (ats, marks) => {
        const obstacles = marks.map(([x, y]) => ({
          left: x - 8,
          right: x + 8,
          top: y - 8,
          bottom: y + 8
        }));
        const placed = placeLabels(
          ats.map((at, i) => wish(String(i), at)),
          obstacles,
          [],
          frame
        );
        const boxes = placed.map(({ label }) => labelBox(label));
        boxes.forEach((box, i) => {
          expect(contains(freePart(frame), box)).toBe(true);
          expect([...boxes.slice(i + 1), ...obstacles].some((other) => overlaps(box, other))).toBe(
            false
          );
        });
      })
    );
  });

  it('serves the first wish first', () => {
    const [first] = placeLabels([wish('a', [400, 250]), wish('b', [400, 250])], [], [], frame);
    expect(first!.label).toMatchObject({ id: 'a', anchor: 'start' });
  });

  it('takes the next wish of the same name where the first finds no room', () => {
    const wishes = [wish('a', [100, 250]), wish('a', [400, 250]), wish('a', [600, 250])];
    const placed = placeLabels(wishes, [], [], frame);
    expect(placed.map(({ wish: { at } }) => at)).toEqual([[400, 250]]);
  });

  it('goes to the side that a line leaves clear', () => {
    const line = Array.from({ length: 30 }, (_, i) => [400 + i * 3, 250] as const);
    const [placed] = placeLabels([wish('a', [400, 250])], [], line, frame);
    expect(placed!.label.anchor).toBe('end');
  });
});
