import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audiences, choiceOf, searchOf, storyAlone, type HandoutChoice } from './audience.ts';

const of = (search: string) => choiceOf(new URLSearchParams(search));

describe('choiceOf(search)', () => {
  it('is what the address names', () => {
    expect(of('for=student')).toEqual({ audience: 'student', large: false, group: null });
    expect(of('for=teacher&x=1').audience).toBe('teacher');
    expect(of('for=key&print=large&group=B')).toEqual({
      audience: 'key',
      large: true,
      group: 'B'
    });
  });

  it('is the story for everyone where the address names nothing, or nothing that there is', () => {
    expect(of('')).toEqual(storyAlone);
    expect(of('for=Teacher%00&print=Large&group=E')).toEqual(storyAlone);
  });

  it('is one of those there are, whatever the address has', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__')), (word) => {
        const { audience, group } = choiceOf(
          new URLSearchParams({ for: word, print: word, group: word })
        );
        expect(audiences).toContain(audience);
        expect([null, 'A', 'B', 'C', 'D']).toContain(group);
      })
    );
  });
});

describe('searchOf(choice)', () => {
  it('is short, and empty for the story', () => {
    expect(searchOf(storyAlone)).toBe('');
    expect(searchOf({ audience: 'student', large: true, group: 'A' })).toBe(
      '?for=student&print=large&group=A'
    );
  });

  it('leads back to the same choice', () => {
    const choices = fc.record<HandoutChoice>({
      audience: fc.constantFrom(...audiences),
      large: fc.boolean(),
      group: fc.constantFrom(null, 'A', 'B', 'C', 'D')
    });
    fc.assert(
      fc.property(choices, (choice) => {
        expect(of(searchOf(choice))).toEqual(choice);
      })
    );
  });
});
