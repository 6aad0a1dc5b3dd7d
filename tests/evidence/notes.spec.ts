import type { Locator, Page } from '@playwright/test';
import { colourRules, violations } from '../browser/axe.ts';
import { sources, steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true });

const step = 'journey-denied';
const cites = (page: Page) => page.locator(`#${step} a.cite`);
/** Presses the middle of a number, as a reader's pointer does. */
async function press(cite: Locator): Promise<void> {
  const { x, y } = await cite.evaluate((number) => {
    const { left, top, width, height } = number.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await cite.page().mouse.click(x, y);
}
const note = (page: Page) => page.getByRole('group', { name: /^Source \d+$/ });

test('a click on a number opens its note beside the passage, Escape gives the focus back', async ({
  page,
  reading
}) => {
  await reading.openText(step);
  const cite = cites(page).first();
  await press(cite);
  await expect(note(page)).toBeFocused();
  await expect(note(page)).toContainText('Laila Bassam and Tom Perry, “How Iranian General');
  await expect(note(page)).not.toContainText(/ibid/i);
  await expect(note(page).getByRole('link', { name: 'Read at reuters.com' })).toHaveAttribute(
    'href',
    sources.find(({ id }) => id === 'bassam2015')!.URL!
  );
  await expect(note(page).getByRole('link', { name: 'Archived copy' })).toHaveAttribute(
    'href',
    /^https:\/\/web\.archive\.org\/web\/20151009\/http:\/\/www\.reuters\.com\//
  );
  const [card, box] = [
    (await reading.card(step).boundingBox())!,
    (await note(page).boundingBox())!
  ];
  expect(box.x).toBeGreaterThanOrEqual(card.x + card.width);
  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  await expect(cite).toBeFocused();
  await press(cite);
  await page.mouse.click(5, 300);
  await expect(note(page)).toBeHidden();
});

test('the note opens when its number has the focus, and Tab leads into it and on', async ({
  page,
  reading
}) => {
  await reading.openText(step);
  const [first, second] = [cites(page).first(), cites(page).nth(1)];
  await first.focus();
  await page.keyboard.press('Tab');
  await expect(second).toBeFocused();
  await expect(note(page)).toContainText('Gordon');
  await expect(second).toHaveAccessibleDescription(/Michael R\. Gordon/);
  await page.keyboard.press('Enter');
  await expect(note(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(note(page).getByRole('link', { name: 'Read at nytimes.com' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(second).toBeFocused();
  await expect(note(page)).toBeHidden();
});

test('the list of sources leads back to each use', async ({ page, reading }) => {
  await reading.openText(step);
  await press(cites(page).first());
  await note(page).getByRole('link', { name: 'All sources' }).click();
  const entry = page.locator('[id="source-bassam2015"]');
  await expect(entry).toBeInViewport();
  const backlinks = entry.locator('.back a');
  await expect(backlinks).toHaveCount(3);
  const ids = await backlinks.evaluateAll((links) =>
    links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
  );
  expect(new Set(ids).size).toBe(3);
  const title = steps.find(({ id }) => id === step)!.title;
  await entry.getByRole('link', { name: `${title} (2)` }).click();
  await expect(page.locator(`[id="${ids[1]}"]`)).toBeInViewport();
  await reading.isAt(step);
});

test('a citation is copied, or where that is blocked laid out to copy', async ({
  page,
  reading
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: (text: string) => {
          document.title = text;
          return Promise.resolve();
        }
      }
    });
  });
  await reading.openText(step);
  await press(cites(page).first());
  await note(page)
    .getByRole('button', { name: /^Copy citation/ })
    .click();
  await expect(note(page).locator('[aria-live]')).toHaveText('Copied');
  await expect(page).toHaveTitle(/^Bassam, Laila, and Tom Perry\. .*http:\/\/www\.reuters\.com/);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'));
    document.execCommand = () => false;
  });
  await note(page)
    .getByRole('button', { name: /^Copy citation/ })
    .click();
  const field = note(page).getByRole('textbox', { name: /Copy it from here/ });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^Bassam, Laila/);

  // In the list at the story's end too.
  const sources = page.getByRole('region', { name: 'Sources' });
  await sources
    .getByRole('button', { name: /^Copy citation/ })
    .first()
    .click();
  await expect(sources.getByRole('textbox', { name: /Copy it from here/ })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone in ${colorScheme} colours`, () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme });

    test('a tap opens a sheet above the controls that covers neither number nor control', async ({
      page,
      reading
    }) => {
      await reading.openText(step);
      const cite = cites(page).nth(1);
      await cite.tap();
      await expect(note(page)).toBeVisible();
      const sheet = (await note(page).boundingBox())!;
      const controls = (await reading.nextButton.boundingBox())!;
      const number = (await cite.boundingBox())!;
      expect(sheet.y + sheet.height).toBeLessThanOrEqual(controls.y);
      expect(number.y + number.height).toBeLessThanOrEqual(sheet.y);
      const rules = colorScheme === 'dark' ? colourRules : {};
      expect(await violations(page, { parts: ['.note'], rules })).toEqual([]);
      await note(page).getByRole('button', { name: 'Close' }).tap();
      await expect(note(page)).toBeHidden();
    });
  });
}

test('no line begins with a number, however wide the window', async ({ page, reading }) => {
  await reading.openText(step);
  for (const width of [360, 768, 1366]) {
    await reading.resize(width, 768);
    const [apart, looked] = await page.locator('sup.cites').evaluateAll((all) => {
      const wordEnd = (number: Element) => {
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        words.currentNode = number;
        const before = words.previousNode()!;
        const range = document.createRange();
        range.setStart(before, before.textContent!.length - 1);
        range.setEnd(before, before.textContent!.length);
        return range.getBoundingClientRect();
      };
      const shown = all.filter((number) => number.getClientRects().length > 0);
      const begins = shown.filter(
        (number) => number.getBoundingClientRect().left < wordEnd(number).right - 1
      );
      return [begins.map((number) => number.parentElement!.textContent), shown.length];
    });
    expect(looked, `${width} px`).toBeGreaterThan(20);
    expect(apart, `${width} px`).toEqual([]);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a number leads to its work in the list', async ({ page }) => {
    await page.goto('/russia-iran-2015/');
    await cites(page).first().press('Enter');
    await expect(page.locator('[id="source-bassam2015"]')).toBeInViewport();
  });
});
