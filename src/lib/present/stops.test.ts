import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldTo, nextStop, previousStop, sameStop, stopAt, stopsOf, type Stop } from './stops.ts';

/** Three steps, of which the first and the last ask. */
const stops = stopsOf([true, false, true], true);
const walk = (from: Stop, ...ways: readonly (typeof nextStop)[]) =>
  ways.reduce((stop, way) => way(stops, stop), from);

describe('stopsOf(questions, asked)', () => {
  it('asks before it shows, and ends after the last step', () => {
    expect(stops.map(({ step, face }) => `${step} ${face}`)).toEqual([
      '0 question',
      '0 whole',
      '1 whole',
      '2 question',
      '2 whole',
      '2 end'
    ]);
  });

  it('asks nothing where questions are off', () => {
    expect(stopsOf([true, false], false).map(({ face }) => face)).toEqual([
      'whole',
      'whole',
      'end'
    ]);
  });
});

describe('nextStop(stops, from) and previousStop(stops, from)', () => {
  it('go forward through every stop and stay at the end', () => {
    expect(walk(stops[0]!, nextStop, nextStop, nextStop)).toEqual(stops[3]);
    expect(walk(stops[0]!, ...Array(20).fill(nextStop))).toEqual(stops.at(-1));
  });

  it('go back through every stop, a step’s own question too, and stay at the start', () => {
    expect(walk(stops[5]!, previousStop)).toEqual({ step: 2, face: 'whole' });
    expect(walk(stops[4]!, previousStop)).toEqual({ step: 2, face: 'question' });
    expect(walk(stops[3]!, previousStop, previousStop)).toEqual({ step: 0, face: 'whole' });
    expect(walk(stops[1]!, previousStop, previousStop)).toEqual(stops[0]);
  });

  it('never leave the stops', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.array(fc.boolean(), { maxLength: 40 }),
        (questions, asked, presses) => {
          const all = stopsOf(questions, asked);
          const end = presses.reduce(
            (stop, forward) => (forward ? nextStop : previousStop)(all, stop),
            all[0]!
          );
          expect(all.some((stop) => sameStop(stop, end))).toBe(true);
        }
      )
    );
  });
});

describe('stopAt(stops, step, from)', () => {
  it('meets a step ahead or back with its question, and the last one from the end as it was', () => {
    expect(stopAt(stops, 2, stops[0]!)).toEqual({ step: 2, face: 'question' });
    expect(stopAt(stops, 0, stops[2]!)).toEqual({ step: 0, face: 'question' });
    expect(stopAt(stops, 1, stops[4]!)).toEqual({ step: 1, face: 'whole' });
    expect(stopAt(stops, 2, stops[5]!)).toEqual({ step: 2, face: 'whole' });
  });

  it('stays where it is', () => {
    for (const stop of stops.slice(0, -1)) expect(stopAt(stops, stop.step, stop)).toEqual(stop);
  });
});

describe('heldTo(stops, stop)', () => {
  it('keeps a stop, and finds the nearest to one that is not there', () => {
    expect(heldTo(stops, stops[3]!)).toBe(stops[3]);
    expect(heldTo(stops, { step: 1, face: 'question' })).toEqual({ step: 1, face: 'whole' });
    expect(heldTo(stops, { step: 1, face: 'end' })).toEqual({ step: 1, face: 'whole' });
    expect(heldTo(stops, { step: 99, face: 'whole' })).toEqual({ step: 2, face: 'whole' });
  });
});
