import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certaintiesOf,
  certaintyKey,
  everyCertainty,
  withCertainties
} from './certainty-filter.ts';
import { certainties } from './story.ts';

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

describe('withCertainties(search, filter)', () => {
  it('says the filter in the form that is read, after what else is there', () => {
    expect(withCertainties('', new Set(['reported', 'confirmed']))).toBe(
      '?certainty=confirmed,reported'
    );
    expect(withCertainties('?for=x&certainty=planned', new Set(['disputed']))).toBe(
      '?for=x&certainty=disputed'
    );
  });

  it('says nothing where nothing is left out', () => {
    expect(withCertainties('?certainty=planned', everyCertainty)).toBe('');
    expect(withCertainties('?a=1&certainty=planned&b=2', everyCertainty)).toBe('?a=1&b=2');
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.subarray([...certainties], { minLength: 1 }),
        fc.dictionary(fc.string(), fc.string()),
        (asked, others) => {
          const search = withCertainties(`?${new URLSearchParams(others)}`, new Set(asked));
          expect(of(search)).toBe(asked.join());
        }
      )
    );
  });
});
