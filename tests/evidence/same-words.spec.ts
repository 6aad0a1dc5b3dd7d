import { atEachStep } from '../browser/at-each-step.ts';
import { events, steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { onTimeline, tellingStep } from './evidence.ts';

test.use({ savesData: true });

/** What a step's badges and its text twin say. Runs in the page. */
function wordsAt(card: HTMLElement) {
  return {
    badges: [...document.querySelectorAll('[data-map] button[aria-expanded][aria-label]')].map(
      (badge) => badge.getAttribute('aria-label')!
    ),
    twins: [...card.querySelectorAll<HTMLElement>('[data-event]')].map((twin) => ({
      id: twin.dataset['event']!,
      kind: twin.dataset['kind'],
      certainty: twin.dataset['certainty'],
      text: twin.textContent.trim(),
      link: twin.querySelector('a')?.getAttribute('href')
    }))
  };
}

test('badge, text twin and timeline describe every event in the same words', async ({
  page,
  reading
}) => {
  await reading.openText();
  const named = await onTimeline(reading);
  expect(named).toHaveLength(events.length);
  const ids = steps.map(({ id }) => id);
  const told = await atEachStep(page, ids, wordsAt, null);

  const sentences = new Map<string, string>();
  for (const { id, certainty, actors, kind } of events) {
    const { badges, twins } = told[ids.indexOf(tellingStep(id!))]!;
    const twin = twins.find((twin) => twin.id === id)!;
    expect(twin).toMatchObject({ kind, certainty });
    const [, sentence] = /^(.+)\. New in this passage\./.exec(twin.text)!;
    expect(sentence).toContain(`, ${certainty}: ${actors!.replace(/;\s*/g, '; ')}, `);
    expect(named.filter((name) => name === sentence)).toHaveLength(1);
    expect(badges.filter((name) => name === sentence)).toHaveLength(1);
    sentences.set(id!, sentence!);
  }
  expect(new Set(sentences.values()).size).toBe(events.length);

  // Where a passage keeps an event of another, the words are those again, with the way to where it is told.
  let kept = 0;
  for (const [index, { twins }] of told.entries()) {
    for (const { id, text, link } of twins) {
      expect(text.startsWith(`${sentences.get(id)}.`), `${id} in ${ids[index]}`).toBe(true);
      if (text.includes('New in this passage.')) continue;
      kept += 1;
      expect(link).toBe(`#${tellingStep(id)}`);
    }
  }
  expect(kept).toBeGreaterThan(50);
});
