import type { Frame, Locator, Page } from '@playwright/test';
import { scrollStands } from '../browser/in-page.ts';
import { expect, test as base } from '../story-test.ts';
import { serveHost, type HostSite } from './host-pages.ts';

export { expect };

/** A story in a frame of a page of another site. */
export class Embedded {
  readonly page: Page;
  readonly element: Locator;
  readonly frame: Frame;

  private constructor(page: Page, element: Locator, frame: Frame) {
    this.page = page;
    this.element = element;
    this.frame = frame;
  }

  /** The story in one of a page's frames, once it is loaded. */
  static async in(page: Page, element = page.locator('iframe')): Promise<Embedded> {
    await element.scrollIntoViewIfNeeded();
    const frame = await (await element.elementHandle())!.contentFrame();
    await frame!.waitForLoadState('domcontentloaded');
    return new Embedded(page, element, frame!);
  }

  get stage(): Locator {
    return this.frame.locator('[data-map]:visible');
  }

  get step(): Locator {
    return this.frame.locator('[aria-current="step"]');
  }

  async position(): Promise<number> {
    return Number(await this.stage.getAttribute('data-position'));
  }

  /** The story is led by the page's scroll. */
  async isLed(): Promise<void> {
    await expect
      .poll(() => this.element.evaluate((frame) => getComputedStyle(frame).position))
      .toBe('sticky');
    await expect(this.frame.getByRole('button', { name: 'Contents' })).toBeVisible();
    // The page has been told how tall the story is.
    await expect
      .poll(async () => {
        const tall = await this.frame.evaluate(() => document.documentElement.scrollHeight);
        return Math.abs((await this.block()).height - tall);
      })
      .toBeLessThanOrEqual(1);
  }

  /** The story is turned by hand. */
  async isTurned(): Promise<void> {
    await expect(this.frame.getByRole('link', { name: 'Open full story' })).toBeVisible();
    // The frame's script has taken over: its map is on its way, or may be asked for.
    const load = this.frame.getByRole('button', { name: 'Load the map' });
    await expect
      .poll(async () => (await load.isVisible()) || (await this.stage.getAttribute('data-map')))
      .not.toBe('static');
  }

  /** The block as tall as the story, and how far the frame has come in it, px of the window. */
  async block(): Promise<{ top: number; bottom: number; height: number; offset: number }> {
    return this.element.evaluate((frame) => {
      const { top, bottom, height } = frame.parentElement!.getBoundingClientRect();
      return { top, bottom, height, offset: frame.getBoundingClientRect().top - top };
    });
  }

  async scrolled(): Promise<number> {
    return this.frame.evaluate(() => scrollY);
  }

  /** Page and frame have come to the same offset. */
  async agrees(): Promise<void> {
    await expect
      .poll(async () => Math.abs((await this.block()).offset - (await this.scrolled())), {
        intervals: [20, 100]
      })
      .toBeLessThan(2);
  }

  /** Scrolls the page so far that the frame stands at an offset in its block, px. */
  async scrollTo(offset: number): Promise<void> {
    await this.element.evaluate((frame, to) => {
      const block = frame.parentElement!.getBoundingClientRect();
      const edge = parseFloat(getComputedStyle(frame).top);
      scrollBy({ top: block.top - edge + to, behavior: 'instant' });
    }, offset);
    await this.agrees();
  }

  /**
   * Scrolls the page until so much of the story is left below the frame, px: what comes near may be taller than was
   * thought.
   */
  async scrollToEnd(left: number): Promise<void> {
    const below = async () => {
      const { height, offset } = await this.block();
      return height - offset - (await this.element.evaluate((frame) => frame.clientHeight));
    };
    await expect(async () => {
      await this.scrollTo((await this.block()).offset + (await below()) - left);
      expect(Math.round(await below())).toBe(left);
    }).toPass();
  }
}

/** Turns the wheel, by `px` at a time and waiting for the page's next picture, until something holds. */
export async function wheelUntil(
  page: Page,
  px: number,
  holds: () => Promise<boolean>
): Promise<void> {
  for (let turns = 0; !(await holds()); turns++) {
    expect(turns, 'turns of the wheel').toBeLessThan(90);
    await page.mouse.wheel(0, px);
    await rests(page);
  }
}

/** The page has stopped scrolling. */
export async function rests(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(scrollStands), { intervals: [20] }).toBe(true);
}

interface EmbedFixtures {
  /** The site's root, with a slash at its end. */
  readonly site: string;
  /** Serves pages of another site; gives its origin. */
  readonly serve: (pages: Readonly<Record<string, string>>) => Promise<string>;
}

export const test = base.extend<EmbedFixtures>({
  // By this number, not by the name, the pages of the other site are served.
  hostSite: '127.0.0.1',
  site: async ({ baseURL }, use) => use(new URL('/', baseURL).href),
  serve: async ({ page }, use) => {
    const served: HostSite[] = [];
    await use(async (pages) => {
      served.push(await serveHost(pages));
      return served.at(-1)!.origin;
    });
    // The page leaves before its site goes.
    await page.goto('about:blank');
    for (const host of served) await host.close();
  }
});
