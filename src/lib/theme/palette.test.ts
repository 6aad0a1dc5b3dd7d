import { describe, expect, it } from 'vitest';
import { cssVariables, dark, light } from './palette.ts';

/** Relative luminance and contrast ratio of two `#rrggbb` colours (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, blue] = [1, 3, 5].map((i) => {
      const channel = parseInt(colour.slice(i, i + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark]
])('the %s palette', (_, palette) => {
  const { land, sea, tintFirst, tintSecond, tintOther } = palette;

  it('sets every kind of event at 3:1 or more off whatever it may lie on', () => {
    for (const [kind, hue] of Object.entries(palette.kinds)) {
      for (const ground of [land, sea, tintFirst, tintSecond, tintOther, palette.card]) {
        expect(contrast(hue, ground), `${kind} on ${ground}`).toBeGreaterThanOrEqual(3);
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

describe('cssVariables(palette)', () => {
  it('names each colour in kebab case', () => {
    expect(cssVariables(light)).toContain('--ink-soft: #5a554c;');
    expect(cssVariables(light)).toContain('--kind-arms-transfer: #b3261e;');
  });

  it('gives both themes the same names', () => {
    const names = (css: string) => css.match(/--[a-z-]+/g);
    expect(names(cssVariables(dark))).toEqual(names(cssVariables(light)));
  });
});
