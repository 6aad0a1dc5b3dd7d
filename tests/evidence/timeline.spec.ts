import { events, eventsShown, stepIndex, steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';
import { onTimeline, tellingStep, timeline } from './evidence.ts';

test.use({ savesData: true });

/** The words that stand over the timeline for what is pointed at or has the focus. */
const name = (reading: Reading) => reading.stage.locator('.timeline .name');
const focusedName = (reading: Reading) =>
  reading.page.evaluate(() => document.activeElement!.textContent.trim());

test('it has every event in order of date, each leading to its passage', async ({ reading }) => {
  await reading.openText();
  await expect(timeline(reading).first()).toBeAttached();
  const told = [...events]
    .sort((a, b) => (a.start! < b.start! ? -1 : a.start! > b.start! ? 1 : 0))
    .map(({ id }) => `#${tellingStep(id!)}`);
  expect(
    await timeline(reading).evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  ).toEqual(told);
  const list = reading.stage.getByRole('list', { name: /^Timeline/ });
  await expect(list).toHaveAccessibleName(/as of October 2015/);
  await expect(list.getByRole('listitem')).toHaveCount(events.length);
});

test('by keyboard: one stop, arrows from event to event, Enter to its passage', async ({
  page,
  reading
}) => {
  await reading.openText('shoigu');
  const all = await onTimeline(reading);
  const stops = timeline(reading).and(page.locator('[tabindex="0"]'));
  await expect(stops).toHaveCount(1);
  await expect(stops).toHaveText(/Sergei Shoigu/);
  await stops.focus();
  await expect(name(reading)).toContainText(/Visit, confirmed: Sergei Shoigu.*From “/s);

  const from = all.findIndex((text) => text.includes('Sergei Shoigu'));
  // Three events of one day, one after the other.
  for (const further of [1, 2]) {
    await page.keyboard.press('ArrowRight');
    expect(await focusedName(reading)).toBe(all[from + further]);
    await expect(name(reading)).toContainText(`${all[from + further]}.`);
    expect(all[from + further]).toContain('20 January 2015');
  }
  await page.keyboard.press('ArrowLeft');
  expect(await focusedName(reading)).toBe(all[from + 1]);
  await page.keyboard.press('End');
  expect(await focusedName(reading)).toBe(all.at(-1));
  await page.keyboard.press('ArrowRight');
  expect(await focusedName(reading)).toBe(all.at(-1));
  await page.keyboard.press('Home');
  expect(await focusedName(reading)).toBe(all[0]);
  await expect(stops).toHaveCount(1);
  // The story has stayed where it was.
  await reading.isAt('shoigu');

  await page.keyboard.press('Escape');
  await expect(name(reading)).toBeHidden();
  await page.keyboard.press('ArrowRight');
  expect(await focusedName(reading)).toBe(all[1]);
  await page.keyboard.press('Enter');
  await reading.isAt(tellingStep('ukraine-break'));
  await reading.addressIs(tellingStep('ukraine-break'));
  // Now the arrows move the story again.
  await reading.pressTo('ArrowRight', steps[stepIndex(tellingStep('ukraine-break')) + 1]!.id);
});

test('what is in the passage is highlighted, for a screen reader too', async ({ reading }) => {
  for (const step of ['port-calls', 'journey-denied']) {
    await (step === 'port-calls' ? reading.openText(step) : reading.find(step));
    await expect(timeline(reading).first()).toBeAttached();
    const shown = eventsShown[stepIndex(step)]!;
    await expect(reading.stage.locator('.timeline svg .lit')).toHaveCount(shown.length);
    await expect(reading.stage.locator('.timeline a[aria-describedby]')).toHaveCount(shown.length);
    await expect(
      reading.stage.locator('.timeline a[aria-describedby]').first()
    ).toHaveAccessibleDescription('In this passage');
  }
});

for (const [width, height] of [
  [960, 600],
  [320, 568]
] as const) {
  test(`at ${width}×${height} every event can be pointed at, and chosen`, async ({
    page,
    reading
  }) => {
    await page.setViewportSize({ width, height });
    await reading.openText('shoigu');
    const all = await onTimeline(reading);
    const lines = await reading.stage.locator('.timeline svg g line').evaluateAll((drawn) =>
      drawn.map((line) => {
        const { x, y } = line.closest('svg')!.getBoundingClientRect();
        const at = (name: string) => Number(line.getAttribute(name));
        const upright = at('y1') !== at('y2');
        // A day at its top, all else at its middle.
        return {
          x: x + (upright ? at('x2') : (at('x1') + at('x2')) / 2),
          y: y + at('y2')
        };
      })
    );
    expect(lines).toHaveLength(all.length);
    for (const [i, { x, y }] of lines.entries()) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      await page.mouse.move(x, y);
      await expect(name(reading)).toContainText(`${all[i]}.`);
      const box = (await name(reading).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    await reading.pointAtText();
    await expect(name(reading)).toBeHidden();

    const chosen = all.findIndex((text) => text.includes('Islamic Republic of Iran Navy'));
    await page.mouse.click(lines[chosen]!.x, lines[chosen]!.y);
    await reading.isAt('port-calls');
    await reading.addressIs('port-calls');
  });
}
