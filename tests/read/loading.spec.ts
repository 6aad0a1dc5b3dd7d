import type { Page } from '@playwright/test';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

/** The sum of the page's layout shifts that no input of the reader explains. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const shifts: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    shifts.push(...observer.takeRecords());
    observer.disconnect();
    return (shifts as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      .filter(({ hadRecentInput }) => !hadRecentInput)
      .reduce((sum, { value }) => sum + value, 0);
  });
}

test('the text is painted before the map’s code is asked for, and the marks tell of the map', async ({
  page,
  reading
}) => {
  const mapCode: string[] = [];
  page.on('response', async (response) => {
    if (/\.m?js$/.test(response.url()) && (await response.text()).includes('maplibregl-'))
      mapCode.push(response.url());
  });
  await reading.open();
  expect(mapCode.length).toBeGreaterThan(0);
  const times = await page.evaluate((urls) => {
    const named = (name: string) =>
      performance.getEntriesByName(name).map(({ startTime }) => startTime);
    return {
      painted: named('first-contentful-paint')[0]!,
      asked: urls.flatMap(named),
      load: named('map-load'),
      idle: named('map-idle')
    };
  }, mapCode);
  expect(times.asked.length).toBeGreaterThan(0);
  expect(Math.min(...times.asked)).toBeGreaterThan(times.painted);
  expect(times.load).toHaveLength(1);
  expect(times.idle).toHaveLength(1);
  expect(times.idle[0]!).toBeGreaterThanOrEqual(times.load[0]!);
});

test('the GPU is given no picture of the map between the one that asks for the world and the one that has it', async ({
  page,
  reading
}) => {
  await page.addInitScript(() => {
    const gl = WebGL2RenderingContext.prototype;
    const { fenceSync } = gl;
    const given: number[] = [];
    Object.assign(globalThis, { given });
    gl.fenceSync = function (...args) {
      given.push(performance.now());
      return fenceSync.apply(this, args);
    };
  });
  await page.route(/world-coarse/, async (route) => {
    await page.waitForSelector('.maplibregl-canvas', { state: 'attached' });
    await route.continue();
  });
  await reading.open();
  const beforeIdle = await page.evaluate(() => {
    const [idle] = performance.getEntriesByName('map-idle');
    const { given } = globalThis as unknown as { given: number[] };
    return given.filter((at) => at < idle!.startTime).length;
  });
  expect(beforeIdle).toBe(2);
});

for (const [name, viewport] of [
  ['laptop', { width: 960, height: 600 }],
  ['phone', { width: 360, height: 740 }]
] as const) {
  test(`nothing shifts while the page loads and while it is scrolled, on a ${name}`, async ({
    page,
    reading
  }) => {
    await page.setViewportSize(viewport);
    await reading.open();
    expect(await layoutShift(page), 'while loading').toBeLessThan(0.02);
    await reading.pointAtText();
    await reading.wheelUntil(2, 90);
    await reading.pressTo('ArrowRight', steps[3]!.id);
    await reading.mapIsIdle();
    expect(await layoutShift(page), 'with scrolling').toBeLessThan(0.02);
  });
}

test('the whole story is read without a request to another origin', async ({ page, reading }) => {
  await reading.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const { id } of steps) {
    await reading.find(id);
    await reading.nextFrame();
  }
  await page.keyboard.press('End');
  await reading.mapIsIdle();
  const origin = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(storyPath);
});
