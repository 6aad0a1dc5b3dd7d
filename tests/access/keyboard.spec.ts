import { steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true });

/** What has the focus, and whether a reader can see that it has. */
interface Focused {
  readonly name: string;
  readonly outlined: boolean;
  /** Inside the window and under nothing else. */
  readonly inSight: boolean;
}

/** Notes from now on, as each press of Tab ends, what has the focus. */
function watchFocus(): void {
  const visited: Focused[] = [];
  Object.assign(globalThis, { visited });
  addEventListener('keyup', () => {
    const element = document.activeElement!;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const boxes = [...element.getClientRects()];
    const inSight = boxes.some(({ left, top, width, height }) => {
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    });
    const name = element.getAttribute('aria-label') ?? element.textContent.trim();
    visited.push({
      name: `${element.localName}${(element as HTMLAnchorElement).href ?? ''} ${name}`,
      outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
      inSight
    });
  });
}

const visitedSoFar = () => (globalThis as unknown as { visited: Focused[] }).visited;

for (const [device, viewport] of [
  ['laptop', { width: 960, height: 600 }],
  ['phone', { width: 360, height: 740 }]
] as const) {
  test(`Tab reaches everything, in sight and outlined, on a ${device}`, async ({
    page,
    reading
  }) => {
    await page.setViewportSize(viewport);
    await reading.openText();
    // Badges come and go with the passages; all else stands still.
    const names = await page
      .locator('main article :is(a, summary), header a, footer a')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility())
          .map(
            (element) =>
              `${element.localName}${(element as HTMLAnchorElement).href ?? ''} ${element.textContent.trim()}`
          )
      );
    expect(names.length).toBeGreaterThan(60);
    const controls = ['Next passage', 'Contents', 'Key'].map((name) => `button ${name}`);

    await page.evaluate(watchFocus);
    let visited: readonly Focused[] = [];
    for (let presses = 1; presses <= 600 && !visited.some(isEnd); presses++) {
      await page.keyboard.press('Tab');
      if (presses % 50 === 0) visited = await page.evaluate(visitedSoFar);
    }
    visited = visited.slice(0, visited.findIndex(isEnd));
    const reached = new Set(visited.map(({ name }) => name));
    expect([...names, ...controls].filter((name) => !reached.has(name))).toEqual([]);
    expect(visited.filter(({ outlined }) => !outlined).map(({ name }) => name)).toEqual([]);
    expect(visited.filter(({ inSight }) => !inSight).map(({ name }) => name)).toEqual([]);
  });
}

/** Behind the last stop the focus leaves the page. */
const isEnd = ({ name }: Focused) => name.startsWith('body');

test('the first stop skips to the story', async ({ page, reading }) => {
  await reading.openText();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the story' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: steps[0]!.title })).toBeInViewport();
  await page.keyboard.press('Tab');
  const inStory = await page.evaluate(() =>
    document.activeElement!.closest('[data-step]')?.getAttribute('data-step')
  );
  expect(inStory).toBe(steps[0]!.id);
});

test('the panels open and close by keyboard and give the focus back', async ({ page, reading }) => {
  await reading.openText('journey-denied');
  for (const name of ['Contents', 'Key']) {
    const button = page.getByRole('button', { name });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(page.locator(':popover-open')).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  await page.getByRole('button', { name: 'Contents' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('navigation', { name: 'Contents' }).getByRole('link').first()
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await reading.isAt(steps[0]!.id);
});

test('a step’s text twin opens by keyboard', async ({ page, reading }) => {
  await reading.openText('journey-denied');
  const summary = reading.card('journey-denied').locator('summary');
  const twin = reading.card('journey-denied').locator('[data-event="soleimani-moscow"]');
  await expect(twin).toBeHidden();
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(twin).toBeVisible();
  await expect(twin).toContainText('Disputed');
  await reading.isAt('journey-denied');
});
