import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteHeaders } from './site-headers.ts';

describe('siteHeaders(pathname)', () => {
  it('lets anyone frame an embed, and only the site itself any other page', () => {
    for (const embed of ['/a/embed/', '/a/embed/step/', '/maps/a/embed/index.html']) {
      expect(siteHeaders(embed)['Content-Security-Policy']).toMatch(/^frame-ancestors \*/);
    }
    for (const page of ['/', '/a/', '/a/handout/', '/embed.js', '/a/embed/step/oembed.json']) {
      expect(siteHeaders(page)['Content-Security-Policy']).toBe("frame-ancestors 'self'");
    }
  });

  it('has what is named by its content kept for good, and anything else asked for anew', () => {
    expect(siteHeaders('/_app/immutable/chunks/a.js')['Cache-Control']).toMatch(/immutable$/);
    expect(siteHeaders('/maps/_app/immutable/a.js')['Cache-Control']).toMatch(/immutable$/);
    for (const path of ['/a/media/port-1a2b3c4d5e6f-960.webp', '/maps/a/media/b-1a2b3c4d5e6f.mp4'])
      expect(siteHeaders(path)['Cache-Control']).toMatch(/immutable$/);
    expect(siteHeaders('/maps/embed.v1.js')['Cache-Control']).toBe('public, max-age=604800');
    for (const path of ['/', '/a/', '/embed.js', '/media/', '/geo/water.json'])
      expect(siteHeaders(path)['Cache-Control']).toBe('no-cache');
  });

  it.each(['src/cli/nginx.conf', 'static/_headers'])('is what %s says', (file) => {
    const text = readFileSync(file, 'utf8');
    for (const path of ['/a/', '/a/embed/', '/_app/immutable/a.js']) {
      for (const [name, value] of Object.entries(siteHeaders(path))) {
        // Netlify and Cloudflare Pages say so by themselves.
        if (file === 'static/_headers' && value === 'no-cache') continue;
        expect(text).toContain(name);
        expect(text).toContain(value);
      }
    }
  });
});
