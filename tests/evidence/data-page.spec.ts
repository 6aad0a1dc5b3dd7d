import type { Page } from '@playwright/test';
import { colourRules, violations } from '../browser/axe.ts';
import { events, sources, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const dataPath = `${storyPath}data/`;

test.use({ viewport: { width: 1366, height: 768 } });

const rowIds = (page: Page) =>
  page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event')!));
const idsWhere = (wanted: (event: (typeof events)[number]) => boolean) =>
  events.filter(wanted).map(({ id }) => id!);

test('the table is sifted, says how much is left, and its address keeps it over a reload', async ({
  page
}) => {
  await page.goto(dataPath);
  expect(await rowIds(page)).toEqual(idsWhere(() => true));
  const status = page.locator('.count');
  await expect(status).toHaveText(`All ${events.length} events`);
  await page.getByRole('checkbox', { name: 'confirmed' }).check();
  await page.getByRole('checkbox', { name: 'reported' }).check();
  const sure = idsWhere(({ certainty }) => ['confirmed', 'reported'].includes(certainty!));
  expect(await rowIds(page)).toEqual(sure);
  await expect(status).toHaveText(`${sure.length} of ${events.length} events`);
  // So is the map.
  const map = page.getByRole('img', { name: `Map: ${sure.length} of ${events.length} events` });
  await expect(map.locator('.sign')).toHaveCount(sure.length);
  expect(new URL(page.url()).searchParams.get('certainty')).toBe('confirmed,reported');

  await page.getByRole('combobox', { name: 'Kind' }).selectOption('visit');
  await page.getByRole('button', { name: 'Date' }).click();
  await page.getByRole('button', { name: 'Date' }).click();
  await expect(page.getByRole('columnheader', { name: 'Date' })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  const visits = await rowIds(page);
  expect(visits).toEqual(['netanyahu-moscow', 'gcc-moscow', 'velayati-moscow', 'shoigu-tehran']);
  await page.reload();
  await expect(status).toHaveText(`${visits.length} of ${events.length} events`);
  expect(await rowIds(page)).toEqual(visits);

  await page.getByRole('searchbox', { name: 'Search' }).fill('netanyahu');
  expect(await rowIds(page)).toEqual(['netanyahu-moscow']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(status).toHaveText(`All ${events.length} events`);
  expect(new URL(page.url()).search).toBe('');
});

test('a row says what is known and not, and leads to its passage and its sources', async ({
  page
}) => {
  await page.goto(`${dataPath}?certainty=nonsense`);
  const row = page.locator('[data-event="s300-transfer"]');
  await expect(row).toContainText('planned, 19 August to 31 December 2015');
  await expect(row).toContainText('Planned');
  await expect(row).toContainText('Not known: Drawn between the two capitals');
  await row.getByRole('link', { name: /^Feldschreiber/ }).click();
  await expect(page.locator('[id="source-feldschreiber2015"]')).toBeInViewport();
  await expect(page.getByText('Nothing has been corrected so far.')).toBeVisible();
  const passage = page.locator('[data-event="jcpoa"] .steps a').first();
  const step = new URL((await passage.getAttribute('href'))!, page.url()).hash.slice(1);
  await passage.click();
  await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-step', step);
});

test('the downloads hold the story’s data', async ({ page, request }) => {
  await page.goto(dataPath);
  const links = page.locator('#downloads ~ p a[download]');
  await expect(links).toHaveCount(4);
  const bodies = new Map<string, { type: string; text: string }>();
  for (const href of await links.evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).href)
  )) {
    const response = await request.get(href);
    expect(response.ok(), href).toBe(true);
    bodies.set(new URL(href).pathname.split('/').at(-1)!, {
      type: response.headers()['content-type'] ?? '',
      text: await response.text()
    });
  }
  const geojson = JSON.parse(bodies.get('events.geojson')!.text) as {
    features: { id: string }[];
  };
  expect(geojson.features.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  expect(bodies.get('events.geojson')!.type).toContain('geo+json');
  expect(bodies.get('events.csv')!.text).toMatch(/^id,kind,from,to,at,start,end,date_precision,/);
  const works = JSON.parse(bodies.get('sources.json')!.text) as { id: string }[];
  expect(works.map(({ id }) => id).toSorted()).toEqual(sources.map(({ id }) => id).toSorted());
  for (const { id } of sources) expect(bodies.get('sources.bib')!.text).toContain(`{${id},`);
  expect(bodies.get('sources.bib')!.type).toContain('bibtex');
});

test('axe finds nothing wrong, and nothing scrolls sideways, at any width in any colours', async ({
  page
}) => {
  await page.goto(dataPath);
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 740 });
    for (const [colorScheme, rules] of [
      ['light', {}],
      ['dark', colourRules]
    ] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, { rules }), `${width} px, ${colorScheme}`).toEqual([]);
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(sideways, `${width} px`).toBeLessThanOrEqual(0);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all rows stand in the author’s order, and there is nothing to press', async ({ page }) => {
    await page.goto(dataPath);
    expect(await rowIds(page)).toEqual(idsWhere(() => true));
    await expect(page.getByRole('button').locator('visible=true')).toHaveCount(0);
    await expect(page.getByRole('columnheader', { name: 'Date' })).toBeVisible();
    await expect(page.locator('#map .sign')).toHaveCount(events.length);
  });
});
