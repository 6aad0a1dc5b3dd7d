import { steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

test('the wheel over the map scrolls the page', async ({ page, reading }) => {
  await reading.open('shoigu');
  const { x, y } = await reading.freePoint();
  await page.mouse.move(x, y);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 1000);
  await expect.poll(() => reading.position()).toBeGreaterThan(6);
});

test.describe('with text and names alone', () => {
  test.use({ savesData: true });

  test('a step holds while its card is read, and the map moves between cards', async ({
    page,
    reading
  }) => {
    await reading.openText('shoigu');
    await reading.pointAtText();
    const { height } = page.viewportSize()!;
    const held: number[] = [];
    const between: number[] = [];
    for (let turns = 0; (await reading.position()) < 7; turns++) {
      expect(turns).toBeLessThan(200);
      // Position and layout from one moment.
      const { position, top, bottom } = await page.evaluate(() => {
        const card = document.querySelector('[data-step="shoigu"]')!.getBoundingClientRect();
        const stage = document.querySelector<HTMLElement>('[data-map]')!;
        return { position: Number(stage.dataset.position), top: card.top, bottom: card.bottom };
      });
      // Its text crosses the middle of the window: it is being read.
      if (top < height / 2 && bottom > height / 2 + 30) held.push(position);
      else if (bottom < height / 2 - 30) between.push(position);
      expect(position).toBeGreaterThanOrEqual(Math.max(6, between.at(-1) ?? 6));
      await reading.wheel(40);
    }
    expect(held.length).toBeGreaterThan(3);
    expect(new Set(held)).toEqual(new Set([6]));
    expect(between.filter((position) => position > 6 && position < 7).length).toBeGreaterThan(3);
  });

  test('Page Down, End and Home go through the story', async ({ page, reading }) => {
    await reading.openText();
    const offset = () => page.evaluate(() => scrollY);
    // Chromium drops a key that comes in the last frame of the scroll before it.
    await reading.scrollRests();
    await page.keyboard.press('PageDown');
    await expect.poll(offset).toBeGreaterThan(300);
    await reading.scrollRests();
    await page.keyboard.press('End');
    await expect(reading.stage).toHaveAttribute('data-position', `${steps.length - 1}.000`);
    await reading.scrollRests();
    await page.keyboard.press('Home');
    await expect.poll(offset).toBe(0);
    await expect(reading.stage).toHaveAttribute('data-position', '0.000');
  });

  test('a passage found by its words brings its map', async ({ page, reading }) => {
    await reading.openText();
    await page
      .getByText('It is drawn between the two capitals for want of anything better', {
        exact: false
      })
      .evaluate((text) => text.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await reading.isAt('deliveries');
    await reading.addressIs('deliveries');
  });

  test('zooming the browser keeps the passage', async ({ page, reading }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await reading.openText('journey-denied');
    await reading.resize(683, 384);
    await reading.isAt('journey-denied');
    await expect(reading.card('journey-denied')).toBeInViewport();
    await reading.resize(1366, 768);
    await reading.isAt('journey-denied');
  });

  test('text that grows or comes late keeps the passage', async ({ page, reading }) => {
    await reading.openText('general');
    const style = await page.addStyleTag({
      content: '[data-step] { font-size: 125%; padding-bottom: 9rem; }'
    });
    await reading.nextFrame();
    await reading.isAt('general');
    await expect(reading.card('general')).toBeInViewport();
    await style.evaluate((element) => (element as Element).remove());
    await reading.nextFrame();
    await reading.isAt('general');

    // What stands above opens: the passage being read stays where it is.
    await page.locator('[data-step] details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await reading.nextFrame();
    await reading.isAt('general');
    await expect(reading.card('general')).toBeInViewport();
  });
});

test.describe('with a map that flies but draws nothing', () => {
  test.use({ withoutMapData: true });

  for (const { width, height } of [
    { width: 1366, height: 768 },
    { width: 640, height: 400 }
  ]) {
    test(`at ${width}×${height} the controls stay where they are while the map moves, and badges lay nothing out anew`, async ({
      page,
      reading
    }) => {
      await page.setViewportSize({ width, height });
      await reading.openText();
      await expect(reading.stage.getByText(/\d km$/)).toBeVisible({ visible: width > 1000 });
      const { places, shifted } = await page.evaluate(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const shifted: string[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            sources: { node: Node | null }[];
          })[]) {
            for (const { node } of entry.sources) {
              const element = node instanceof Element ? node : node?.parentElement;
              // The key's words and the date come and go with what is on the map.
              if (element && !element.closest('.legend, .count, .moment'))
                shifted.push(element.outerHTML);
            }
          }
        });
        observer.observe({ type: 'layout-shift' });
        const standing = [...document.querySelectorAll('.tools > button, .small a, .caption')];
        const places = new Set<string>();
        for (let top = 0; top < 4000; top += 80) {
          scrollTo({ top, behavior: 'instant' });
          await frame();
          await frame();
          places.add(
            standing.map((element) => Math.round(element.getBoundingClientRect().left)).join()
          );
        }
        observer.disconnect();
        return { places: [...places], shifted };
      });
      expect(places).toHaveLength(1);
      expect(shifted).toEqual([]);
    });
  }
});
