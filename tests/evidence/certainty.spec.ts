import { events, eventsOnMap, stepIndex, steps, storyPath } from '../story-facts.ts';
import { answering } from '../browser/answering.ts';
import { atEachStep } from '../browser/at-each-step.ts';
import { pictureDifference } from '../same-picture.ts';
import { expect, test, type Reading } from '../story-test.ts';
import { inTwin, onTimeline, openKey, writtenOnMap } from './evidence.ts';

const query = (reading: Reading) => new URL(reading.page.url()).search;
const confirmed = events.filter(({ certainty }) => certainty === 'confirmed');

/** What a step tells, all around. Runs in the page. */
function toldAt(card: HTMLElement) {
  const stage = document.querySelector<HTMLElement>('[data-map]')!;
  const words = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ') ?? '';
  const values = (elements: Iterable<Element>, name: string) =>
    [...elements].map((element) => element.getAttribute(name)!).sort();
  return {
    badges: values(stage.querySelectorAll('button[aria-expanded][aria-label]'), 'aria-label'),
    twin: values(card.querySelectorAll('[data-event]'), 'data-event'),
    prose: card.querySelector<HTMLElement>('.prose')!.innerText,
    legend: words(stage.querySelector('.legend')),
    signs: words(stage.querySelector('.legend .certainties')),
    query: location.search
  };
}

test('the live map leaves out what is hidden, stands still for it, and shows it again', async ({
  page,
  reading
}) => {
  await reading.open('velayati');
  const all = await reading.seen();
  const key = await openKey(reading);
  await key.getByRole('button', { name: 'Only confirmed' }).click();
  await page.keyboard.press('Escape');
  const some = await reading.seen();
  expect(await pictureDifference(all.picture, some.picture)).toBeGreaterThan(0.002);
  const moscow = ({ labels }: typeof all) => labels.find(({ name }) => name === 'Moscow');
  expect(moscow(some)).toEqual(moscow(all));
  expect(some.labels.map(({ name }) => name).join()).not.toContain('Velayati');
  expect(some.badges).toEqual(all.badges.filter(({ name }) => name.includes(', confirmed: ')));
  await reading.stage.getByRole('button', { name: 'Show all' }).click();
  await reading.seesAgain(all);
});

test.describe('without a map', () => {
  test.use({ expectedErrors: /Failed to load resource/ });

  test('the note says that the still picture shows all', async ({ page, reading }) => {
    const refused = await answering(page, /\/geo\/world-coarse\.json$/, (route) => route.abort());
    await page.goto(`${storyPath}?certainty=confirmed#velayati`);
    await expect(reading.stage).toHaveAttribute('data-map', 'failed', { timeout: 60_000 });
    await expect(reading.stage.locator('.legend')).toContainText(
      /The still picture shows every event; elsewhere\s+3 of 4 events on the map are hidden/
    );
    expect(refused.length).toBeGreaterThan(0);
  });
});

