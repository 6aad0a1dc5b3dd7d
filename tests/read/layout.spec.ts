import { atEachStep } from '../browser/at-each-step.ts';
import { steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true });

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
];

/** How far, px, the box of a line of text reaches beyond its letters. */
const slackPx = 3;

test('nothing stands over the names and badges of any step, whatever the window’s size', async ({
  page,
  reading
}) => {
  await reading.openText();
  for (const { width, height } of sizes) {
    await reading.resize(width, height);
    const found = await atEachStep(
      page,
      steps.map(({ id }) => id),
      coveredMarks,
      slackPx
    );
    expect(found, `${width}×${height}`).toHaveLength(steps.length);
    const looked = found.reduce((sum, { looked }) => sum + looked, 0);
    expect(looked, `${width}×${height}, names and badges`).toBeGreaterThan(3 * steps.length);
    expect(
      found.flatMap(({ covered }) => covered),
      `${width}×${height}`
    ).toEqual([]);
  }
});

/**
 * The names of places and arcs and the badges that text, caption or controls cover, or that the stage cuts, and badges
 * too small to hit; and how many marks were looked at. Runs in the page.
 */
function coveredMarks(card: HTMLElement, slackPx: number) {
  const stage = document.querySelector<HTMLElement>('[data-map]')!;
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
  const covered = marks.flatMap(({ name, box }) => {
    const [left, right] = [box.left + slackPx, box.right - slackPx];
    const [top, bottom] = [box.top + slackPx, box.bottom - slackPx];
    if (right < plate.left || left > plate.right || bottom < plate.top || top > plate.bottom)
      return [];
    for (const x of [left, (left + right) / 2, right]) {
      for (const y of [top, (top + bottom) / 2, bottom]) {
        const hit = document.elementFromPoint(x, y);
        const cover = hit?.closest('[data-step], header, .caption, .tools, .small, .corner');
        if (hit !== null && stage.contains(hit) && !cover) continue;
        const what = cover
          ? `under ${cover.getAttribute('data-step') ?? cover.className}`
          : 'cut by an edge';
        return [`${card.dataset['step']}: “${name}” ${what}`];
      }
    }
    return [];
  });
  // WCAG 2.2, 2.5.8: a target is at least 24 px high and wide, whatever stands beside it.
  const small = [...stage.querySelectorAll<HTMLElement>('button[aria-expanded]')]
    .filter((badge) => Math.min(badge.offsetWidth, badge.offsetHeight) < 24)
    .map((badge) => `${card.dataset['step']}: “${badge.getAttribute('aria-label')}” is small`);
  return { covered: [...covered, ...small], looked: marks.length };
}
