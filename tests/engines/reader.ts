import { expect } from '@playwright/test';
import { placeInStory, scrollStands } from '../browser/in-page.ts';
import { stepIndex, storyPath } from '../story-facts.ts';
import type { Tab } from './engine.ts';
import { byName, type PageState } from './view-marks.ts';

/** How often to look, ms apart. */
const often = { intervals: [50] };

/** A name on the map, by its anchor, or a badge, by its middle; px of the window. */
export interface Mark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A reader before the reading page, in any engine. */
export class Reader {
  readonly tab: Tab;
  readonly home: string;

  constructor(tab: Tab, home: string) {
    this.tab = tab;
    this.home = home;
  }

  /** Opens the story in a window of 960×600 px, at a step if one is named, as from another page. */
  async open(step?: string): Promise<void> {
    await this.openText(step);
    await this.answers();
  }

  /** The same for a reader whose map stays a picture. */
  async openText(step?: string): Promise<void> {
    await this.tab.resize(960, 600);
    await this.tab.open('about:blank');
    await this.tab.open(this.addressOf(step));
    if (step !== undefined) await this.isAt(step);
  }

  addressOf(step?: string, query = ''): string {
    return new URL(storyPath + query + (step === undefined ? '' : `#${step}`), this.home).href;
  }

  /** The page’s scripts have taken over: the map is on its way, or says why it stays a picture. */
  async answers(): Promise<void> {
    await expect.poll(() => this.map(), often).not.toBe('static');
  }

  map(): Promise<string | null> {
    return this.tab.evaluate(
      () => document.querySelector('[data-map]')?.getAttribute('data-map') ?? null
    );
  }

  async mapIsIdle(): Promise<void> {
    await expect.poll(() => this.map(), { ...often, timeout: 60_000 }).toBe('idle');
  }

  /** The story rests at a step: position, current card. */
  async isAt(step: string): Promise<void> {
    await expect
      .poll(() => this.tab.evaluate(placeInStory), often)
      .toEqual({ position: `${stepIndex(step)}.000`, current: [step] });
    await this.rests();
  }

  /** The page has stopped scrolling. */
  async rests(): Promise<void> {
    await expect.poll(() => this.tab.evaluate(scrollStands), often).toBe(true);
  }

  async addressIs(step: string): Promise<void> {
    await expect.poll(() => this.tab.evaluate(() => location.hash), often).toBe(`#${step}`);
  }

  async pressTo(key: string, step: string): Promise<void> {
    await this.tab.press(key);
    await this.isAt(step);
  }

  /** Follows the contents’ link to a step, whether or not the contents are open. */
  followContents(step: string): Promise<void> {
    return this.tab.evaluate(
      (id) => document.querySelector<HTMLAnchorElement>(`#contents a[href$="#${id}"]`)!.click(),
      step
    );
  }

  async position(): Promise<number> {
    return Number((await this.tab.evaluate(placeInStory)).position);
  }

  /** Turns the wheel over the text by steps of `px` until the position has reached `goal`. */
  async wheelTo(goal: number, px: number): Promise<void> {
    const reached = (position: number) => (px > 0 ? position >= goal : position <= goal);
    for (let turns = 0; !reached(await this.position()); turns++) {
      expect(turns, `turns of the wheel towards ${goal}`).toBeLessThan(400);
      await this.tab.wheel(px, [150, 300]);
      await this.rests();
    }
  }

  /** What makes the map finer after its first picture has been drawn too. */
  async mapIsComplete(): Promise<void> {
    const marked = () =>
      this.tab.evaluate(() => performance.getEntriesByName('map-complete').length);
    await expect.poll(marked, { ...often, timeout: 60_000 }).toBe(1);
    await this.mapIsIdle();
  }

  /** The names and badges on the map. How wide a name is depends on the engine; where it is anchored does not. */
  async marks(): Promise<Mark[]> {
    return [...(await this.state()).marks];
  }

  /** What the page has at one moment. */
  async state(): Promise<PageState> {
    const state = await this.tab.evaluate(() => {
      const stage = document.querySelector('[data-map]')!;
      const box = (element: Element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      };
      const names = [...stage.querySelectorAll<SVGTextElement>('svg text')].map((text) => {
        const [x, y] = ['x', 'y'].map((side) => Number(text.getAttribute(side)));
        const anchor = new DOMPoint(x, y).matrixTransform(text.getScreenCTM()!);
        return { name: text.textContent, x: anchor.x, y: anchor.y };
      });
      const badges = [...stage.querySelectorAll('button[aria-label*=": "]')].map((badge) => {
        const { left, right, top, bottom } = badge.getBoundingClientRect();
        return {
          name: badge.getAttribute('aria-label')!,
          x: (left + right) / 2,
          y: (top + bottom) / 2
        };
      });
      return {
        map: stage.getAttribute('data-map'),
        exploring: document.querySelector('[aria-keyshortcuts="e"]')?.textContent === 'Return',
        position:
          Number(stage.getAttribute('data-position')) - Number(stage.getAttribute('data-opening')),
        ticked: [...document.querySelectorAll('#map-key label:has(:checked) b')].map(
          ({ textContent }) => textContent
        ),
        plate: box(stage.querySelector('.plate')!),
        opening: box(document.querySelector('.opening')!),
        caption: box(stage.querySelector('.caption')!),
        tools: box(stage.querySelector('.tools')!),
        legend: box(stage.querySelector('.corner')!),
        marks: [...names, ...badges]
      };
    });
    return { ...state, marks: state.marks.sort(byName) };
  }

  /** Presses the middle of the first element of this kind that is seen and bears these words. */
  async press(selector: string, words = ''): Promise<void> {
    const point = await this.tab.evaluate(
      (css, text) => {
        const element = [...document.querySelectorAll<HTMLElement>(css)].find(
          (found) =>
            `${found.getAttribute('aria-label') ?? ''} ${found.textContent}`.includes(text) &&
            found.checkVisibility()
        );
        if (!element) return null;
        element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2] as const;
      },
      selector,
      words
    );
    if (point === null) throw new Error(`expected ${selector} “${words}” on the page, got none`);
    await this.tab.click(point);
  }

  /** The words of the first element of this kind that is seen; null where there is none. */
  seenText(selector: string): Promise<string | null> {
    return this.tab.evaluate(
      (css) =>
        [...document.querySelectorAll<HTMLElement>(css)].find((found) => found.checkVisibility())
          ?.innerText ?? null,
      selector
    );
  }

  /** The map as drawn by WebGL: a PNG of the window with nothing below or above its canvases. */
  async drawing(): Promise<Buffer> {
    await this.tab.evaluate(async () => {
      const style = document.createElement('style');
      style.id = 'canvases-alone';
      document.head.append(style);
      const rules = style.sheet!;
      rules.insertRule('body * { visibility: hidden !important; background: none !important }');
      rules.insertRule('[data-map] canvas { visibility: visible !important }');
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    const picture = await this.tab.screenshot();
    await this.tab.evaluate(() => document.querySelector('#canvases-alone')!.remove());
    return picture;
  }
}
