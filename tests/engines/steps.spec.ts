import { colourCount } from '../same-picture.ts';
import { steps } from '../story-facts.ts';
import { thorough } from './engine.ts';
import { expect, test } from './engine-test.ts';
import { marksInChromium } from './marks-in-chromium.ts';

/** At every step `npm run test:engines` waits for the map and looks at its pixels; `npm test` at some. */
const drawnSteps = steps.filter((_, i) => thorough || i % 6 === 0);

/** A map has land, sea, borders and lines of several kinds, each with its smoothed edges. */
const leastColours = 40;

test('every step opens by its address, with the same map as in Chromium', async ({ reader }) => {
  test.slow();
  const expected = marksInChromium();
  for (const step of steps) {
    const { id } = step;
    await reader.openText(id);
    await reader.addressIs(id);
    if (drawnSteps.includes(step)) {
      await reader.mapIsIdle();
      expect(await colourCount(await reader.drawing()), id).toBeGreaterThan(leastColours);
    }
    const seen = await reader.marks();
    expect
      .soft(
        seen.map(({ name }) => name),
        id
      )
      .toEqual(expected[id]!.map(({ name }) => name));
    for (const [i, { name, x, y }] of expected[id]!.entries()) {
      const mark = seen[i];
      if (mark?.name !== name) continue;
      const apart = Math.max(Math.abs(mark.x - x), Math.abs(mark.y - y));
      expect.soft(apart, `${id}: ${name}, px from where Chromium has it`).toBeLessThanOrEqual(1);
    }
  }
});
