import type { Locator } from '@playwright/test';
import { events, eventsOnMap, eventsShown, stepIndex, steps } from '../story-facts.ts';
import { expect, type Reading } from '../story-test.ts';

/** The links of the timeline, in order of date. */
export function timeline(reading: Reading): Locator {
  return reading.stage.getByRole('list', { name: /^Timeline/ }).getByRole('link');
}

/** The names of the timeline's links. */
export async function onTimeline(reading: Reading): Promise<string[]> {
  await expect(timeline(reading).first()).toBeAttached();
  return (await timeline(reading).allInnerTexts()).map((text) => text.trim());
}

/** The ids of the events that a step's text twin lists, in its order. */
export async function inTwin(reading: Reading, step: string): Promise<string[]> {
  return reading
    .card(step)
    .locator('[data-event]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-event')!));
}

/** The ids of the events on the map at a step that the author calls one of these, in the order of events.csv. */
export function writtenOnMap(step: string, ...certainties: readonly string[]): string[] {
  const onMap = eventsOnMap[stepIndex(step)]!;
  return events
    .filter(({ id, certainty }) => onMap.has(id!) && certainties.includes(certainty!))
    .map(({ id }) => id!);
}

/** The first step that shows an event, by the author's own words. */
export function tellingStep(event: string): string {
  const index = eventsShown.findIndex((shown) => shown.includes(event));
  if (index < 0) throw new Error(`expected a step that shows "${event}"`);
  return steps[index]!.id;
}

/** Opens what the "Key" button opens. */
export async function openKey(reading: Reading): Promise<Locator> {
  await reading.page.getByRole('button', { name: 'Key' }).click();
  const key = reading.page.locator('#map-key');
  await expect(key).toBeVisible();
  return key;
}
