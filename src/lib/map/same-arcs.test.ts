import { describe, expect, it } from 'vitest';
import { equatorArc } from './fixtures.ts';
import { sameArcs } from './same-arcs.ts';

describe('sameArcs(a, b)', () => {
  const arc = equatorArc('visit');

  it('compares by value, and leaves badges aside', () => {
    expect(sameArcs([arc], [{ ...arc, badge: [1, 2] }])).toBe(true);
  });

  it.each([
    ['growth', [{ ...arc, drawn: 0.5 }]],
    ['strength', [{ ...arc, opacity: 0.4 }]],
    ['path', [{ ...arc, path: [...arc.path] }]],
    ['number', []]
  ])('sees a change of %s', (_, other) => {
    expect(sameArcs([arc], other)).toBe(false);
  });
});
