import { layoutShift } from '../browser/layout-shift.ts';
import { mapLibre, watchScripts } from '../browser/site-scripts.ts';
import { steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

// A reader who comes for the first time has nothing in the cache, fonts least of all.
test.use({ ownContext: true });

test('the text is painted before the map’s code is requested, and the page has the map’s marks', async ({
  page,
  reading
}) => {
  const mapCode = watchScripts(page, mapLibre);
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
