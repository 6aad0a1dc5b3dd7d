import { describe, expect, it } from 'vitest';
import { certaintiesOf, certaintyKey, everyCertainty } from './certainty-filter.ts';

const of = (search: string) => certaintyKey(certaintiesOf(new URLSearchParams(search)));

describe('certaintiesOf(search)', () => {
  it('is what the address names, in one order', () => {
    expect(of('certainty=confirmed')).toBe('confirmed');
    expect(of('x=1&certainty=planned,confirmed')).toBe('confirmed,planned');
    expect(of('certainty=planned,planned')).toBe('planned');
  });

  it('passes over what is no certainty, and is everything where nothing is left', () => {
    expect(of('certainty=confirmed,sure,%00')).toBe('confirmed');
    for (const search of ['', 'certainty=', 'certainty=Confirmed', 'certainty=,,']) {
      expect(of(search)).toBe(certaintyKey(everyCertainty));
    }
  });
});
