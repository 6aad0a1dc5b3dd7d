import { atEachStep } from '../browser/at-each-step.ts';
import { events, eventsOnMap, sources, steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

const kindNames: Readonly<Record<string, string>> = {
  visit: 'Visit',
  'arms-transfer': 'Arms transfer',
  'port-call': 'Port call',
  deployment: 'Deployment',
  agreement: 'Agreement',
  policy: 'Policy',
  statement: 'Statement',
  economy: 'Trade'
};

/** The kinds that the open key lists and the words of its boxes. Runs in the page. */
function listedInKey() {
  const key = document.querySelector<HTMLElement>('#map-key')!;
  const words = (element: Element) =>
    (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
  return {
    kinds: [...key.querySelectorAll('li')].map(words).sort(),
    certainties: [...key.querySelectorAll('label:has(input[type="checkbox"])')].map((label) =>
      label.textContent.replace(/\s+/g, ' ').trim()
    )
  };
}

async function tellsOfTheDeniedJourney(reading: Reading): Promise<void> {
  await expect(reading.detail).toBeVisible();
  await expect(reading.detail).toContainText('Qasem Soleimani');
  await expect(reading.detail).toContainText('Tehran to Moscow');
  await expect(reading.detail).toContainText('July 2015');
  await expect(reading.detail).toContainText(/Disputed.*denied/);
  await expect(reading.detail).toContainText('Russian officials deny that he came');
  await expect(reading.detail.getByRole('link')).toHaveCount(2);
}

test('an arc is described when the pointer comes within 8 px of it', async ({ page, reading }) => {
  await reading.open('shoigu');
  const badge = (await reading.badge(/^Visit, confirmed: Sergei Shoigu/).boundingBox())!;
  const moscow = (await reading.labels()).find(({ name }) => name === 'Moscow')!;
  expect(moscow.y).toBeLessThan(badge.y);
  // The arc crosses this row, between its badge and Moscow, once and steeply.
  const y = badge.y - 18;
  const middle = badge.x + badge.width / 2;
  const [farPx, stepPx] = [60, 4];
  const met: boolean[] = [];
  for (let dx = -farPx; dx <= farPx; dx += stepPx) {
    await page.mouse.move(middle + dx, y);
    await reading.nextFrame();
    met.push(await reading.detail.isVisible());
  }
  const [first, last] = [met.indexOf(true), met.lastIndexOf(true)];
  expect(first).toBeGreaterThan(0);
  expect(last).toBeLessThan(met.length - 1);
  expect(met.slice(first, last + 1)).not.toContain(false);
  const reachPx = (last - first) * stepPx;
  expect(reachPx).toBeGreaterThanOrEqual(12);
  expect(reachPx).toBeLessThanOrEqual(28);
  await page.mouse.move(middle - farPx + ((first + last) / 2) * stepPx, y);
  await expect(reading.detail).toContainText('Sergei Shoigu');
});

test.describe('with text and names alone', () => {
  test.use({ savesData: true });

  test('a badge is described on hover, on focus and on a click', async ({ page, reading }) => {
    await reading.openText('journey-denied');
    const badge = reading.badge(/^Visit, disputed: Qasem Soleimani/);
    await expect(reading.detail).toBeHidden();

    await badge.hover();
    await tellsOfTheDeniedJourney(reading);
    await reading.pointAtText();
    await expect(reading.detail).toBeHidden();

    await badge.focus();
    await tellsOfTheDeniedJourney(reading);
    await page.keyboard.press('Enter');
    await expect(badge).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(reading.detail).toBeHidden();
    await expect(badge).toBeFocused();
    await expect(badge).toHaveAttribute('aria-expanded', 'false');

    await badge.click();
    await reading.pointAtText();
    await tellsOfTheDeniedJourney(reading);
    await reading.detail.getByRole('link').first().click();
    const source = page.locator(':target');
    await expect(source).toBeInViewport();
    expect(sources.map(({ id }) => `source-${id}`)).toContain(await source.getAttribute('id'));
  });

  test('a detail says what is not known, and goes with its event', async ({ page, reading }) => {
    await reading.openText('port-calls');
    await reading.badge(/Russian Navy/).click();
    await expect(reading.detail).toContainText('Not known: The agreement names no ports');
    await expect(reading.detail).toContainText(/Planned.*not yet done/);
    await reading.detail.getByRole('button', { name: 'Close' }).click();
    await expect(reading.detail).toBeHidden();

    await reading.badge(/Russian Navy/).click();
    await page.keyboard.press('ArrowRight');
    // The way on is cut short.
    await reading.find('old-brakes');
    await expect(reading.detail).toBeHidden();
  });

  test('the key lists the kinds on the map now and no others, and counts each certainty', async ({
    page,
    reading
  }) => {
    await reading.openText();
    await page.getByRole('button', { name: 'Key' }).click();
    const key = page.locator('#map-key');
    await expect(key).toBeVisible();
    await expect(key).toContainText('contested');
    const listed = await atEachStep(
      page,
      steps.map(({ id }) => id),
      listedInKey,
      null
    );
    const kindsSeen = new Set<string>();
    const certainties = ['confirmed', 'reported', 'disputed', 'planned', 'prospective'];
    for (const [index, { id }] of steps.entries()) {
      const onMap = events.filter((event) => eventsOnMap[index]!.has(event.id!));
      const kinds = [...new Set(onMap.map(({ kind }) => kindNames[kind!]!))].sort();
      expect(listed[index]!.kinds, id).toEqual(kinds);
      const count = (rows: readonly { certainty?: string }[], certainty: string) =>
        rows.filter((row) => row.certainty === certainty).length;
      const boxes = certainties.map((certainty) => {
        const name = certainty.charAt(0).toUpperCase() + certainty.slice(1);
        return `${name}, ${count(onMap, certainty)} here, ${count(events, certainty)} in the story`;
      });
      expect(listed[index]!.certainties, id).toEqual(
        boxes.map((name) => expect.stringContaining(name))
      );
      for (const kind of kinds) kindsSeen.add(kind);
    }
    await expect(
      key.getByRole('checkbox', { name: /^Confirmed ?, \d+ here, \d+ in the story/ })
    ).toBeVisible();
    expect(kindsSeen.size).toBe(Object.keys(kindNames).length);
    await page.keyboard.press('Escape');
    await expect(key).toBeHidden();
  });

  test('the legend beside the map says what its signs mean', async ({ reading }) => {
    await reading.openText('journey-denied');
    const legend = reading.stage.locator('.legend');
    for (const name of ['Visit', 'Deployment', 'Confirmed', 'Disputed']) {
      await expect(legend.getByText(name, { exact: true })).toBeVisible();
    }
    await reading.find('moscow-telling');
    await expect(legend.getByText('Disputed')).toBeHidden();
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

    test('a tap on a badge opens its detail, and Close closes it', async ({ reading }) => {
      await reading.openText('journey-denied');
      await reading.badge(/^Visit, disputed: Qasem Soleimani/).tap();
      await tellsOfTheDeniedJourney(reading);
      await reading.detail.getByRole('button', { name: 'Close' }).tap();
      await expect(reading.detail).toBeHidden();
    });
  });
});
