import { describe, expect, it } from 'vitest';
import { siteOrigin } from './site-origin.ts';

describe('siteOrigin(told, base)', () => {
  it('is null where nothing is told', () => {
    expect(siteOrigin('', '')).toBe(null);
    expect(siteOrigin(undefined, '/maps')).toBe(null);
  });
  it('joins the origin and the path below which the site is built', () => {
    expect(siteOrigin('https://maps.example.org', '')).toBe('https://maps.example.org');
    expect(siteOrigin('https://maps.example.org/', '/maps')).toBe('https://maps.example.org/maps');
    expect(siteOrigin('http://localhost:4000', '')).toBe('http://localhost:4000');
  });
  it('refuses what is no origin', () => {
    for (const told of [
      'maps.example.org',
      'https://maps.example.org/maps',
      'javascript:alert(1)'
    ]) {
      expect(() => siteOrigin(told, '')).toThrow(
        `FULCRUM_ORIGIN must be like "https://maps.example.org", got "${told}"`
      );
    }
  });
});
