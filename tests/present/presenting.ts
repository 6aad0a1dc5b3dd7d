import type { Locator, Page } from '@playwright/test';
import { storyPath, stepIndex, steps } from '../story-facts.ts';
import { expect, test as base } from '../story-test.ts';

export { expect };

export const presentPath = `${storyPath}present/`;
export const speakerPath = `${presentPath}speaker/`;

/** What stands on a screen: the step's question, all of it, or the story's end. */
export type Face = 'question' | 'whole' | 'end';

/** One window of a presentation: the screen or the speaker's. */
export class PresentWindow {
  readonly page: Page;
  readonly stage: Locator;
  /** What the class reads; only on the screen. */
  readonly text: Locator;
  readonly blackness: Locator;
  readonly overview: Locator;
  readonly goTo: Locator;
  readonly help: Locator;

  constructor(page: Page) {
    this.page = page;
    this.stage = page.locator('[data-map]');
    this.text = page.locator('[aria-current="step"]');
    this.blackness = page.getByRole('button', { name: 'Black screen: ' });
    this.overview = page.getByRole('dialog', { name: 'Overview' });
    this.goTo = page.getByRole('dialog', { name: 'Go to a step' });
    this.help = page.getByRole('dialog', { name: 'Presenting' });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  /** The page's script has taken over: it gives the screen the keys. */
  async ready(): Promise<void> {
    await this.hasKeys();
  }

  async mapIsIdle(): Promise<void> {
    await expect(this.stage).toHaveAttribute('data-map', 'idle', { timeout: 60_000 });
  }

  /** The window rests at a step. */
  async isAt(step: string): Promise<void> {
    await this.#comesTo(step, null);
  }

  /** The screen rests at a step with a face. */
  async shows(step: string, face: Face): Promise<void> {
    await this.#comesTo(step, face);
  }

  async #comesTo(step: string, face: Face | null): Promise<void> {
    const place = () =>
      this.page.evaluate(() => ({
        position: document.querySelector<HTMLElement>('[data-map]')?.dataset['position'],
        steps: [...document.querySelectorAll<HTMLElement>('[data-step]')].map(
          ({ dataset }) => dataset['step']
        ),
        face: document.querySelector<HTMLElement>('[aria-current="step"]')?.dataset['face'] ?? null
      }));
    const position = `${stepIndex(step)}.000`;
    await expect
      .poll(place, { intervals: [50] })
      .toMatchObject({ position, steps: [step], ...(face !== null && { face }) });
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** The events on the map, by the names of their badges. */
  async events(): Promise<string[]> {
    return this.stage
      .getByRole('button', { name: /^.+, \w+: / })
      .evaluateAll((badges) => badges.map((badge) => badge.getAttribute('aria-label')!).sort());
  }

  async names(): Promise<string[]> {
    return this.stage.locator('svg.labels text').allTextContents();
  }

  /** The keys are the screen's: nothing that takes them for itself has the focus. */
  async hasKeys(): Promise<void> {
    await expect(this.page.locator('main')).toBeFocused();
  }

  async addressIs(step: string): Promise<void> {
    await expect.poll(() => new URL(this.page.url()).hash).toBe(`#${step}`);
  }
}

/** The story's stops with its questions asked, in order, as `[step, face]`. */
export function stopsOf(
  asks: ReadonlySet<string>
): readonly (readonly [step: string, face: Face])[] {
  return [
    ...steps.flatMap(({ id }): [string, Face][] => [
      ...(asks.has(id) ? [[id, 'question'] as [string, Face]] : []),
      [id, 'whole']
    ]),
    [steps.at(-1)!.id, 'end']
  ];
}

interface PresentFixtures {
  /** The window that the class sees. */
  readonly projector: PresentWindow;
  /** Opens another window in the same browser. */
  readonly another: (path: string) => Promise<PresentWindow>;
}

/**
 * A test of presenting, to a reader who saves data: the map stays a picture with names and badges, unless the test says
 * otherwise.
 */
export const test = base.extend<PresentFixtures>({
  savesData: true,
  projector: async ({ page }, use) => use(new PresentWindow(page)),
  another: async ({ context, viewport }, use) => {
    await use(async (path) => {
      const page = await context.newPage();
      if (viewport) await page.setViewportSize(viewport);
      const opened = new PresentWindow(page);
      await opened.open(path);
      return opened;
    });
  }
});
