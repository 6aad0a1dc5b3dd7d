import { gzipSync } from 'node:zlib';
import { events, eventsOnMap, eventsShown, steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { inTwin, tellingStep } from './evidence.ts';

const start = (id: string) => events.find((event) => event.id === id)!.start!;

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('each step lists all that is on its map, in order of date', async ({ page, reading }) => {
    await page.goto(storyPath);
    for (const [index, { id }] of steps.entries()) {
      const told = await inTwin(reading, id);
      expect(new Set(told), id).toEqual(eventsOnMap[index]);
      expect(told.map(start), id).toEqual(told.map(start).sort());
      const shown = reading.card(id).locator('[data-event]', { hasText: 'New in this passage.' });
      await expect(shown, id).toHaveCount(eventsShown[index]!.length);
    }
  });

  test('a step’s own events are described in full, the others with the way there', async ({
    page,
    reading
  }) => {
    await page.goto(storyPath);
    const card = reading.card('journey-denied');
    await expect(card.locator('summary')).toContainText('On the map: 12 events');
    await card.locator('summary').click();
    const own = card.locator('[data-event="soleimani-moscow"]');
    for (const words of [
      'Visit, disputed: Qasem Soleimani, Tehran to Moscow, July 2015.',
      'Russian officials deny that he came',
      'Disputed. Reported, and denied by a named party.',
      'Sources:'
    ]) {
      await expect(own).toContainText(words);
    }
    const unknown = reading.card('deliveries').locator('[data-event="s300-transfer"]');
    await expect(unknown).toContainText('Not known: Drawn between the two capitals');

    const kept = card.locator('[data-event="velayati-moscow"]');
    await expect(kept).toContainText('Fainter; introduced earlier in');
    await kept.getByRole('link').click();
    await expect(reading.card(tellingStep('velayati-moscow'))).toBeInViewport();
    // A passage may show what is told only further on.
    await expect(reading.card('year-lines').locator('[data-event="shoigu-tehran"]')).toContainText(
      'introduced later in'
    );
  });
});

test('the prerendered page stays light, its picture aside', async ({ request }) => {
  const html = await (await request.get(storyPath)).text();
  const words = html.replace(/<g id="opening-ground">.*?<\/g>/s, '');
  expect(words.length).toBeLessThan(html.length);
  expect(gzipSync(words).length).toBeLessThan(80_000);
});

test.describe('with text and names alone', () => {
  test.use({ savesData: true });

  test('a screen reader hears of a step’s map once the story rests, in the same words', async ({
    page,
    reading
  }) => {
    await reading.openText('shoigu');
    const status = reading.stage.getByRole('status');
    await expect(status).toContainText(
      'On the map: Visit, confirmed: Sergei Shoigu, Moscow to Tehran, 20 January 2015.'
    );
    const heard = await status.evaluateHandle((region) => {
      const texts: string[] = [];
      new MutationObserver(() => texts.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true
      });
      return texts;
    });
    // Past many passages at once, as a fast scroll goes.
    await page.evaluate(
      (ids) => {
        for (const id of ids) {
          document.getElementById(id)!.scrollIntoView({ behavior: 'instant' });
          dispatchEvent(new Event('scroll'));
        }
      },
      steps.slice(9, 15).map(({ id }) => id)
    );
    await reading.isAt(steps[14]!.id);
    await expect(status).toContainText('Visit, disputed: Qasem Soleimani');
    await expect(status).toContainText('Fainter, from other passages: 10 events.');
    const texts = await heard.evaluate((all) => all);
    expect(new Set(texts)).toEqual(new Set([await status.textContent()]));
  });
});
