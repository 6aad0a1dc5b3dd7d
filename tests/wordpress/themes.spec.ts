import type { Page } from '@playwright/test';
import { stepIndex, steps, storyPath } from '../story-facts.ts';
import { php } from './php.ts';
import {
  articleAround,
  embedBlock,
  Embedded,
  expect,
  roles,
  storyBlock,
  test,
  trust,
  type Role
} from './wordpress-test.ts';

// What readers meet, in each theme, by whoever has written it: at phone and desktop width.

const themes = ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree'] as const;
const sizes = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 }
] as const;
const choices = ['scroll', 'paged', 'still', 'one map'] as const;
type Choice = (typeof choices)[number];

test.use({ savesData: true });

/** How each writes it: an author pastes addresses where that is enough, an administrator sets the block. */
function written(role: Role, choice: Choice, site: string): string {
  const story = new URL(storyPath, site).href;
  const step = `${story}vienna/`;
  if (choice === 'paged' || choice === 'still') return storyBlock({ url: story, how: choice });
  if (role === 'administrator') return storyBlock({ url: choice === 'scroll' ? story : step });
  return choice === 'scroll' ? story : embedBlock(step);
}

/** The page keeps to the window, and the frame to the column, or to the width that it was given. */
async function standsIn(page: Page, width: 'column' | 'wide' | 'full'): Promise<void> {
  const frame = (await page.locator('iframe').boundingBox())!;
  const column = (await page.locator('p.before').boundingBox())!;
  const { inner, scrolls } = await page.evaluate(() => ({
    inner: document.documentElement.clientWidth,
    scrolls: document.documentElement.scrollWidth
  }));
  expect(scrolls).toBe(inner);
  expect(frame.x).toBeGreaterThanOrEqual(0);
  expect(frame.x + frame.width).toBeLessThanOrEqual(inner);
  if (width === 'full') expect(Math.round(frame.width)).toBe(inner);
  if (width === 'wide' && inner > 1000) expect(frame.width).toBeGreaterThan(column.width + 50);
  if (width === 'wide' && inner < 1000) {
    expect(frame.width).toBeGreaterThanOrEqual(column.width - 1);
  }
  if (width === 'column') {
    expect(Math.abs(frame.x - column.x)).toBeLessThanOrEqual(1);
    expect(Math.abs(frame.width - column.width)).toBeLessThanOrEqual(1);
  }
}

/** The story sticks to the window below the header, moves with the page, and leaves it at its end. */
async function rides(embedded: Embedded, header = 0): Promise<void> {
  const { page, element } = embedded;
  await embedded.isLed();
  const rise = async () => (await element.boundingBox())!.y;
  await embedded.scrollTo(2000);
  expect(Math.round(await rise())).toBe(header);
  await expect.poll(() => embedded.position()).toBeGreaterThan(0);
  const before = await embedded.position();
  await embedded.scrollTo(6000);
  expect(Math.round(await rise())).toBe(header);
  await expect.poll(() => embedded.position()).toBeGreaterThan(before);
  // The frame has no scrollbar of its own.
  expect(
    await embedded.frame.evaluate(() => getComputedStyle(document.documentElement).overflowY)
  ).toBe('hidden');
  await page.locator('p.after').evaluate((words) => words.scrollIntoView({ block: 'center' }));
  await expect.poll(async () => (await embedded.block()).bottom).toBeLessThan(1000);
}

async function isPaged(embedded: Embedded, step: string | null): Promise<void> {
  await embedded.isTurned();
  expect(Math.round((await embedded.element.boundingBox())!.height)).toBe(step ? 480 : 640);
  const root = () =>
    embedded.frame.evaluate(() => {
      const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
      return { down: scrollHeight - clientHeight, right: scrollWidth - clientWidth };
    });
  await expect.poll(root).toEqual({ down: 0, right: 0 });
  if (step) {
    await expect(embedded.stage).toHaveAttribute('data-position', `${stepIndex(step)}.000`);
  }
}

/** All passages stand below one another, without buttons. */
async function isStill({ frame }: Embedded): Promise<void> {
  await expect(frame.locator('[data-step]:visible')).toHaveCount(steps.length);
  await expect(frame.getByRole('link', { name: 'Open full story' })).toBeHidden();
  const overhang = await frame.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overhang).toBe(0);
}

for (const theme of themes) {
  test.describe(theme, () => {
    test.beforeAll(() => php('switch_theme( $theme ); return true;', { theme }));

    for (const role of roles) {
      for (const choice of choices) {
        test.describe(() => {
          // What a frame in which no script may run says of the page's scripts.
          if (choice === 'still') test.use({ expectedErrors: /^Blocked script execution/ });
          test(`${role}, ${choice}`, async ({ page, site, publish }) => {
            await trust(site);
            const address = await publish(role, articleAround(written(role, choice, site)));
            for (const size of sizes) {
              await page.setViewportSize(size);
              await page.goto(address);
              const embedded = await Embedded.in(page);
              await standsIn(page, 'column');
              if (choice === 'scroll') await rides(embedded);
              else if (choice === 'still') await isStill(embedded);
              else await isPaged(embedded, choice === 'one map' ? 'vienna' : null);
            }
          });
        });
      }
    }

    for (const align of ['wide', 'full'] as const) {
      test(`administrator, ${align}, below a header of 64 px`, async ({ page, site, publish }) => {
        await trust(site);
        const url = new URL(storyPath, site).href;
        const block = storyBlock({ url, align, headerHeight: 64, theme: 'dark' });
        const address = await publish('administrator', articleAround(block));
        for (const size of sizes) {
          await page.setViewportSize(size);
          await page.goto(address);
          const embedded = await Embedded.in(page);
          await standsIn(page, align);
          await rides(embedded, 64);
          await expect(embedded.frame.locator(':root')).toHaveAttribute('data-theme', 'dark');
        }
      });
    }
  });
}
