import { expect, test, type Locator, type Page } from '@playwright/test';
import { pictureDifference, pictureTolerance } from '../same-picture.ts';
import { stepIndex, storyPath } from '../story-facts.ts';
import { holdBack } from './hold-back.ts';
import { placeInStory, scrollStands } from './in-page.ts';

/** A name on the map: where it stands, px in the window. */
export interface SeenMark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The names and badges of the map at rest. */
export interface SeenMarks {
  readonly position: string;
  readonly labels: readonly SeenMark[];
  readonly badges: readonly SeenMark[];
}

/** What a reader sees of the map at rest. */
export interface SeenMap extends SeenMarks {
  readonly picture: Buffer;
}

/** How often to look, ms apart: by itself Playwright soon looks but once a second. */
const often = { intervals: [50] };

/** A reader before the reading page of the story. */
export class Reading {
  readonly page: Page;
  readonly stage: Locator;
  readonly nextButton: Locator;
  readonly previousButton: Locator;
  readonly detail: Locator;
  /** Where the map stays a picture for the reader's sake. */
  readonly loadButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.stage = page.locator('[data-map]');
    this.nextButton = page.getByRole('button', { name: 'Next passage' });
    this.previousButton = page.getByRole('button', { name: 'Previous passage' });
    this.loadButton = page.getByRole('button', { name: 'Load the map' });
    this.detail = page.getByRole('group', { name: 'About this event' });
  }

  /** Opens the story, at a step if one is named, and waits until the map has nothing left to draw. */
  async open(step?: string): Promise<void> {
    await this.openText(step);
    await this.mapIsIdle();
  }

  /** Opens the story and waits only until the page answers. */
  async openText(step?: string): Promise<void> {
    await this.page.goto(`${storyPath}${step === undefined ? '' : `#${step}`}`);
    await this.answers();
    if (step !== undefined) await this.isAt(step);
  }

  /** The page's scripts have taken over: the map is on its way, or may be asked for. */
  async answers(): Promise<void> {
    await expect
      .poll(
        async () =>
          (await this.loadButton.isVisible()) || (await this.stage.getAttribute('data-map')),
        often
      )
      .not.toBe('static');
  }

  /** The text is to be seen: before, nobody scrolls it. */
  async isPainted(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((done) =>
          new PerformanceObserver(() => done()).observe({ type: 'paint', buffered: true })
        )
    );
  }

  async mapIsIdle(): Promise<void> {
    await expect
      .poll(() => this.stage.getAttribute('data-map'), { ...often, timeout: 60_000 })
      .toBe('idle');
  }

  /** What makes the map finer after its first picture has been drawn too. */
  async mapIsComplete(): Promise<void> {
    const marked = () =>
      this.page.evaluate(() => performance.getEntriesByName('map-complete').length);
    await expect.poll(marked, { ...often, timeout: 60_000 }).toBe(1);
    await this.mapIsIdle();
  }

  /** Holds back what the page asks for at such addresses; the function returned lets it through. */
  async holdBack(addresses: RegExp): Promise<() => void> {
    return holdBack(this.page, addresses);
  }

  /** The story rests at a step: position, current card. */
  async isAt(step: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(placeInStory), often)
      .toEqual({ position: `${stepIndex(step)}.000`, current: [step] });
  }

  /** The address names the step. */
  async addressIs(step: string): Promise<void> {
    await expect.poll(() => new URL(this.page.url()).hash, often).toBe(`#${step}`);
  }

  async position(): Promise<number> {
    return Number(await this.stage.getAttribute('data-position'));
  }

  card(step: string): Locator {
    return this.page.locator(`[data-step="${step}"]`);
  }

  /** Brings a step's card to where it is read, as find-in-page does. */
  async find(step: string): Promise<void> {
    await this.isPainted();
    await this.card(step).evaluate((card) => card.scrollIntoView({ behavior: 'instant' }));
    await this.isAt(step);
  }

  /** Rests the pointer on the text, where it hovers nothing of the map. */
  async pointAtText(): Promise<void> {
    const { width, height } = this.page.viewportSize()!;
    const beside = await this.textStandsBeside();
    await this.page.mouse.move(
      beside ? width * 0.15 : width * 0.5,
      beside ? height * 0.5 : height * 0.8
    );
  }

  /** A point of the map that no text covers, px in the window. */
  async freePoint(): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = await this.freePart();
    return { x: x + width * 0.9, y: y + height * 0.93 };
  }

  async textStandsBeside(): Promise<boolean> {
    const [stage, card] = [
      await this.stage.boundingBox(),
      await this.page.locator('[data-step]').first().boundingBox()
    ];
    return card!.width < 0.75 * stage!.width;
  }

  /** The part of the map that text, caption and controls leave free, px in the window. */
  async freePart(): Promise<{ x: number; y: number; width: number; height: number }> {
    const beside = await this.textStandsBeside();
    return this.stage.evaluate((stage, besideText) => {
      const { left, top, right, bottom } = stage.getBoundingClientRect();
      const card = document.querySelector('[data-step]')!.getBoundingClientRect();
      const caption = stage.querySelector('.caption')!.getBoundingClientRect();
      const x = Math.ceil(besideText ? card.right + 1 : left);
      const tools = stage.querySelector('.tools')!.getBoundingClientRect();
      // The progress bar lies along the upper edge, or the controls do.
      const y = Math.ceil(besideText ? tools.bottom : top) + 4;
      return {
        x,
        y,
        width: Math.floor(right) - x,
        height: Math.floor(Math.min(bottom, caption.top)) - y
      };
    }, beside);
  }

  /** The names on the map and where they stand. */
  async labels(): Promise<SeenMark[]> {
    return this.stage.locator('svg text').evaluateAll((texts) =>
      texts
        .map((text) => {
          const { x, y } = text.getBoundingClientRect();
          const round = (value: number) => Math.round(value * 10) / 10;
          return { name: text.textContent, x: round(x), y: round(y) };
        })
        .sort((a, b) => a.name.localeCompare(b.name) || a.x - b.x)
    );
  }

  /** The badges of events on the map and where they stand. */
  async badges(): Promise<SeenMark[]> {
    return this.badge(/^.+, \w+: /).evaluateAll((buttons) =>
      buttons
        .map((button) => {
          const { x, y } = button.getBoundingClientRect();
          const round = (value: number) => Math.round(value * 10) / 10;
          return { name: button.getAttribute('aria-label')!, x: round(x), y: round(y) };
        })
        .sort((a, b) => a.name.localeCompare(b.name))
    );
  }

  badge(name: RegExp): Locator {
    return this.stage.getByRole('button', { name });
  }

  /** The names and badges once the story rests, whether or not the map behind them is drawn. */
  async seenMarks(): Promise<SeenMarks> {
    await this.pointAtText();
    await this.scrollRests();
    return {
      position: (await this.stage.getAttribute('data-position'))!,
      labels: await this.labels(),
      badges: await this.badges()
    };
  }

  /** Everything seen of the map once it rests. */
  async seen(): Promise<SeenMap> {
    await this.pointAtText();
    // A picture taken while the page scrolls is of another part of it.
    await this.scrollRests();
    await this.mapIsComplete();
    const marks = await this.seenMarks();
    return { ...marks, picture: await this.page.screenshot({ clip: await this.freePart() }) };
  }

  /** The map shows now what it showed then: same position, same names in the same places, same picture. */
  async seesAgain(then: SeenMap): Promise<void> {
    await expect(this.stage).toHaveAttribute('data-position', then.position);
    const now = await this.seen();
    expect(now.labels).toEqual(then.labels);
    expect(now.badges).toEqual(then.badges);
    const difference = await pictureDifference(then.picture, now.picture);
    if (difference >= pictureTolerance) {
      for (const [name, { picture }] of Object.entries({ then, now })) {
        await test.info().attach(name, { body: picture, contentType: 'image/png' });
      }
    }
    expect(difference, 'share of the map’s pixels that differ').toBeLessThan(pictureTolerance);
  }

  /** Presses a key and waits until the story rests at a step. */
  async pressTo(key: string, step: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.isAt(step);
    await this.scrollRests();
  }

  /** The page has stopped scrolling. */
  async scrollRests(): Promise<void> {
    await expect.poll(() => this.page.evaluate(scrollStands), often).toBe(true);
  }

  /** Turns the wheel by `px` and waits for the next picture of the page. */
  async wheel(px: number): Promise<void> {
    await this.page.mouse.wheel(0, px);
    await this.nextFrame();
  }

  /** Turns the wheel by small steps until the position has reached `goal`. */
  async wheelUntil(goal: number, px: number): Promise<void> {
    const reached = (position: number) => (px > 0 ? position >= goal : position <= goal);
    for (let turns = 0; !reached(await this.position()); turns++) {
      expect(turns, `turns of the wheel towards ${goal}`).toBeLessThan(1000);
      await this.wheel(px);
    }
  }

  /** Waits until the page has drawn what it was told so far. */
  async nextFrame(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        )
    );
  }

  /** The layout fits the window's new size. */
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await expect
      .poll(async () => Math.round((await this.stage.boundingBox())!.width), often)
      .toBeGreaterThan(width - 40);
    await this.nextFrame();
  }
}
