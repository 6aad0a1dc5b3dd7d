import { describe, expect, it } from 'vitest';
import { contrastOf, lightOf, type Rgb } from './contrast.ts';
import { cssVariables, dark, darkContrast, light, lightContrast } from './palette.ts';

function rgbOf(colour: string): Rgb {
  return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)) as unknown as Rgb;
}

/** The contrast ratio of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  return contrastOf(rgbOf(a), rgbOf(b));
}

/** How far apart two `#rrggbb` colours look: their distance in Oklab (Ottosson, 2020). */
function distance(a: string, b: string): number {
  const lab = (colour: string): number[] => {
    const [r, g, blue] = lightOf(rgbOf(colour));
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * blue);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
    ];
  };
  const other = lab(b);
  return Math.hypot(...lab(a).map((value, i) => value - other[i]!));
}

describe.each([
  ['light', light],
  ['dark', dark]
])('the %s palette', (_, palette) => {
  const { land, sea, tintFirst, tintSecond, tintOther } = palette;

  it('sets every hue of an event at 3:1 or more off whatever it may lie on', () => {
    for (const [kind, hue] of Object.entries(palette.hues)) {
      for (const ground of [land, sea, tintFirst, tintSecond, tintOther, palette.card]) {
        expect(contrast(hue, ground), `${kind} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('gives no two kinds of event hues that look alike', () => {
    const hues = Object.entries(palette.hues);
    for (const [i, [kind, hue]] of hues.entries()) {
      for (const [other, otherHue] of hues.slice(0, i)) {
        expect(distance(hue, otherHue), `${kind} and ${other}`).toBeGreaterThan(0.05);
      }
    }
  });

  it('sets text at 4.5:1 or more', () => {
    for (const ground of [palette.paper, palette.card]) {
      for (const text of [palette.ink, palette.inkSoft, palette.accent]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const ground of [land, tintFirst, tintSecond, tintOther]) {
      expect(contrast(palette.labelCountry, ground), `country on ${ground}`).toBeGreaterThanOrEqual(
        4.5
      );
      expect(contrast(palette.labelPlace, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.labelSea, sea)).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each([
  ['light', { ...light, ...lightContrast }],
  ['dark', { ...dark, ...darkContrast }]
])('the %s palette with more contrast', (_, palette) => {
  const { land, sea, paper, card, tintFirst, tintSecond, tintOther } = palette;

  it('sets text at 7:1 or more', () => {
    for (const text of [palette.ink, palette.inkSoft, palette.accent]) {
      for (const ground of [paper, card, tintOther]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
      }
    }
    for (const ground of [land, tintFirst, tintSecond, tintOther]) {
      for (const text of [palette.labelCountry, palette.labelPlace]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
      }
    }
    expect(contrast(palette.labelSea, sea)).toBeGreaterThanOrEqual(7);
  });

  it('sets edges at 4.5:1 or more', () => {
    for (const ground of [paper, card]) {
      expect(contrast(palette.rule, ground), ground).toBeGreaterThanOrEqual(4.5);
    }
    for (const edge of [palette.border, palette.borderContested]) {
      expect(contrast(edge, land), edge).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.coast, sea)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('cssVariables(palette)', () => {
  it('names each colour in kebab case', () => {
    expect(cssVariables(light)).toContain('--ink-soft: #5a554c;');
    expect(cssVariables(light)).toContain('--hue-2: #b3261e;');
  });

  it('gives both themes the same names', () => {
    const names = (css: string) => css.match(/--[a-z0-9-]+/g);
    expect(names(cssVariables(dark))).toEqual(names(cssVariables(light)));
  });
});
