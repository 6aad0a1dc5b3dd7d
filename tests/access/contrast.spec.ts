import { onEveryPage } from '../browser/every-page.ts';
import { contrastOf } from '../../src/lib/theme/contrast.ts';
import { rgbOf } from '../browser/painted.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true, contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`whoever asks for more contrast has text at 7:1 and edges at 4.5:1, in ${colorScheme} colours`, async ({
    page
  }) => {
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    const faults = await onEveryPage(page, async ({ part }) => {
      const seen = await page.evaluate(coloursOf, part);
      expect(seen.length, part).toBeGreaterThan(0);
      return seen.flatMap(({ what, colours, ground, least }) => {
        const ratio = Math.max(...colours.map((css) => contrastOf(rgbOf(css), rgbOf(ground))));
        return ratio < least ? [`${what} at ${ratio.toFixed(1)}:1`] : [];
      });
    });
    expect(faults).toEqual([]);
  });
}

interface Seen {
  readonly what: string;
  /** Of which one has to stand out. */
  readonly colours: readonly string[];
  readonly ground: string;
  /** The least contrast to the ground. */
  readonly least: number;
}

/**
 * The colours of the texts in a part of the page, with the contrast that WCAG 2.2 asks for in 1.4.6, and those of the
 * edges of controls. The map and what cannot be used now are left aside. Runs in the page.
 */
function coloursOf(part: string): Seen[] {
  const aside =
    'svg, noscript, option, script, style, :disabled, .visually-hidden, #svelte-announcer';
  const controls = 'button, select, textarea, input[type="search"], input[type="text"]';
  const isClear = (css: string) => /^rgba\(.*, 0\)$/.test(css);
  const groundOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    throw new Error('expected the page to have a ground');
  };
  return [...document.querySelectorAll(`${part}, ${part} *`)]
    .filter((element) => !element.closest(aside))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .flatMap((element) => {
      const { color, fontSize, fontWeight, borderTopColor, borderTopWidth } =
        getComputedStyle(element);
      const seen: Seen[] = [];
      const words = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent!.trim())
        .join('');
      const name = `${element.localName} “${(words || element.textContent.trim()).slice(0, 40)}”`;
      if (words) {
        const sizePx = parseFloat(fontSize);
        const isLarge = sizePx >= 24 || (sizePx >= 18.66 && Number(fontWeight) >= 700);
        const least = isLarge ? 4.5 : 7;
        seen.push({ what: `text of ${name}`, colours: [color], ground: groundOf(element), least });
      }
      if (element.matches(controls) && parseFloat(borderTopWidth) > 0 && !isClear(borderTopColor)) {
        const colours = [borderTopColor, groundOf(element)];
        const ground = groundOf(element.parentElement);
        seen.push({ what: `edge of ${name}`, colours, ground, least: 4.5 });
      }
      return seen;
    });
}
