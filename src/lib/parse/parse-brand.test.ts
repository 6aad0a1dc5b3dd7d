import { describe, expect, it } from 'vitest';
import { StoryError } from './fault.ts';
import { parseBrand } from './parse-brand.ts';

const beside = new Map([
  ['logo.svg', 900],
  ['photo.png', 90_000]
]);

/** Returns what the author of a `brand.yaml` is told. */
function faults(yaml: string): string[] {
  try {
    parseBrand(yaml, beside);
  } catch (error) {
    if (error instanceof StoryError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('parseBrand(yaml, beside)', () => {
  it('reads a brand, whose footer is safe HTML', () => {
    const yaml = `name: The Gazette
logo: {file: logo.svg, alt: The Gazette}
accent: {light: "#0B5FA5", dark: "#6fb1f0"}
face: sans
footer: "© The Gazette & [contact](https://example.org/)"
`;
    expect(parseBrand(yaml, beside)).toEqual({
      name: 'The Gazette',
      logo: { file: 'logo.svg', alt: 'The Gazette' },
      accent: { light: '#0b5fa5', dark: '#6fb1f0' },
      face: 'sans',
      footerHtml: '© The Gazette &#x26; <a href="https://example.org/">contact</a>'
    });
  });

  it('is the site’s own where nothing is said', () => {
    expect(parseBrand('face: serif', beside)).toMatchObject({ name: 'Fulcrum', accent: null });
  });

  it.each([
    [
      'accent: {light: "#e8b", dark: "#6fb1f0"}',
      'brand.yaml:1: light must be a colour in quotes, such as "#8c2f1b", got "#e8b"'
    ],
    [
      'accent: {light: "#ff9900", dark: "#6fb1f0"}',
      'brand.yaml:1 accent: light must have a contrast of 4.5:1 on paper #fbf9f4 and card #fdfcf8 (write "#a56300"), got "#ff9900", 2.03:1'
    ],
    [
      'accent: {light: "#0b5fa5", dark: "#0b5fa5"}',
      'brand.yaml:1 accent: dark must have a contrast of 4.5:1 on paper #16181a and card #1c1f21 (write "#4e8bbe"), got "#0b5fa5", 2.52:1'
    ],
    ['accent: "#0b5fa5"', 'brand.yaml:1: accent must be {light, dark}, got "#0b5fa5"'],
    ['face: Comic Sans', 'brand.yaml:1: face must be serif or sans, got "Comic Sans"'],
    [
      'logo: {file: lgo.svg, alt: A}',
      'brand.yaml:1 logo: file must be an SVG or a PNG beside brand.yaml, such as logo.svg; there is no such file, got "lgo.svg"'
    ],
    [
      'logo: {file: photo.png, alt: A}',
      'brand.yaml:1 logo: a logo must have at most 12 kB, since every page carries it, got "photo.png"'
    ],
    ['logo: {file: logo.svg}', 'brand.yaml:1: alt is required, got nothing'],
    [
      'name: A\nfooter: "<b>x</b>"',
      'brand.yaml:2 footer: prose must not contain HTML, got "<b>"\nbrand.yaml:2 footer: prose must not contain HTML, got "</b>"'
    ],
    [
      'footer: "[Top](#top)"',
      'brand.yaml:1 footer: a link must go to http://, https:// or mailto:, got "#top"'
    ],
    ['footer: "# A"', 'brand.yaml:1 footer: footer must be one line of Markdown, got a heading'],
    [
      'nmae: A',
      'brand.yaml:1: keys must be name, logo, accent, face, footer (did you mean "name"?), got "nmae"'
    ],
    [
      'name: [',
      'brand.yaml:1: must be YAML: flow sequence in block collection must be sufficiently indented and end with a ], got "name: ["'
    ]
  ])('refuses %s', (yaml, expected) => {
    expect(faults(yaml).join('\n')).toBe(expected);
  });
});
