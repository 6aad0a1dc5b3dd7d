import { describe, expect, it } from 'vitest';
import { equatorArc } from './fixtures.ts';
import { sameMarks } from './same-marks.ts';

describe('sameMarks(a, b)', () => {
  const arc = equatorArc('visit');
  const view = { arcs: [arc] };

  it('compares by value, and leaves badges aside', () => {
    expect(sameMarks(view, { arcs: [{ ...arc, badge: [1, 2] }] })).toBe(true);
  });

  it.each([
    ['growth', { arcs: [{ ...arc, drawn: 0.5 }] }],
    ['strength', { arcs: [{ ...arc, opacity: 0.4 }] }],
    ['path', { arcs: [{ ...arc, path: [...arc.path] }] }],
    ['number', { arcs: [] }]
  ])('sees a change of %s', (_, other) => {
    expect(sameMarks(view, other)).toBe(false);
  });
});
