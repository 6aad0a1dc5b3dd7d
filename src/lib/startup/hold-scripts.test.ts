import { describe, expect, it } from 'vitest';
import { holdScripts } from './hold-scripts.ts';
import { held } from './inline.ts';

const start = '\n{\n__sveltekit_1 = {};\nimport("./start.js") }\n';
const page =
  '<head><link href="./a.js" rel="modulepreload"><link href="./b.js" rel="modulepreload">' +
  `<link href="./c.css" rel="stylesheet"></head><body><p>text</p><script>${start}</script></body>`;

describe('holdScripts(html, inlineScript)', () => {
  it('marks every preloaded module as held, and puts the inline script at the end of the head', () => {
    const html = holdScripts(page, 'release("$&")');
    expect(html).not.toContain('modulepreload');
    for (const file of ['./a.js', './b.js']) {
      expect(html).toContain(`<link href="${file}" rel="${held}">`);
    }
    expect(html).toContain('<link href="./c.css" rel="stylesheet">');
    expect(html.split('<script>release("$&")</script></head>')).toHaveLength(2);
  });

  it('holds the script that starts the page, and keeps its text', () => {
    expect(holdScripts(page, '')).toContain(`<script type="${held}">${start}</script>`);
  });

  it('holds the start script of the development server, which preloads nothing', () => {
    const developing = `<head></head><body><script>${start}</script></body>`;
    expect(holdScripts(developing, '')).toContain(`<script type="${held}">${start}</script>`);
  });

  it('leaves a page without scripts as it is', () => {
    const plain = '<head><title>No scripts</title></head>';
    expect(holdScripts(plain, 'release()')).toBe(plain);
  });

  for (const [name, html] of [
    ['imports its modules by another script', page.replace('__sveltekit_1', '__start')],
    [
      'preloads its modules by other links',
      page.replace('rel="modulepreload">', 'rel="modulepreload" />')
    ]
  ] as const) {
    it(`throws where SvelteKit ${name}`, () => {
      expect(() => holdScripts(html, '')).toThrow(
        /hold-scripts\.ts: expected .* found other imports/
      );
    });
  }
});
