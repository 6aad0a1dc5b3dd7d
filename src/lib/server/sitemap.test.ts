import { describe, expect, it } from 'vitest';
import { robots, sitemap } from './sitemap.ts';

const home = 'https://maps.example.org/maps';

describe('sitemap(origin, stories)', () => {
  it('has the list, and each story’s text and data, by whole addresses', () => {
    const places = [
      ...sitemap(home, [{ slug: 'a' }, { slug: 'b' }]).matchAll(/<loc>(.*?)<\/loc>/g)
    ];
    expect(places.map(([, place]) => place)).toEqual(
      ['/', '/a/', '/a/data/', '/b/', '/b/data/'].map((path) => home + path)
    );
  });
});

describe('robots(origin)', () => {
  it('names the sitemap only where the site’s address is known', () => {
    expect(robots(home)).toBe(`User-agent: *\nAllow: /\nSitemap: ${home}/sitemap.xml\n`);
    expect(robots(null)).toBe('User-agent: *\nAllow: /\n');
  });
});
