import { events, steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { onTimeline, tellingStep } from './evidence.ts';

test.use({ slowLine: true });

test('badge, text twin and timeline tell every event in the same words', async ({ reading }) => {
  await reading.openText();
  const named = await onTimeline(reading);
  expect(named).toHaveLength(events.length);

  const sentences = new Map<string, string>();
  for (const { id, certainty, actors, kind } of events) {
    const step = tellingStep(id!);
    await reading.find(step);
    const twin = reading.card(step).locator(`[data-event="${id}"]`);
    await expect(twin).toHaveAttribute('data-kind', kind!);
    await expect(twin).toHaveAttribute('data-certainty', certainty!);
    const [, sentence] = /^(.+)\. Told here\./.exec((await twin.textContent())!.trim())!;
    expect(sentence).toContain(`, ${certainty}: ${actors!.replace(/;\s*/g, '; ')}, `);
    expect(named.filter((name) => name === sentence)).toHaveLength(1);
    const badges = (await reading.badges()).map(({ name }) => name);
    expect(badges.filter((name) => name === sentence)).toHaveLength(1);
    sentences.set(id!, sentence!);
  }
  expect(new Set(sentences.values()).size).toBe(events.length);

  // Where a passage keeps an event of another, the words are those again, with the way to where it is told.
  let kept = 0;
  for (const { id } of steps) {
    for (const twin of await reading.card(id).locator('[data-event]').all()) {
      const event = (await twin.getAttribute('data-event'))!;
      const text = (await twin.textContent())!.trim();
      expect(text.startsWith(`${sentences.get(event)}.`), `${event} in ${id}`).toBe(true);
      if (text.includes('Told here.')) continue;
      kept += 1;
      const told = tellingStep(event);
      await expect(twin.locator('a')).toHaveAttribute('href', `#${told}`);
    }
  }
  expect(kept).toBeGreaterThan(50);
});
