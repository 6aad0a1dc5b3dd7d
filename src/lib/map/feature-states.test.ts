import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedStates, featureStates, type FeatureState } from './feature-states.ts';

const states = fc
  .dictionary(
    fc.constantFrom('RUS', 'IRN', 'SYR', 'GCC'),
    fc.record({
      opacity: fc.constantFrom(0, 0.5, 1),
      tint: fc.constantFrom('first' as const, 'second' as const)
    })
  )
  .map((record) => new Map<string, FeatureState>(Object.entries(record)));

describe('featureStates(view)', () => {
  it('holds countries with their tint and groups without', () => {
    const found = featureStates({
      highlights: [{ code: 'RUS', tint: 'first', opacity: 0.5 }],
      groups: [{ id: 'GCC', land: ['SAU'], opacity: 1 }]
    });
    expect([...found]).toEqual([
      ['RUS', { opacity: 0.5, tint: 'first' }],
      ['GCC', { opacity: 1 }]
    ]);
  });
});

describe('changedStates(before, after)', () => {
  it('is empty where nothing changes', () => {
    fc.assert(
      fc.property(states, (same) => {
        expect(changedStates(same, new Map(same)).size).toBe(0);
      })
    );
  });

  it('leads to the same picture from wherever it starts', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const shown = new Map([...before, ...changedStates(before, after)]);
        for (const [id, { opacity, tint }] of shown) {
          expect(opacity).toBe(after.get(id)?.opacity ?? 0);
          if (opacity > 0) expect(tint).toBe(after.get(id)?.tint);
        }
        for (const id of after.keys()) expect(shown.has(id)).toBe(true);
      })
    );
  });
});
