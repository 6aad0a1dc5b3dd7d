import { describe, expect, it } from 'vitest';
import { equatorArc } from './fixtures.ts';
import { sameMarks } from './same-marks.ts';

describe('sameMarks(a, b)', () => {
  const arc = equatorArc('visit');
  const dot = { id: 'moscow', lngLat: [37.6, 55.8], opacity: 1 } as const;
  const view = { arcs: [arc], dots: [dot] };

  it('compares by value, and leaves badges aside', () => {
    expect(
      sameMarks(view, {
        arcs: [{ ...arc, badge: [1, 2] }],
        dots: [{ ...dot, lngLat: [37.6, 55.8] }]
      })
    ).toBe(true);
  });

  it.each([
    ['growth', { arcs: [{ ...arc, drawn: 0.5 }], dots: [dot] }],
    ['strength', { arcs: [{ ...arc, opacity: 0.4 }], dots: [dot] }],
    ['path', { arcs: [{ ...arc, path: [...arc.path] }], dots: [dot] }],
    ['a dot’s strength', { arcs: [arc], dots: [{ ...dot, opacity: 0.7 }] }],
    ['number', { arcs: [arc], dots: [] }]
  ])('sees a change of %s', (_, other) => {
    expect(sameMarks(view, other)).toBe(false);
  });
});
