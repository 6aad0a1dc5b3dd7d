import { violations } from '../browser/axe.ts';
import { expect, test } from '../story-test.ts';

const path = '/media-test/';
const dialog = 'dialog.enlarged';

test.describe('with text and pictures alone', () => {
  test.use({ savesData: true });

  test('pictures have their room before they come', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/media-test/media/*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const picture = page.locator('#ship img[srcset]');
    await picture.scrollIntoViewIfNeeded();
    const isComplete = () => picture.evaluate((image: HTMLImageElement) => image.complete);
    const box = () =>
      page.locator('#ship').evaluate((card: HTMLElement) => [card.offsetTop, card.offsetHeight]);
    await page.evaluate(() => document.fonts.ready);
    expect(await isComplete()).toBe(false);
    const before = await box();
    release();
    await expect.poll(isComplete).toBe(true);
    expect(await picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(
      /\.avif$/
    );
    expect(await box()).toEqual(before);
  });

  test('a picture opens in a dialog by key, its gallery turns, and the focus comes back', async ({
    page,
    reading
  }) => {
    await page.goto(`${path}#tower`);
    await expect(reading.stage).toHaveAttribute('data-position', '1.000');
    const link = page.getByRole('link', { name: 'A tall brown tower' });
    await expect(page.locator('link[href*="media"][rel="stylesheet"]')).toHaveCount(1);
    await expect(async () => {
      await link.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator(dialog)).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(page.getByRole('dialog', { name: 'A tall brown tower' })).toContainText('CC0');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog', { name: 'A hand-drawn course' })).toContainText(
      'Public domain'
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(page.locator(dialog)).toBeHidden();
    await expect(link).toBeFocused();
    // The story has not moved behind it.
    await expect(reading.stage).toHaveAttribute('data-position', '1.000');
  });

  test('the divider of a comparison moves by key', async ({ page, reading }) => {
    await page.goto(`${path}#quay`);
    await expect(reading.stage).toHaveAttribute('data-position', '2.000');
    const range = page.getByRole('slider', { name: /“2015”/ });
    const shown = () =>
      page.locator('#quay .after picture').evaluate((after) => getComputedStyle(after).clipPath);
    await expect(async () => {
      await range.focus();
      await page.keyboard.press('Home');
      expect(await shown()).toBe('inset(0px 0px 0px 100%)');
    }).toPass();
    await page.keyboard.press('End');
    expect(await shown()).toBe('inset(0px 0px 0px 0%)');
    await expect(reading.stage).toHaveAttribute('data-position', '2.000');
  });

  test('a medium takes the map’s place and gives it back, the same however it was reached', async ({
    page,
    reading
  }) => {
    await page.goto(`${path}#stage`);
    await expect(reading.stage).toHaveAttribute('data-position', '4.000');
    const staged = page.locator('[data-staged="stage"] img');
    await expect(staged).toBeVisible();
    // The text keeps its words and its credit.
    await expect(page.locator('#stage figcaption')).toContainText('Drawn for the tests');
    await expect(page.locator('#stage .frame')).toBeHidden();
    await page.keyboard.press('ArrowRight');
    await expect(reading.stage).toHaveAttribute('data-position', '5.000');
    await expect(staged).toBeHidden();
    await page.keyboard.press('ArrowLeft');
    await expect(reading.stage).toHaveAttribute('data-position', '4.000');
    await expect(staged).toBeVisible();
  });

  test('the pages with media have no fault that axe finds', async ({ page }) => {
    for (const part of ['#filmed', 'data/', 'handout/', 'embed/stage/']) {
      await page.goto(path + part);
      expect(await violations(page), part).toEqual([]);
    }
  });

  test('paper has pictures with their credit, a video’s picture and address, and the transcript', async ({
    page
  }) => {
    await page.goto(`${path}handout/`);
    await page.emulateMedia({ media: 'print' });
    for (const words of ['Drawn for the tests', /Video: .*media\/clip-.*\.mp4/, 'you may leave'])
      await expect(page.getByText(words).first()).toBeVisible();
    await expect(page.getByRole('img', { name: 'A test card' })).toBeVisible();
    await expect(page.locator('video')).toBeHidden();
  });

  test('the class sees what a step shows, as large as the screen on m', async ({ page }) => {
    await page.goto(`${path}present/#tower`);
    await expect(page.getByRole('img', { name: 'A tall brown tower' })).toBeVisible();
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog', { name: 'A tall brown tower' })).toBeVisible();
    await page.keyboard.press('m');
    await expect(page.locator(dialog)).toBeHidden();
    await page.keyboard.press('m');
    await expect(page.locator(dialog)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { name: 'The quay' })).toBeVisible();
    await expect(page.locator(dialog)).toBeHidden();
  });
});

test.describe('by touch', () => {
  test.use({ savesData: true, hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap opens a picture and closes it, and a finger moves the divider', async ({ page }) => {
    await page.goto(`${path}#quay`);
    const range = page.getByRole('slider', { name: /“2015”/ });
    await expect(async () => {
      // Below the map, and above the controls.
      await range.evaluate((each) => {
        each.scrollIntoView({ block: 'end', behavior: 'instant' });
        scrollBy({ top: 90, behavior: 'instant' });
      });
      const { x, y, width, height } = (await range.boundingBox())!;
      await page.touchscreen.tap(x + width * 0.2, y + height / 2);
      const after = page.locator('#quay .after picture');
      expect(await after.evaluate((each) => getComputedStyle(each).clipPath)).toMatch(
        /inset\(0px 0px 0px (1|2)\d(\.\d+)?%\)/
      );
    }).toPass();
    await page.locator('#ship a.enlarge').tap();
    await expect(page.locator(dialog)).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).tap();
    await expect(page.locator(dialog)).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every medium is in the text: pictures lead to their file, a comparison is side by side', async ({
    page,
    request
  }) => {
    await page.goto(path);
    const href = await page.getByRole('link', { name: 'A red ship before' }).getAttribute('href');
    const file = await request.get(path + href);
    expect(file.headers()['content-type']).toBe('image/webp');
    await expect(page.locator('#stage .frame img')).toBeVisible();
    const [before, after] = await Promise.all(
      ['1990', '2015'].map((year) =>
        page.locator('#quay').getByText(year, { exact: true }).boundingBox()
      )
    );
    expect(before!.y).toBe(after!.y);
    expect(before!.x).toBeLessThan(after!.x);
    await expect(page.getByRole('slider')).toHaveCount(0);
    await expect(page.locator('video[controls]').first()).toBeVisible();
  });
});
