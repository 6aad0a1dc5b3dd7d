import type { Page } from '@playwright/test';
import { stepIndex } from '../story-facts.ts';

/**
 * Brings steps to where they are read, one after the other, and gives what `look` finds at each of them once the story
 * rests there and has been drawn: all of it within the page, where the driver would need a dozen messages a step.
 * `look` runs there too, and sees nothing but its arguments.
 *
 * @throws Error naming the step at which the story does not come to rest
 */
export function atEachStep<Seen, Given>(
  page: Page,
  ids: readonly string[],
  look: (card: HTMLElement, given: Given) => Seen | Promise<Seen>,
  given: Given
): Promise<Seen[]> {
  const stops = ids.map((id) => [id, `${stepIndex(id)}.000`] as const);
  return page.evaluate(`(${walk})(${JSON.stringify(stops)}, ${look}, ${JSON.stringify(given)})`);
}

async function walk(
  stops: readonly (readonly [id: string, position: string])[],
  look: (card: HTMLElement, given: unknown) => unknown,
  given: unknown
): Promise<unknown[]> {
  const patience = 600;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const stage = document.querySelector<HTMLElement>('[data-map]')!;
  const seen: unknown[] = [];
  for (const [id, position] of stops) {
    const card = document.querySelector<HTMLElement>(`[data-step="${id}"]`)!;
    const rests = () =>
      stage.dataset['position'] === position && card.getAttribute('aria-current') === 'step';
    card.scrollIntoView({ behavior: 'instant' });
    for (let frames = 0; !rests(); frames++) {
      if (frames === patience) {
        throw new Error(
          `step "${id}": expected to rest at ${position}, got ${stage.dataset['position']}`
        );
      }
      await frame();
    }
    await frame();
    await frame();
    seen.push(await look(card, given));
  }
  return seen;
}
