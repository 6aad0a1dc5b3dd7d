import type { EventKind, StoryEvent } from './story.ts';

/** The kinds of some events, each once, by hue and name. */
export function kindsOf(events: readonly Pick<StoryEvent, 'kind'>[]): EventKind[] {
  const kinds = new Map(events.map(({ kind }) => [kind.id, kind]));
  return [...kinds.values()].sort((a, b) => a.hue - b.hue || (a.name < b.name ? -1 : 1));
}
