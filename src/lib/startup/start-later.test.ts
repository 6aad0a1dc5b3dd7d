import { describe, expect, it } from 'vitest';
import { startLater, startLaterScript } from './start-later.ts';

const start = '\n{\n__sveltekit_1 = {};\nimport("./start.js") }\n';
const page =
  '<head><link href="./a.js" rel="modulepreload"><link href="./b.js" rel="modulepreload">' +
  `<link href="./c.css" rel="stylesheet"></head><body><p>text</p><script>${start}</script></body>`;

describe('startLater(html)', () => {
  it('leaves no script to be preloaded at once, and has all of them preloaded later', () => {
    const html = startLater(page);
    expect(html).not.toContain('rel="modulepreload"');
    const [, marked] = /link\[rel=([\w-]+)\]/.exec(startLaterScript)!;
    for (const file of ['./a.js', './b.js']) {
      expect(html).toContain(`<link href="${file}" rel="${marked}">`);
    }
    expect(html).toContain('<link href="./c.css" rel="stylesheet">');
    expect(html.split(`<script>${startLaterScript}</script></head>`)).toHaveLength(2);
  });

  it('leaves no script to be started at once, and the text of the one that is started later as it was', () => {
    const [, marked] = /script\[type=([\w-]+)\]/.exec(startLaterScript)!;
    expect(startLater(page)).toContain(`<script type="${marked}">${start}</script>`);
  });

  it('leaves a page without scripts as it is', () => {
    const plain = '<head><title>No scripts</title></head>';
    expect(startLater(plain)).toBe(plain);
  });
});
