import { describe, expect, it } from 'vitest';
import { preloadLater, preloadLaterScript } from './preload-later.ts';

const page =
  '<head><link href="./a.js" rel="modulepreload"><link href="./b.js" rel="modulepreload">' +
  '<link href="./c.css" rel="stylesheet"></head><body>text</body>';

describe('preloadLater(html)', () => {
  it('leaves no script to be preloaded at once, and has all of them preloaded later', () => {
    const html = preloadLater(page);
    expect(html).not.toContain('rel="modulepreload"');
    const [, marked] = /link\[rel=([\w-]+)\]/.exec(preloadLaterScript)!;
    for (const file of ['./a.js', './b.js']) {
      expect(html).toContain(`<link href="${file}" rel="${marked}">`);
    }
    expect(html).toContain('<link href="./c.css" rel="stylesheet">');
    expect(html.split(`<script>${preloadLaterScript}</script></head>`)).toHaveLength(2);
  });

  it('leaves a page without scripts as it is', () => {
    const plain = '<head><title>No scripts</title></head>';
    expect(preloadLater(plain)).toBe(plain);
  });
});
