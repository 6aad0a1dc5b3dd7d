import { describe, expect, it } from 'vitest';
import { holdScripts } from './hold-scripts.ts';
import { held } from './inline.ts';

const start = '<script>\n{\n__sveltekit_1 = {};\nimport("./start.js") }\n</script>';
const preloads =
  '<link href="./a.js" rel="modulepreload">\n<link href="./b.js" rel="modulepreload">';
const page =
  `<head>${preloads}<link href="./c.css" rel="stylesheet"></head>` +
  `<body><p>text</p>${start}</body>`;

describe('holdScripts(html, inlineScript)', () => {
  it('keeps preloaded modules and the start script in templates; puts the inline script at the end of the head', () => {
    expect(holdScripts(page, 'release("$&")')).toBe(
      `<head><template ${held}>${preloads}</template><link href="./c.css" rel="stylesheet">` +
        '<script>release("$&")</script></head>' +
        `<body><p>text</p><template ${held}>${start}</template></body>`
    );
  });

  it('holds the start script of the development server, which preloads nothing', () => {
    const developing = `<head></head><body>${start}</body>`;
    expect(holdScripts(developing, '')).toContain(`<template ${held}>${start}</template>`);
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
    ],
    [
      'preloads its modules in several places',
      page.replace('<p>', '<link href="./d.js" rel="modulepreload"><p>')
    ]
  ] as const) {
    it(`throws where SvelteKit ${name}`, () => {
      expect(() => holdScripts(html, '')).toThrow(
        /hold-scripts\.ts: expected .* found other imports/
      );
    });
  }
});
