import { describe, expect, it } from 'vitest';
import { wholeAddress } from './whole-address.ts';

describe('wholeAddress(relative, page, origin)', () => {
  const page = new URL('https://maps.example.org/maps/a-story/embed/');

  it('is whole where the site’s own address is known, relative elsewhere', () => {
    expect(wholeAddress('..', page, 'https://maps.example.org/maps')).toBe(
      'https://maps.example.org/maps/a-story/'
    );
    expect(wholeAddress('../', page, null)).toBe('../');
  });
});
