import { expect, test } from '../story-test.ts';

test.use({ savesData: true, contextOptions: { reducedMotion: 'reduce' } });

test('with reduced motion the map goes from one step’s picture to the next without a flight', async ({
  page,
  reading
}) => {
  await reading.openText('port-calls');
  const home = await reading.labels();
  await reading.find('shoigu');
  const start = await reading.labels();
  expect(start).not.toEqual(home);
  await reading.pointAtText();

  let between = 0;
  for (let turns = 0; (await reading.position()) < 7; turns++) {
    expect(turns).toBeLessThan(200);
    await reading.wheel(40);
    await reading.scrollRests();
    const position = await reading.position();
    if (position > 6 && position < 7) between++;
    const now = await reading.labels();
    expect(now, `labels at ${position}`).toEqual(position < 6.5 ? start : home);
  }
  expect(between).toBeGreaterThan(3);

  // A key leads there at once: no gliding page either.
  await page.keyboard.press('ArrowRight');
  await reading.nextFrame();
  await reading.isAt('velayati');
});
