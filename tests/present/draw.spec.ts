import { readFileSync } from 'node:fs';
import type { FeatureCollection, LineString } from 'geojson';
import { expect, presentPath, speakerPath, test, type PresentWindow } from './presenting.ts';

test.use({ viewport: { width: 1024, height: 640 }, contextOptions: { reducedMotion: 'reduce' } });

const layer = (window: PresentWindow) => window.page.locator('[data-strokes]');
const lines = (window: PresentWindow) => layer(window).locator('path[stroke]').all();
const dot = (window: PresentWindow) => layer(window).locator('[data-laser]');
const button = (window: PresentWindow, name: string | RegExp) =>
  window.page.getByRole('toolbar', { name: 'Draw and point' }).getByRole('button', { name });

/** Where a name stands on the map, px of the window. */
async function placeOf(window: PresentWindow, name: string) {
  const label = window.stage.locator('svg.labels text', { hasText: new RegExp(`^${name}$`) });
  await expect(label).toHaveCount(1);
  const { x, y, width, height } = (await label.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Draws a ring of some px about a place. */
async function drawRing(window: PresentWindow, { x, y }: { x: number; y: number }, px: number) {
  const { mouse } = window.page;
  await mouse.move(x + px, y);
  await mouse.down();
  for (let i = 1; i <= 16; i++) {
    const angle = (i / 16) * 2 * Math.PI;
    await mouse.move(x + px * Math.cos(angle), y + px * Math.sin(angle));
  }
  await mouse.up();
}

async function hasStrokes(window: PresentWindow, count: number) {
  await expect(layer(window)).toHaveAttribute('data-strokes', String(count));
}

/** The lines as they lie on the map, in px of its layout. */
async function shapes(window: PresentWindow) {
  return Promise.all((await lines(window)).map((line) => line.getAttribute('d')));
}

test('a ring about Syria stays on Syria, step by step, in every window and over a reload', async ({
  projector: screen,
  another
}) => {
  await screen.open(`${presentPath}#syria`);
  await screen.isAt('syria');
  await screen.press('d');
  const syria = await placeOf(screen, 'Syria');
  await drawRing(screen, syria, 24);
  await hasStrokes(screen, 1);
  const [ring] = await shapes(screen);

  await test.step('it is of its step alone', async () => {
    await screen.press('PageUp');
    await hasStrokes(screen, 0);
    await screen.press('g');
    await screen.page.keyboard.type('syria');
    await screen.press('Enter');
    await screen.isAt('syria');
    expect(await shapes(screen)).toEqual([ring]);
  });

  const speaker = await another(speakerPath);
  await test.step('the speaker sees it, and draws too', async () => {
    await hasStrokes(speaker, 1);
    expect(await shapes(speaker)).toEqual([ring]);
    await speaker.press('d');
    await drawRing(speaker, await placeOf(speaker, 'Syria'), 10);
    await hasStrokes(screen, 2);
    expect(await shapes(screen)).toEqual(await shapes(speaker));
  });

  await test.step('a reload of the screen keeps both', async () => {
    const before = await shapes(screen);
    await speaker.page.close();
    await screen.page.reload();
    await screen.ready();
    await screen.isAt('syria');
    expect(await shapes(screen)).toEqual(before);
  });

  await test.step('undo takes the last, clear the rest', async () => {
    await screen.press('d');
    await button(screen, 'Undo').click();
    expect(await shapes(screen)).toEqual([ring]);
    await button(screen, /^Clear/).click();
    await hasStrokes(screen, 0);
    await expect(button(screen, 'Undo')).toBeDisabled();
  });
});

test.describe('where the browser stores nothing', () => {
  for (const [name, refuse] of Object.entries({
    'its storage is refused': () =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        }
      }),
    'its storage is full': () => {
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try {
          for (let i = 0; ; i++) sessionStorage.setItem(`${size} ${i}`, 'x'.repeat(size));
        } catch {
          // Full, up to this size.
        }
      }
    }
  })) {
    test(`because ${name}, the screen says so and asks before the drawing is lost`, async ({
      projector: screen
    }) => {
      const { page } = screen;
      await page.addInitScript(refuse);
      await screen.open(`${presentPath}#syria`);
      await screen.isAt('syria');
      await screen.press('d');
      await drawRing(screen, await placeOf(screen, 'Syria'), 24);
      await expect(page.getByText('The browser does not store the drawing')).toBeVisible();
      const asked = page.waitForEvent('dialog');
      // The reader stays, so that it does not come to an end.
      void page.reload().catch(() => {});
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await hasStrokes(screen, 1);
      await button(screen, /^Clear/).click();
      await page.reload();
      await screen.isAt('syria');
    });
  }
});

