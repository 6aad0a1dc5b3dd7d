import { steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

test.use({ slowLine: true });

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
      const plate = stage.getBoundingClientRect();
      const marks = [
        ...[...stage.querySelectorAll('svg text.place, svg text.arc')].map((text) => ({
          name: text.textContent,
          box: text.getBoundingClientRect()
        })),
        ...[...stage.querySelectorAll('button[aria-expanded]')].map((badge) => ({
          name: badge.getAttribute('aria-label')!,
          box: badge.getBoundingClientRect()
        }))
      ];
      return marks.flatMap(({ name, box }) => {
        const [left, right] = [box.left + slackPx, box.right - slackPx];
        const [top, bottom] = [box.top + slackPx, box.bottom - slackPx];
        if (right < plate.left || left > plate.right || bottom < plate.top || top > plate.bottom)
          return [];
        for (const x of [left, (left + right) / 2, right]) {
          for (const y of [top, (top + bottom) / 2, bottom]) {
            const hit = document.elementFromPoint(x, y);
            const cover = hit?.closest('[data-step], header, .caption, .tools, .small');
            if (hit !== null && stage.contains(hit) && !cover) continue;
            const what = cover
              ? `under ${cover.getAttribute('data-step') ?? cover.className}`
              : 'cut by an edge';
            return [`${step}: “${name}” ${what}`];
          }
        }
        return [];
      });
    },
    { step, slackPx }
  );
}
