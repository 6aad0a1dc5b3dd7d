import { gzipSync } from 'node:zlib';
import { expect, test } from '../story-test.ts';
import { longStory } from '../test-site.ts';

const first = `/${longStory.slug}/`;
const part = (number: number) => `/${longStory.slug}-part-${number}/`;

test('without scripts a long story’s pages lead one to the next, none of them large', async ({
  request
}) => {
  const steps: string[] = [];
  let path: string | null = first;
  while (path !== null) {
    const html: string = await (await request.get(path)).text();
    expect(gzipSync(html).length, path).toBeLessThan(1_000_000);
    steps.push(...[...html.matchAll(/\bdata-step="([^"]*)"/g)].map(([, id]) => id!));
    const next = /<a\b[^>]*\brel="next"[^>]*>/.exec(html)?.[0];
    path = next
      ? new URL(`${/href="([^"]*)"/.exec(next)![1]}/`, `http://host${path}`).pathname
      : null;
  }
  expect(steps).toEqual(Array.from({ length: longStory.steps }, (_, i) => `s${i + 1}`));
});

test.describe('with text and names alone', () => {
  test.use({ savesData: true });

  test('a link to a passage of another part leads there, and the keys lead from part to part', async ({
    page,
    reading
  }) => {
    await page.goto(`${first}#s11`);
    await page.waitForURL((url) => url.pathname === part(2));
    await expect(page.locator('#s11')).toHaveAttribute('aria-current', 'step');
    await expect(page).toHaveTitle(/\(part 2 of \d\)$/);
    await expect(reading.stage).toHaveAttribute('data-position', '0.000');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.pathname === part(3));
    await expect(
      page.getByRole('navigation', { name: 'Parts of the story' }).first()
    ).toContainText('Part 3 of');
    await page.getByRole('link', { name: /^part 2/ }).click();
    await page.waitForURL((url) => url.pathname === part(2));
  });

  test('a passage says which of its events its map has no room for, and the table lists them', async ({
    page
  }) => {
    await page.goto(`${first}#s${longStory.steps}`);
    await page.waitForURL((url) => url.pathname !== first);
    const more = page.getByText(/\d+ more events have no room on\s+this map/);
    await page.getByText(/^On the map: 30\d events/).click();
    await more.getByRole('link', { name: 'all events as a table' }).click();
    const count = Number(
      /^\d+/.exec((await page.getByRole('status').textContent())!.replace('All ', ''))![0]
    );
    expect(count).toBeGreaterThan(350);
    await expect(page.locator('tr[data-event]')).toHaveCount(count);
  });

  test('an embed goes on with the next part in its frame', async ({ page }) => {
    await page.goto(`${part(2)}embed/`);
    const next = page.getByRole('button', { name: /^Next/ });
    await expect(page.getByText('(part 2 of')).toBeVisible();
    await expect(async () => {
      await next.click();
      expect(new URL(page.url()).pathname).toBe(`${part(3)}embed/`);
    }).toPass();
  });
});

test('a presentation goes on with the next part', async ({ page }) => {
  await page.goto(`${part(2)}present/`);
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: 'Go on with part 3' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.pathname === `${part(3)}present/`);
});
