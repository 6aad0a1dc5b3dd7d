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

  it.each(['deploy/nginx.conf', 'deploy/_headers'])('is what %s says', (file) => {
    const text = readFileSync(file, 'utf8');
    for (const path of ['/a/', '/a/embed/']) {
      for (const [name, value] of Object.entries(siteHeaders(path))) {
        expect(text).toContain(name);
        expect(text).toContain(value);
      }
    }
  });
});
