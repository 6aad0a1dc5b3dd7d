import { describe, expect, it } from 'vitest';
import { lineClass, plainStatus, statusOfArea } from './policy.ts';
import type { AreaRule, LineRule } from './policy.ts';

const rule: AreaRule = {
  area: 'heights',
  name: 'The Heights',
  belongsTo: 'AAA',
  heldBy: 'BBB',
  disputedWith: ['CCC'],
  form: 'hatched',
  at: [0, 0],
  note: '',
  reason: ''
};

describe('lineClass(a, b, at, rules)', () => {
  const heights = statusOfArea(rule);
  const classTo = (code: string, rules: LineRule[] = []): string | null =>
    lineClass(heights, plainStatus(code), [10, 10], rules);

  it('is recognised between two countries that hold what is theirs', () => {
    expect(lineClass(plainStatus('AAA'), plainStatus('BBB'), [0, 0], [])).toBe('recognised');
  });
  it('is a line of control inside the country that the area belongs to', () => {
    expect(classTo('AAA')).toBe('line-of-control');
  });
  it('is disputed towards the power that holds the area', () => {
    expect(classTo('BBB')).toBe('disputed');
  });
  it('is disputed towards a country that the rule names', () => {
    expect(classTo('CCC')).toBe('disputed');
  });
  it('is recognised towards any other country', () => {
    expect(classTo('DDD')).toBe('recognised');
  });
  it('is null inside one area', () => {
    expect(lineClass(heights, statusOfArea(rule), [0, 0], [])).toBe(null);
  });
  it('follows a line rule, in its box only', () => {
    const line: LineRule = {
      between: ['DDD', 'AAA'],
      within: [9, 9, 11, 11],
      class: 'disputed',
      reason: ''
    };
    expect(classTo('DDD', [line])).toBe('disputed');
    expect(classTo('DDD', [{ ...line, within: [0, 0, 1, 1] }])).toBe('recognised');
  });
  it('takes an area that runs its own affairs for a power of its own', () => {
    const breakaway = statusOfArea({ ...rule, heldBy: 'local', disputedWith: [] });
    expect(lineClass(breakaway, plainStatus('AAA'), [0, 0], [])).toBe('line-of-control');
    expect(lineClass(breakaway, plainStatus('BBB'), [0, 0], [])).toBe('recognised');
  });
});
