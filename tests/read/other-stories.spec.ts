import sharp from 'sharp';
import { violations } from '../browser/axe.ts';
import { partsOfColour } from '../same-picture.ts';
import { expect, test } from '../story-test.ts';

test('a story across the date line shows both sides of it in one frame', async ({
  page,
  reading
}) => {
  await page.goto('/pacific-2011/#across');
  await reading.mapIsIdle();
  await expect(reading.stage).toHaveAttribute('data-position', '3.000');
  const free = await reading.freePart();
  const inside = ({ x, y }: { x: number; y: number }) =>
    x >= free.x && x <= free.x + free.width && y >= free.y && y <= free.y + free.height;
  const labels = await reading.labels();
  for (const name of ['Apia', 'Suva', 'Auckland']) {
    expect(labels.filter((label) => label.name === name).filter(inside), name).toHaveLength(1);
  }
  const at = (name: string) => labels.find((label) => label.name === name)!;
  // Samoa lies east of Fiji and north-east of New Zealand, on the near side of the Earth.
  expect(at('Apia').x).toBeGreaterThan(at('Suva').x);
  expect(at('Apia').y).toBeLessThan(at('Auckland').y);
  const badges = await reading.badges();
  for (const name of ['Auckland to Apia', 'Apia to Suva']) {
    expect(badges.filter((badge) => badge.name.includes(name)).filter(inside), name).toHaveLength(
      1
    );
  }
  await page.keyboard.press('ArrowLeft');
  await expect(reading.stage).toHaveAttribute('data-position', '2.000');
  await expect.poll(() => new URL(page.url()).hash).toBe('#midnight');
});

test.describe('with text and names alone', () => {
  test.use({ savesData: true });

  test('names in Cyrillic, Arabic and Hebrew letters and with signs of HTML are text', async ({
    page,
    reading
  }) => {
    page.on('dialog', (dialog) => expect(dialog.message()).toBe('no dialog'));
    await page.goto('/names-test/#all');
    await expect(reading.stage).toHaveAttribute('data-position', '2.000');
    const names = (await reading.labels()).map(({ name }) => name);
    for (const name of ['Москва', 'تهران', 'ירושלים', 'دمشق', `A <b>"city"</b> & 'port'`]) {
      expect(names).toContain(name);
    }
    await expect(page).toHaveTitle('Names & "quotes" <in every script>');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Names & "quotes" <in every script>'
    );
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(reading.stage).toHaveAttribute('data-position', '0.000');
    await page.getByRole('button', { name: /^Statement, disputed: Иван; نادر & sons/ }).click();
    await expect(reading.detail).toContainText('Москва to تهران');
    await expect(reading.detail).toContainText('<script>alert("no")</script>');
    await expect(reading.detail).toContainText('<b>not bold</b> & "quoted"');
  });
});

test('a chart lies on the map where its corners say, and is fetched once the step before is read', async ({
  page,
  reading
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/media/')) asked.push(request.url());
  });
  await page.goto('/own-map-test/#capital');
  await reading.mapIsIdle();
  expect(asked).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => asked).toEqual([expect.stringMatching(/\/chart-[\da-f]{12}-800\.avif$/)]);
  await page.keyboard.press('ArrowRight');
  await expect(reading.stage).toHaveAttribute('data-position', '2.000');
  await reading.mapIsIdle();
  await expect(reading.stage).toContainText('Chart of 1890 (A. Person, CC BY 4.0)');
  // The chart has a ring around Kyrenia, where the map has its dot.
  const png = await reading.stage.screenshot();
  const rings = (await partsOfColour(png, [205, 65, 70])).filter(({ length }) => length > 20);
  expect(rings).toHaveLength(1);
  const [left, top] = [0, 1].map((k) => {
    const values = rings[0]!.map((point) => point[k]!);
    return Math.round((Math.min(...values) + Math.max(...values)) / 2);
  });
  const dot = sharp(png).extract({ left: left!, top: top!, width: 1, height: 1 });
  expect(Math.max(...(await dot.removeAlpha().raw().toBuffer()))).toBeLessThan(80);
});

test.describe('a story in an ocean, with all that a story may have', () => {
  test.use({ savesData: true, viewport: { width: 360, height: 740 } });

  for (const part of [
    '',
    'present/',
    'present/speaker/',
    'embed/',
    'embed/ships/',
    'data/',
    'handout/',
    'handout/?for=student',
    'lesson/',
    'class/'
  ]) {
    test(`opens at ${part || 'its own address'}, in the width of a phone, and axe finds nothing`, async ({
      page
    }) => {
      await page.goto(`/falklands-1982/${part}`);
      await expect(page.locator('main, article').filter({ visible: true }).first()).toContainText(
        /Ten weeks|landing at Stanley|Four ships/
      );
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThan(361);
    });
  }

  test('says what its own ground, groups, names, kinds and layers are', async ({ page }) => {
    await page.goto('/falklands-1982/data/');
    const about = page.locator('section[aria-labelledby="about-the-map"]');
    await expect(about).toContainText('Falklands / Malvinas');
    await expect(about).toContainText('Members as of 15 June 1982');
    await expect(about).toContainText('claimed by Argentina');
    await expect(about).not.toContainText('Kashmir');
    await expect(page.locator('#event-total-zone')).toContainText('Exclusion zone');
    await expect(page.getByText('one that is said to go by sea or by land')).toBeVisible();
  });
});

test('a correction stands beside its passage and on the data page, and says where to report more', async ({
  page
}) => {
  const text = '“February 2015” was changed to “January 2015”. The month was misread.';
  for (const path of ['/corrected-test/', '/corrected-test/handout/']) {
    await page.goto(path);
    const beside = page.locator('#visit').getByRole('complementary', { name: 'Correction' });
    await expect(beside).toContainText('Correction, 2 November 2015.');
    await expect(beside).toContainText(text);
  }
  await page.goto('/corrected-test/data/');
  const dates = await page.locator('.correction time').allInnerTexts();
  expect(dates).toEqual(['5 November 2015', '2 November 2015']);
  await expect(page.getByText('<b>none</b> had been given')).toBeVisible();
  await expect(page.getByRole('link', { name: 'errors@example.org' })).toHaveAttribute(
    'href',
    'mailto:errors@example.org'
  );
});

test('the front page leads to every story', async ({ page }) => {
  await page.goto('/');
  for (const title of ['The day Samoa left out', 'Names & "quotes" <in every script>']) {
    await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
  }
});

test('every story and every step has a card for its previews', async ({ request }) => {
  for (const card of ['index', 'hebrew']) {
    const response = await request.get(`/names-test/card/${card}.png`);
    expect(response.headers()['content-type'], card).toBe('image/png');
  }
});
