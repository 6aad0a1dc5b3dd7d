import { describe, expect, it } from 'vitest';
import { openFromFile, styleForFile, styleNameForFile } from './open-from-file.ts';

describe('styleForFile(css)', () => {
  it('answers queries for scripting as if there were none', () => {
    expect(styleForFile('@media (scripting: none){a{b:c}}')).toBe('@media (min-width: 0){a{b:c}}');
    expect(styleForFile('@media screen and (scripting:enabled){a{b:c}}')).toBe(
      '@media screen and (max-width: 0){a{b:c}}'
    );
  });

  it('leaves all else as it is', () => {
    const css = '@media print{a{b:c}}a{scripting:none}';
    expect(styleForFile(css)).toBe(css);
  });
});

describe('styleNameForFile(name)', () => {
  it('stands beside the style sheet', () => {
    expect(styleNameForFile('_app/0.A1.css')).toBe('_app/0.A1.from-file.css');
  });
});

describe('openFromFile(html, path)', () => {
  it('names the script from where the page lies, after its style sheets', () => {
    const html = '<head><link rel="stylesheet" href="a.css"></head><body></body>';
    expect(openFromFile(html, 'index.html')).toContain(
      'a.css"><script src="from-file.js"></script></head>'
    );
    expect(openFromFile(html, 'one/handout/index.html')).toContain('src="../../from-file.js"');
  });

  it('links the style sheets that the page brings, and leaves other styles', () => {
    const off = 'rel="stylesheet" disabled media="(max-width: 0)"';
    const html =
      '<head><style>:root { --ink: #111 }</style><meta><style>a{b:c}</style>\n' +
      `<link href="./a.css" ${off}>\n<link href="./b.css" ${off}></head>`;
    const page = openFromFile(html, 'index.html');
    expect(page).toContain('<style>:root { --ink: #111 }</style>');
    expect(page).not.toContain('a{b:c}');
    for (const sheet of ['a', 'b']) {
      expect(page).toContain(`<link href="./${sheet}.css" rel="stylesheet">`);
    }
  });
});
