import { onEveryPage } from '../browser/every-page.ts';
import { textFaults } from '../browser/text-faults.ts';
import { steps, stepIndex, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const nextStep = steps[stepIndex('shoigu') + 1]!.id;

test.use({ savesData: true, contextOptions: { reducedMotion: 'reduce' } });

// WCAG 2.2, 1.4.10: a window of 1280×1024 at 400 %, and a small phone.
for (const [width, height] of [
  [320, 256],
  [320, 568]
] as const) {
  test(`at ${width}×${height} every page has one column, room for its text and no stop out of sight`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height });
    const faults = await onEveryPage(page, async ({ part, text, isPage }) => {
      const found = await page.evaluate(textFaults, part);
      if (isPage) found.push(...(await page.evaluate(lackOfRoom, text)));
      found.push(...(await page.evaluate(slits, part)));
      return [...found, ...(await page.evaluate(stopsOutOfSight, part))];
    });
    expect(faults).toEqual([]);
  });
}

test('a window as wide as the table of events scrolls no page sideways', async ({ page }) => {
  await page.goto(`${storyPath}data/`);
  for (const width of [900, 1000, 1100, 1200]) {
    await page.setViewportSize({ width, height: 700 });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(sideways, `${width} px`).toBe(0);
  }
});

test('in a window too small for it ↓ scrolls a presentation, and each step starts at its top', async ({
  page,
  reading
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`${storyPath}present/#shoigu`);
  await expect(page.locator('main')).toBeFocused();
  const scrolled = () => page.evaluate(() => scrollY);
  await page.keyboard.press('ArrowDown');
  await expect.poll(scrolled).toBeGreaterThan(0);
  await reading.scrollRests();
  await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-step', 'shoigu');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-step', nextStep);
  await expect.poll(scrolled).toBe(0);
});

test('↓ scrolls a presentation’s text that is too long for its box and has the focus', async ({
  page
}) => {
  await page.setViewportSize({ width: 740, height: 320 });
  await page.goto(`${storyPath}present/#journey-denied`);
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const shown = page.locator('[aria-current="step"]');
  await expect(shown).toHaveAttribute('data-face', 'whole');
  const text = shown.locator('[tabindex="0"]');
  await text.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await expect(shown).toHaveAttribute('data-step', 'journey-denied');
});

/** Whether the page scrolls sideways, and whether too little of the window is left to its text. Runs in the page. */
async function lackOfRoom(selector: string): Promise<string[]> {
  /** Half of the lower of the windows. */
  const leastPx = 128;
  const faults: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`scrolls sideways by ${scrollWidth - clientWidth} px`);
  const text = document.querySelector(selector)!;
  text.scrollIntoView({ behavior: 'instant', block: 'center' });
  await new Promise((done) => requestAnimationFrame(done));
  const stays = (element: Element | null): boolean =>
    element !== null &&
    element !== text &&
    (/fixed|sticky/.test(getComputedStyle(element).position) || stays(element.parentElement));
  let roomPx = 0;
  for (let y = 0; y < innerHeight; y++) {
    const hit = document.elementFromPoint(innerWidth / 2, y);
    if (text.contains(hit) && !stays(hit)) roomPx++;
  }
  if (roomPx < leastPx) faults.push(`leaves ${roomPx} px of ${innerHeight} to the text`);
  return faults;
}

/** What scrolls within a part of the page and shows less than three lines of it. Runs in the page. */
function slits(part: string): string[] {
  const leastPx = 72;
  return [...document.querySelectorAll<HTMLElement>(`${part}, ${part} *`)]
    .filter((element) => !element.matches('body, textarea') && element.checkVisibility())
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
    .filter((element) => element.scrollHeight > element.clientHeight + 1)
    .filter((element) => element.clientHeight < leastPx)
    .map((element) => `${element.localName}.${element.className} shows ${element.clientHeight} px`);
}

/**
 * What the keyboard stops at in a part of the page and a reader does not see then: outside of the window or under
 * something else. Marks on the map are left aside: at that size they lie upon each other. Runs in the page.
 */
function stopsOutOfSight(part: string): string[] {
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      `${part} :is(a[href], button, input, select, textarea, summary):not(:disabled, [tabindex="-1"])`
    )
  ].filter((stop) => stop.checkVisibility({ visibilityProperty: true }));
  if (stops.length === 0 && part === 'body') return ['there is no stop'];
  return stops
    .filter((stop) => !stop.matches('[data-map] [aria-expanded], .skip'))
    .filter((stop) => {
      stop.focus();
      return ![...stop.getClientRects()].some(({ left, top, width, height }) => {
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && (stop.contains(hit) || hit.contains(stop));
      });
    })
    .map(
      (stop) => `${stop.localName} “${stop.ariaLabel ?? stop.textContent.trim()}” is out of sight`
    );
}
