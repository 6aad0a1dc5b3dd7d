import { describe, expect, it } from 'vitest';
import { clockWords, minutesOf, paceOf, paceWords } from './pace.ts';

const min = 60_000;

describe('clockWords(elapsedMs)', () => {
  it('counts minutes, and hours from the first', () => {
    expect(clockWords(0)).toBe('0:00');
    expect(clockWords(-5)).toBe('0:00');
    expect(clockWords(7 * min + 5999)).toBe('7:05');
    expect(clockWords(62 * min + 3000)).toBe('1:02:03');
  });
});

describe('paceOf(elapsedMs, plannedMinutes, step, count)', () => {
  it('is in time for as long as the step’s part lasts', () => {
    expect(paceOf(0, 40, 0, 20).aheadMinutes).toBe(0);
    expect(paceOf(2 * min, 40, 0, 20).aheadMinutes).toBe(0);
    expect(paceOf(21 * min, 40, 10, 20)).toEqual({ aheadMinutes: 0, leftMinutes: 19 });
  });

  it('counts from the nearer edge of that part', () => {
    expect(paceOf(5 * min, 40, 0, 20).aheadMinutes).toBe(-3);
    expect(paceOf(15 * min, 40, 10, 20).aheadMinutes).toBe(5);
    expect(paceOf(45 * min, 40, 19, 20)).toEqual({ aheadMinutes: -5, leftMinutes: -5 });
  });
});

describe('paceWords(pace)', () => {
  it('says it plainly', () => {
    expect(paceWords({ aheadMinutes: 0, leftMinutes: 12 })).toBe('On time, 12 min left');
    expect(paceWords({ aheadMinutes: 2, leftMinutes: 9 })).toBe('2 min ahead, 9 min left');
    expect(paceWords({ aheadMinutes: -3, leftMinutes: -1 })).toBe('3 min behind, 1 min over');
  });
});

describe('minutesOf(typed)', () => {
  it('takes whole minutes from 1 to 600 and nothing else', () => {
    expect(['45', ' 90 ', '1', '600'].map(minutesOf)).toEqual([45, 90, 1, 600]);
    expect(['', '0', '601', '-5', '4.5', '1e2', 'ten'].map(minutesOf)).toEqual(Array(7).fill(null));
  });
});
