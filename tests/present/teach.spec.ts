import { readFileSync } from 'node:fs';
import { expect, presentPath, test } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

test('a question stands before its lines, and one more press draws them', async ({
  projector: screen
}) => {
  await screen.open(`${presentPath}#journey-denied`);
  await screen.shows('journey-denied', 'question');
  await expect(screen.text).toContainText('Who says that the visit took place');
  await expect(screen.text).not.toContainText('Russian officials still deny');
  const asked = await screen.events();
  expect(asked.join()).not.toContain('Soleimani');
  expect((await screen.names()).join()).not.toContain('Soleimani');

  await screen.press('ArrowRight');
  await screen.shows('journey-denied', 'whole');
  await expect(screen.text).toContainText('Russian officials still deny');
  await expect(screen.text).not.toContainText('Who says that the visit took place');
  await expect.poll(async () => (await screen.events()).join()).toContain('Soleimani');
  expect(await screen.events()).toEqual(expect.arrayContaining(asked));
  // Kind, certainty and source are said, not only drawn.
  await expect(screen.text.locator('[data-event="soleimani-moscow"]')).toHaveText(
    'Visit, disputed: July 2015'
  );
  await expect(screen.text.getByRole('list', { name: 'Sources' })).toContainText(
    'Bassam and Perry, Reuters'
  );

  // Going back shows it as it was left.
  await screen.press('ArrowRight');
  await screen.shows('trade', 'question');
  await screen.press('ArrowLeft');
  await screen.shows('journey-denied', 'whole');
});

test.describe('with flights', () => {
  test.use({
    savesData: false,
    withoutMapData: true,
    contextOptions: { reducedMotion: 'no-preference' }
  });

  test('the lines of an answer grow under a map that stays', async ({ projector: screen }) => {
    await screen.open(`${presentPath}#two-forces`);
    await screen.shows('two-forces', 'question');
    const before = await screen.names();
    await screen.press('ArrowRight');
    await screen.shows('two-forces', 'whole');
    await expect
      .poll(async () => (await screen.names()).join())
      .toContain('Russian armed forces, September 2015');
    expect(await screen.names()).toEqual(expect.arrayContaining(['Moscow', 'Tehran']));
    expect(before).toEqual(expect.arrayContaining(['Moscow', 'Tehran']));
  });
});

test('questions can be left out', async ({ projector: screen }) => {
  await screen.open(`${presentPath}#israel`);
  await screen.shows('israel', 'question');
  await screen.press('?');
  await screen.help.getByRole('checkbox', { name: 'Ask the class' }).uncheck();
  await screen.press('Escape');
  await screen.shows('israel', 'whole');
  await screen.press('ArrowRight');
  await screen.shows('gulf', 'whole');
  await expect.poll(() => new URL(screen.page.url()).hash).toBe('#gulf');
  await screen.page.reload();
  await screen.ready();
  await screen.shows('gulf', 'whole');
  await screen.press('ArrowRight');
  await screen.shows('what-changed', 'whole');
});

test('l takes every name off the map and brings them back; a slide stands for the passage', async ({
  projector: screen
}) => {
  const markdown = readFileSync(
    new URL('../../src/stories/russia-iran-2015/story.md', import.meta.url),
    'utf8'
  );
  const [, slide] = /\{#shoigu\}[^]*?```slide\n([^]*?)\n```/.exec(markdown)!;
  await screen.open(`${presentPath}#shoigu`);
  await screen.isAt('shoigu');
  await expect(screen.text).toContainText(slide!.replace(/\n/g, ' '));
  await expect.poll(() => screen.names()).toContain('Tehran');
  const named = await screen.names();
  await screen.press('l');
  await expect.poll(() => screen.names()).toEqual([]);
  expect(await screen.events()).toHaveLength(1);
  await screen.press('l');
  await expect.poll(() => screen.names()).toEqual(named);
});

test.describe('with the time stopped', () => {
  test.use({ ownContext: true });

  test('t shows the time since the start', async ({ projector: screen, page }) => {
    await page.clock.install({ time: new Date('2026-03-02T10:00:00') });
    await screen.open(`${presentPath}#shoigu`);
    const before = Date.now();
    await screen.press('ArrowRight');
    await screen.press('t');
    await expect(screen.text.getByText(', time', { exact: true })).toHaveCount(1);
    await page.clock.runFor(65_000);
    // The page's clock goes on besides, as long as the test itself takes.
    let seconds = 0;
    await expect
      .poll(async () => {
        const [, min, sec] = /time\s+(\d+):(\d\d)/.exec(await screen.text.innerText()) ?? [];
        return (seconds = Number(min) * 60 + Number(sec));
      })
      .toBeGreaterThanOrEqual(65);
    expect(seconds).toBeLessThanOrEqual(65 + (Date.now() - before) / 1000);
    await screen.press('t');
    await expect(screen.text.getByText(', time', { exact: true })).toHaveCount(0);
  });
});

test.describe('where others can reach the site', () => {
  // As on a school's own network: another name than this computer's, and no secure origin.
  test.use({ baseURL: 'http://atlas.school.test/' });

  test('the last screen leads to the handout by a QR code', async ({
    projector: screen,
    page,
    context
  }) => {
    const port = Number(process.env.FULCRUM_TEST_PORT ?? 4391);
    await context.route('http://atlas.school.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/geo/')) return;
      await route.fulfill({
        response: await route.fetch({ url: `http://localhost:${port}${pathname}` })
      });
    });
    await screen.open(presentPath);
    await screen.press('End');
    await screen.shows('tehran-gains', 'end');
    const code = page.getByRole('img', { name: 'QR code of the handout’s address' });
    await expect(code).toBeVisible();
    const address = 'http://atlas.school.test/russia-iran-2015/handout/?for=student';
    await expect(screen.text).toContainText(address);
    await expect(screen.text.getByRole('link', { name: 'Short of an Alliance' })).toHaveAttribute(
      'href',
      /#sources$/
    );
    await page.goto(address);
    await expect(page.locator('[data-for="student"]')).toBeVisible();
  });
});

test('the last screen says where only this computer can follow', async ({ projector: screen }) => {
  await screen.open(presentPath);
  await screen.press('End');
  await expect(screen.text).toContainText('This address works on this computer only');
  await expect(screen.text.getByRole('img')).toHaveCount(0);
});
