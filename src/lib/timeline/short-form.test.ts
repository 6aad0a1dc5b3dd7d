import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineForms } from '../theme/marks.ts';
import { certainties, type Certainty } from '../story/story.ts';
import { shortForm } from './short-form.ts';

const length = fc.double({ min: 5, max: 900, noNaN: true });

describe('shortForm(certainty, lengthPx)', () => {
  it('has the features of the map’s own form', () => {
    for (const certainty of certainties) {
      const { dash, dotted, open } = lineForms[certainty];
      const form = shortForm(certainty, 20);
      expect([form.dash.length > 0, form.dotted, form.open]).toEqual([
        dash.length > 0,
        dotted,
        open
      ]);
    }
  });

  it('begins and ends with a whole dash or dot, of which there are at least two', () => {
    fc.assert(
      fc.property(fc.constantFrom(...certainties.slice(1)), length, (certainty, lengthPx) => {
        const [on, off] = shortForm(certainty, lengthPx).dash as [number, number];
        const gaps = (lengthPx - on) / (on + off);
        expect(gaps).toBeCloseTo(Math.round(gaps), 6);
        expect(Math.round(gaps)).toBeGreaterThanOrEqual(1);
      })
    );
  });

  it('keeps three dots of a plan and two of a possibility on the shortest line', () => {
    expect(shortForm('planned', 5).dash).toEqual([0, 2.5]);
    expect(shortForm('prospective', 5).dash).toEqual([0, 5]);
  });

  it('has dashes of some length and dots of none', () => {
    const on = (certainty: Certainty) => shortForm(certainty, 100).dash[0];
    expect([on('planned'), on('prospective')]).toEqual([0, 0]);
    expect(on('reported')).toBeGreaterThan(on('disputed')!);
    expect(on('disputed')).toBeGreaterThan(0);
  });

  it('tells long dashes from short ones, and dots from sparse dots, from 12 px on', () => {
    fc.assert(
      fc.property(fc.double({ min: 12, max: 900, noNaN: true }), (lengthPx) => {
        const period = (certainty: (typeof certainties)[number]) =>
          shortForm(certainty, lengthPx).dash.reduce((sum, part) => sum + part, 0);
        expect(period('reported')).toBeGreaterThan(1.3 * period('disputed'));
        expect(period('prospective')).toBeGreaterThan(1.3 * period('planned'));
      })
    );
  });
});
