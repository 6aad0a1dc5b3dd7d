import { steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
];

/** How far, px, the box of a line of text reaches beyond its letters. */
const slackPx = 3;

for (const { width, height } of sizes) {
  test(`at ${width}×${height} nothing stands over the names and badges of any step`, async ({
    page,
    reading
  }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await reading.openText();
    const covered: string[] = [];
    for (const { id } of steps) {
      await reading.find(id);
      await reading.nextFrame();
      covered.push(...(await coveredMarks(reading, id)));
    }
    expect(covered).toEqual([]);
  });
}

/** The names of places and arcs and the badges that text, caption or controls cover, or that the stage cuts. */
async function coveredMarks(reading: Reading, step: string): Promise<string[]> {
  return reading.stage.evaluate(
    (stage, { step, slackPx }) => {
      const overlap = (a: DOMRect, b: DOMRect, slack: number) =>
        a.left + slack < b.right &&
        b.left + slack < a.right &&
        a.top + slack < b.bottom &&
        b.top + slack < a.bottom;
      const seen = (element: Element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
      };
      const plate = stage.getBoundingClientRect();
      const marks = [
        ...[...stage.querySelectorAll('svg text.place, svg text.arc')].map((text) => ({
          name: text.textContent,
          box: text.getBoundingClientRect(),
          slack: slackPx
        })),
        ...[...stage.querySelectorAll('button[aria-expanded]')].map((badge) => ({
          name: badge.getAttribute('aria-label')!,
          box: badge.getBoundingClientRect(),
          slack: 2
        }))
      ].filter(({ box }) => overlap(box, plate, 0));
      const covers = [
        ...document.querySelectorAll('[data-step], header, .caption, .tools button, .small')
      ].filter(seen);
      return marks.flatMap(({ name, box, slack }) => {
        const over = covers.find((cover) => overlap(box, cover.getBoundingClientRect(), slack));
        const cut =
          box.left + slack < plate.left ||
          box.right - slack > plate.right ||
          box.top + slack < plate.top;
        if (!over && !cut) return [];
        const what = over
          ? `under ${over.getAttribute('data-step') ?? over.className}`
          : 'cut by the edge';
        return [`${step}: “${name}” ${what}`];
      });
    },
    { step, slackPx }
  );
}
