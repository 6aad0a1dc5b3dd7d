import { describe, expect, it } from 'vitest';
import { clockWords, evenPlan, lessonPlan, minutesOf, paceOf, paceWords } from './pace.ts';

const min = 60_000;

describe('clockWords(elapsedMs)', () => {
  it('counts minutes, and hours from the first', () => {
    expect(clockWords(0)).toBe('0:00');
    expect(clockWords(-5)).toBe('0:00');
    expect(clockWords(7 * min + 5999)).toBe('7:05');
    expect(clockWords(62 * min + 3000)).toBe('1:02:03');
  });
});

describe('paceOf(elapsedMs, plan, step)', () => {
  const plan = { minutes: Array<number>(20).fill(2), from: 0 };

  it('is in time for as long as the step’s part lasts', () => {
    expect(paceOf(0, plan, 0).aheadMinutes).toBe(0);
    expect(paceOf(2 * min, plan, 0).aheadMinutes).toBe(0);
    expect(paceOf(21 * min, plan, 10)).toEqual({ aheadMinutes: 0, leftMinutes: 19 });
  });

  it('counts from the nearer edge of that part', () => {
    expect(paceOf(5 * min, plan, 0).aheadMinutes).toBe(-3);
    expect(paceOf(15 * min, plan, 10).aheadMinutes).toBe(5);
    expect(paceOf(45 * min, plan, 19)).toEqual({ aheadMinutes: -5, leftMinutes: -5 });
  });

  it('counts from the step that the talk began with', () => {
    expect(paceOf(2000, { ...plan, from: 14 }, 14)).toEqual({ aheadMinutes: 0, leftMinutes: 12 });
    expect(paceOf(5 * min, { ...plan, from: 14 }, 13).aheadMinutes).toBe(-5);
  });
});

describe('evenPlan(questions, plannedMinutes, from)', () => {
  it('gives a step that asks first twice the time, and none to what lies behind', () => {
    expect(evenPlan([false, true, false], 40, 0).minutes).toEqual([10, 20, 10]);
    expect(evenPlan([false, true, false], 30, 1).minutes).toEqual([0, 20, 10]);
  });
});

describe('lessonPlan(minutes, plannedMinutes, from)', () => {
  it('keeps the lesson’s proportions', () => {
    expect(lessonPlan([5, 10, 5], 20, 1)).toEqual({ minutes: [5, 10, 5], from: 1 });
    expect(lessonPlan([5, 10, 5], 40, 0).minutes).toEqual([10, 20, 10]);
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
