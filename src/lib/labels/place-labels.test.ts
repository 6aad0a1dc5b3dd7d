import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, freePart, overlaps } from '../frame.ts';
import { labelBox, placeLabels, type LabelCandidate } from './place-labels.ts';

const frame = { width: 800, height: 500, padding: { top: 10, right: 10, bottom: 10, left: 200 } };
const candidate = (id: string, at: readonly [number, number], text = 'Moscow'): LabelCandidate => ({
  id,
  kind: 'place',
  text,
  at,
  sizePx: 14,
  spacingEm: 0,
  placement: 'beside',
  gapPx: 6
});

describe('placeLabels(candidates, obstacles, lines, frame)', () => {
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
          ats.map((at, i) => candidate(String(i), at)),
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

  it('places the first candidate first', () => {
    const [first] = placeLabels(
      [candidate('a', [400, 250]), candidate('b', [400, 250])],
      [],
      [],
      frame
    );
    expect(first!.label).toMatchObject({ id: 'a', anchor: 'start' });
  });

  it('takes the next candidate of the same name where the first does not fit', () => {
    const candidates = [
      candidate('a', [100, 250]),
      candidate('a', [400, 250]),
      candidate('a', [600, 250])
    ];
    const placed = placeLabels(candidates, [], [], frame);
    expect(placed.map(({ candidate: { at } }) => at)).toEqual([[400, 250]]);
  });

  it('goes to the side that no line crosses', () => {
    const line = Array.from({ length: 30 }, (_, i) => [400 + i * 3, 250] as const);
    const [placed] = placeLabels([candidate('a', [400, 250])], [], line, frame);
    expect(placed!.label.anchor).toBe('end');
  });
});
