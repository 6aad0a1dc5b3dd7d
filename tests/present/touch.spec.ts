import { expect, presentPath, test } from './presenting.ts';

test.use({
  viewport: { width: 800, height: 500 },
  contextOptions: { reducedMotion: 'reduce' },
  hasTouch: true
});

test.describe('with the live map', () => {
  test.use({ savesData: false });

  test('two fingers on the map take it in the hand, and do not zoom the page', async ({
    projector: screen
  }) => {
    const { page } = screen;
    await screen.open(`${presentPath}#shoigu`);
    await screen.mapIsIdle();
    const touch = await page.context().newCDPSession(page);
    const at = (apart: number) => [
      { x: 560 - apart, y: 250, id: 0 },
      { x: 560 + apart, y: 250, id: 1 }
    ];
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: at(20).slice(0, 1)
    });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(20) });
    for (const apart of [40, 80, 120])
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(apart) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(page.getByRole('button', { name: 'Explore' })).toHaveAttribute(
      'aria-pressed',
      'true'
    );
    expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
    await screen.isAt('shoigu');
  });
});

test('what steers a presentation is as large as a finger’s tip', async ({ projector: screen }) => {
  await screen.open(`${presentPath}#shoigu`);
  const controls = screen.page.getByRole('toolbar').getByRole('button');
  for (const name of ['Black', 'Hide names', 'Class'])
    await expect(controls.and(screen.page.getByRole('button', { name }))).toBeVisible();
  for (const control of await controls.all()) {
    const { width, height } = (await control.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});
