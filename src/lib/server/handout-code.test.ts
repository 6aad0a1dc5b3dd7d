import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import { handoutCode } from './handout-code.ts';

describe('handoutCode(slug, env)', () => {
  it('is none where the build does not know the site’s address', () => {
    expect(handoutCode('a-story', {})).toBeNull();
    expect(handoutCode('a-story', { FULCRUM_ORIGIN: '' })).toBeNull();
  });

  it('leads to the student’s handout, below the site’s path', () => {
    const code = handoutCode('a-story', {
      FULCRUM_ORIGIN: 'https://maps.example.org/',
      FULCRUM_BASE: '/maps'
    })!;
    expect(code.address).toBe('https://maps.example.org/maps/a-story/handout/?for=student');
    expect(code.svg).toMatch(/^<svg .*<\/svg>$/s);
    expect(code.svg).not.toMatch(/<script|href=/);
    expect(encode(code.address).size).toBeLessThan(40);
  });

  it('refuses what is no site’s address', () => {
    for (const origin of [
      'maps.example.org',
      'https://x.org/path',
      'ftp://x.org',
      'javascript:1'
    ]) {
      expect(() => handoutCode('a-story', { FULCRUM_ORIGIN: origin }), origin).toThrow(
        `got "${origin}"`
      );
    }
  });
});
