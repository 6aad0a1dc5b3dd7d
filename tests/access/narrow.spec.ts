import { steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

test.use({ savesData: true });

// WCAG 2.2, 1.4.4 and 1.4.10: a window of 1366×768 at 200 %, one of 1280×1024 at 400 %, a small phone.
const windows = [
  { name: '200 % zoom', width: 683, height: 384 },
  { name: '400 % zoom', width: 320, height: 256 },
  { name: 'a small phone', width: 320, height: 568 }
];

for (const { name, width, height } of windows) {
  test(`at ${name} (${width}×${height}) nothing is cut and nothing scrolls sideways`, async ({
    page,
    reading
  }) => {
    await page.setViewportSize({ width, height });
    await reading.openText();
    expect(await cutText(reading)).toEqual([]);
    const sideways = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
    expect(await sideways()).toBeLessThanOrEqual(0);
    for (const { id } of steps.filter((_, i) => i % 6 === 0)) {
      await reading.find(id);
      await expect(reading.card(id).getByRole('heading', { level: 3 })).toBeInViewport({
        ratio: 1
      });
      expect(await coveredLines(reading, id), id).toBeGreaterThan(0);
    }
    for (const button of [
      reading.nextButton,
      reading.previousButton,
      page.getByRole('button', { name: 'Contents' })
    ]) {
      await expect(button).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press('End');
    expect(await sideways()).toBeLessThanOrEqual(0);
  });
}

/** Texts wider than the box that holds them, or beyond the window's sides. */
async function cutText(reading: Reading): Promise<string[]> {
  return reading.page
    .locator('article :is(h2, h3, p, summary), header :is(h1, p), footer :is(h2, p, li, dd)')
    .evaluateAll((texts) =>
      texts
        .filter((text) => text.checkVisibility())
        .filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return (
            text.scrollWidth > text.clientWidth + 1 ||
            left < 0 ||
            right > document.documentElement.clientWidth + 1
          );
        })
        .map((text) => text.textContent.slice(0, 60))
    );
}

/** How many px of a step's text the window shows at once, under nothing else. */
async function coveredLines(reading: Reading, step: string): Promise<number> {
  return reading.card(step).evaluate((card) => {
    const { left, width, top } = card.getBoundingClientRect();
    let shown = 0;
    for (let y = Math.max(0, top); y < innerHeight; y += 8) {
      if (card.contains(document.elementFromPoint(left + width / 2, y))) shown += 8;
    }
    return shown;
  });
}
