import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf, audiences } from './audience.ts';

describe('audienceOf(search)', () => {
  it('is whom the address names, else everyone', () => {
    const of = (search: string) => audienceOf(new URLSearchParams(search));
    expect(of('for=student')).toBe('student');
    expect(of('for=teacher&x=1')).toBe('teacher');
    expect(of('')).toBe('everyone');
    expect(of('for=Teacher%00')).toBe('everyone');
  });

  it('is one of those there are, whatever the address has', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__')), (word) => {
        expect(audiences).toContain(audienceOf(new URLSearchParams({ for: word })));
      })
    );
  });
});
