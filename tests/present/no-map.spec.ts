import { holdBack } from '../browser/hold-back.ts';
import { withoutWebGl } from '../browser/without-webgl.ts';
import { storyPath } from '../story-facts.ts';
import { expect, presentPath, speakerPath, test } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

test('before its scripts come, a presentation shows the ground of the step it is opened at, and no words of another', async ({
  page
}) => {
  const release = await holdBack(page, /\/_app\/.*\.js$/);
  await page.goto(`${presentPath}#vienna`, { waitUntil: 'domcontentloaded' });
  const ground = page.getByRole('region', { name: 'Map' }).locator('img:visible');
  await expect(ground).toHaveAttribute('src', /\/map\/ground\/vienna\.svg$/);
  const text = page.locator('article[data-step]');
  await expect(text).toBeHidden();
  release();
  await expect(text).toBeVisible();
  await expect(text).toHaveAttribute('data-step', 'vienna');
});

test.describe('without WebGL', () => {
  test.use({ savesData: false });

  test('the pictures stand in, and give no answer away', async ({ projector: screen, page }) => {
    await withoutWebGl(page);
    const picture = (step: string) =>
      screen.stage.locator(`img[src$="/map/ground/${step}.svg"]:not(.waiting)`);
    await page.goto(`${presentPath}#shoigu`);
    await screen.hasKeys();
    await expect(screen.stage).toHaveAttribute('data-map', 'static');
    await expect(picture('shoigu')).toBeVisible();
    // The picture's words tell of no event: each has a badge, which says it.
    const ground = /^Map of [^:]+\.( Marked: [^:]+)?$/;
    await expect(picture('shoigu')).toHaveAccessibleName(ground);
    const answer = screen.stage.getByRole('button', { name: /^Port call, planned/ });
    await expect(
      screen.stage.getByRole('button', { name: /^Visit, confirmed: Sergei Shoigu/ })
    ).toBeVisible();
    await screen.press('PageDown');
    await screen.shows('port-calls', 'question');
    await expect(picture('port-calls')).toBeVisible();
    await expect(picture('port-calls')).toHaveAccessibleName(ground);
    await expect(answer).toHaveCount(0);
    const asked = (await screen.events()).length;
    await screen.press('l');
    await expect.poll(() => screen.names()).toEqual([]);
    await screen.press('l');
    await screen.press('PageDown');
    await screen.shows('port-calls', 'whole');
    await expect(picture('port-calls')).toHaveAccessibleName(ground);
    await expect(answer).toHaveCount(2);
    await expect.poll(async () => (await screen.events()).length).toBeGreaterThan(asked);
    await screen.press('e');
    await screen.press('PageDown');
    await screen.shows('velayati', 'whole');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of [presentPath, speakerPath]) {
    test(`${path} says so, and leads to what works`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByText('Presenting needs JavaScript')).toBeVisible();
      await expect(page.locator('[data-map]')).toBeHidden();
      await page.getByRole('link', { name: 'read the story' }).click();
      await expect(page).toHaveURL(new RegExp(`${storyPath}?$`));
      await page.goto(path);
      await page.getByRole('link', { name: 'print the handout' }).click();
      await expect(page).toHaveURL(/\/handout\/?$/);
    });
  }
});