test.describe('with text and names alone', () => {
  test.use({ savesData: true });

  test('only confirmed: exactly the others go, everywhere at once, in every step', async ({
    page,
    reading
  }) => {
    await reading.openText();
    const ids = steps.map(({ id }) => id);
    const before = await atEachStep(page, ids, toldAt, null);
    const onAxis = await onTimeline(reading);

    const key = await openKey(reading);
    await key.getByRole('button', { name: 'Only confirmed' }).click();
    await page.keyboard.press('Escape');
    expect(query(reading)).toBe('?certainty=confirmed');
    expect(await onTimeline(reading)).toEqual(
      onAxis.filter((name) => name.includes(', confirmed: '))
    );
    expect(await onTimeline(reading)).toHaveLength(confirmed.length);

    const after = await atEachStep(page, ids, toldAt, null);
    for (const [index, id] of ids.entries()) {
      const [then, now] = [before[index]!, after[index]!];
      expect(now.badges, id).toEqual(then.badges.filter((name) => name.includes(', confirmed: ')));
      const left = writtenOnMap(id, 'confirmed');
      expect(now.twin, id).toEqual(left.sort());
      expect(now.prose, id).toBe(then.prose);
      const all = eventsOnMap[index]!.size;
      const hidden = all - left.length;
      if (hidden > 1) {
        expect(now.legend, id).toContain(
          `${hidden} of ${all} events on the map are hidden: only confirmed is shown.`
        );
      }
      expect(now.signs, id).not.toMatch(/Reported|Planned|Prospective/);
      expect(now.query, id).toBe('?certainty=confirmed');
    }
  });

  test('the address keeps the choice: reload, steps, contents, links', async ({
    page,
    reading
  }) => {
    await page.goto(`${storyPath}?certainty=planned,confirmed&a=1#journey-denied`);
    await reading.isAt('journey-denied');
    const left = writtenOnMap('journey-denied', 'confirmed', 'planned').sort();
    const holds = async () => {
      await expect.poll(async () => (await inTwin(reading, 'journey-denied')).sort()).toEqual(left);
      expect(new URLSearchParams(query(reading)).get('certainty')).toMatch(
        /^(confirmed,planned|planned,confirmed)$/
      );
    };
    await holds();
    await reading.pressTo('ArrowRight', steps[stepIndex('journey-denied') + 1]!.id);
    await reading.addressIs(steps[stepIndex('journey-denied') + 1]!.id);
    await holds();
    await page.reload();
    await reading.isAt(steps[stepIndex('journey-denied') + 1]!.id);
    await holds();
    await page.getByRole('button', { name: 'Contents' }).click();
    await page.getByRole('link', { name: steps[3]!.title, exact: true }).first().click();
    await reading.isAt(steps[3]!.id);
    await reading.addressIs(steps[3]!.id);
    await holds();

    const twin = reading.card(steps[14]!.id);
    await twin.locator('summary').click();
    await expect(twin.locator('summary')).toContainText(`${left.length} of 12 events`);
    await expect(twin).toContainText('are hidden: only confirmed and planned are shown.');
    await twin.getByRole('button', { name: 'Show all' }).click();
    await expect(twin.locator('[data-event]')).toHaveCount(12);
    expect(query(reading)).toBe('?a=1');
  });

  test('what is chosen while a link is followed stays', async ({ page, reading }) => {
    await reading.openText();
    await page.evaluate((step) => {
      document.querySelector<HTMLElement>(`#contents a[href="#${step}"]`)!.click();
      const buttons = [...document.querySelectorAll<HTMLElement>('#map-key button')];
      buttons.find(({ textContent }) => textContent.includes('Only confirmed'))!.click();
    }, steps[3]!.id);
    await reading.isAt(steps[3]!.id);
    await reading.addressIs(steps[3]!.id);
    await expect.poll(() => query(reading)).toBe('?certainty=confirmed');
    expect((await inTwin(reading, steps[3]!.id)).sort()).toEqual(
      writtenOnMap(steps[3]!.id, 'confirmed').sort()
    );
  });

  for (const junk of ['?certainty=sure', '?certainty=', '?certainty=%E0%A4%A,<b>']) {
    test(`an address without a valid certainty (${junk}) hides nothing`, async ({
      page,
      reading
    }) => {
      await page.goto(`${storyPath}${junk}#journey-denied`);
      await reading.isAt('journey-denied');
      expect(await onTimeline(reading)).toHaveLength(events.length);
      expect(await inTwin(reading, 'journey-denied')).toHaveLength(12);
      await expect(reading.stage).not.toContainText('hidden');
    });
  }

  test('by keyboard: any set of certainties, but never none', async ({ page, reading }) => {
    await reading.openText('journey-denied');
    const button = page.getByRole('button', { name: 'Key' });
    await button.focus();
    await page.keyboard.press('Enter');
    const box = (name: string) =>
      page.locator('#map-key').getByRole('checkbox', { name: new RegExp(`^${name} `) });
    for (const name of ['Confirmed', 'Reported', 'Planned', 'Prospective']) {
      // Tab leads from one to the next.
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press('Tab');
        if (await box(name).evaluate((element) => element === document.activeElement)) break;
      }
      await expect(box(name)).toBeFocused();
      await page.keyboard.press('Space');
      await expect(box(name)).not.toBeChecked();
    }
    await expect(box('Disputed')).toBeChecked();
    await expect(box('Disputed')).toBeDisabled();
    await expect(page.locator('#map-key')).toContainText('hidden: 7 here, 12 in the story');
    expect(query(reading)).toBe('?certainty=disputed');
    expect(await inTwin(reading, 'journey-denied')).toEqual(['soleimani-moscow']);
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

    test('the key’s panel has the choice, and the map the way back', async ({ page, reading }) => {
      await reading.openText('velayati');
      await page.getByRole('button', { name: 'Key' }).tap();
      await page.locator('#map-key').getByText('Reported', { exact: true }).tap();
      await expect(reading.badge(/, reported: /)).toHaveCount(0);
      await page.getByRole('button', { name: 'Key' }).tap();
      await expect(page.locator('#map-key')).toBeHidden();
      await expect(reading.stage.locator('.filtered .words')).toHaveText(/^1 hidden: only/, {
        useInnerText: true
      });
      await reading.stage.getByRole('button', { name: 'Show all' }).tap();
      await expect(reading.badge(/, reported: /)).toHaveCount(1);
      expect(query(reading)).toBe('');
    });
  });
});