test('the drawing is saved as GeoJSON where it lies, and as a picture', async ({
  projector: screen,
  page
}, info) => {
  await screen.open(`${presentPath}#syria`);
  await screen.isAt('syria');
  await screen.press('d');
  await drawRing(screen, await placeOf(screen, 'Syria'), 16);
  const save = async (name: string, file: string) => {
    const coming = page.waitForEvent('download');
    await button(screen, name).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(file);
    await download.saveAs(info.outputPath(file));
    return readFileSync(info.outputPath(file));
  };
  const text = await save('Save all drawings as GeoJSON', 'russia-iran-2015-drawing.geojson');
  const { features } = JSON.parse(text.toString()) as FeatureCollection<LineString>;
  expect(features.map(({ properties }) => properties!.step)).toEqual(['syria']);
  const { coordinates } = features[0]!.geometry;
  expect(coordinates.length).toBeGreaterThan(8);
  for (const [lng, lat] of coordinates) {
    expect(lng).toBeGreaterThan(33);
    expect(lng).toBeLessThan(44);
    expect(lat).toBeGreaterThan(31);
    expect(lat).toBeLessThan(39);
  }
  const png = await save('Save this step’s map and drawing as PNG', 'russia-iran-2015-syria.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('the laser is seen in the other window, both ways, and goes with its hand', async ({
  projector: screen,
  another
}) => {
  await screen.open(`${presentPath}#syria`);
  const speaker = await another(speakerPath);
  await speaker.isAt('syria');
  for (const [hand, eye] of [
    [speaker, screen],
    [screen, speaker]
  ] as const) {
    await hand.press('p');
    const { x, y } = await placeOf(hand, 'Syria');
    await hand.page.mouse.move(x, y);
    await expect(dot(eye)).toHaveCount(1);
    const at = (await dot(eye).getAttribute('data-laser'))!.split(' ').map(Number);
    expect(Math.abs(at[0]! - 38.5)).toBeLessThan(4);
    expect(Math.abs(at[1]! - 35)).toBeLessThan(3);
    await hand.press('Escape');
    await expect(dot(eye)).toHaveCount(0);
    await expect(hand.overview).toBeHidden();
  }
  await speaker.press('p');
  const { x, y } = await placeOf(speaker, 'Syria');
  await speaker.page.mouse.move(x, y);
  await expect(dot(screen)).toHaveCount(1);
  await speaker.page.close({ runBeforeUnload: false });
  await expect(dot(screen)).toHaveCount(0);
});

test('the pens lie beside the map, not over what can be drawn on', async ({
  projector: screen,
  page
}) => {
  for (const [width, height] of [
    [1024, 768],
    [768, 1024]
  ] as const) {
    await page.setViewportSize({ width, height });
    await screen.open(`${presentPath}#syria`);
    await screen.press('d');
    const pens = (await page.getByRole('toolbar', { name: 'Draw and point' }).boundingBox())!;
    const text = (await screen.text.boundingBox())!;
    const room = width > height ? text.x + text.width : width;
    expect(pens.x + pens.width).toBeLessThanOrEqual(room + 1);
    expect(pens.y).toBeGreaterThanOrEqual(text.y + text.height - 1);
    await screen.press('Escape');
  }
});

test('Escape lays the pen down before it opens the overview', async ({ projector: screen }) => {
  await screen.open(`${presentPath}#syria`);
  await screen.press('d');
  await expect(button(screen, /^Pen$/)).toHaveAttribute('aria-pressed', 'true');
  await screen.press('Escape');
  await expect(button(screen, /^Pen$/)).toHaveCount(0);
  await expect(screen.overview).toBeHidden();
  await screen.press('Escape');
  await expect(screen.overview).toBeVisible();
  await screen.press('Escape');
  await screen.press('?');
  await expect(screen.help.getByText('Draw on the map')).toBeVisible();
  await expect(screen.help.getByText('Point with a red dot')).toBeVisible();
});
