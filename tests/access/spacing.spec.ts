import { onEveryPage } from '../browser/every-page.ts';
import { textFaults } from '../browser/text-faults.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true, contextOptions: { reducedMotion: 'reduce' } });

// WCAG 2.2, 1.4.12: as far as a reader's own style may set lines, paragraphs, letters and words apart.
const wideSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

for (const [width, height] of [
  [360, 740],
  [1366, 768]
] as const) {
  test(`no text is cut or covered where a reader sets it wider, at ${width}×${height}`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height });
    // A reader's style is there before any script.
    await page.addInitScript((rules) => {
      document.addEventListener('readystatechange', () => {
        if (document.readyState !== 'interactive') return;
        const style = document.createElement('style');
        style.textContent = rules;
        document.head.append(style);
      });
    }, wideSpacing);
    const faults = await onEveryPage(page, async ({ part }) => {
      const spacing = () => parseFloat(getComputedStyle(document.body).letterSpacing);
      expect(await page.evaluate(spacing)).toBeGreaterThan(1);
      return page.evaluate(textFaults, part);
    });
    expect(faults).toEqual([]);
  });
}
