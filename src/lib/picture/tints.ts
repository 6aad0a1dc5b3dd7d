import { memoize } from '../cache.ts';
import { markedIn, withParts } from '../story/marked-in.ts';
import type { Step, Story } from '../story/story.ts';

export type Tint = 'first' | 'second' | 'other';

/** A country in the tint that a step marks it with. */
export interface Highlight {
  readonly code: string;
  readonly tint: Tint;
}

/** The tints of a story's countries. */
interface StoryTints {
  /** By code, the tint that a country has where it is marked by itself; of one that never is, its group's. */
  readonly own: ReadonlyMap<string, Tint>;
  /**
   * The countries on the map of a step, by code, with those that are parts of one that it marks. All members of a group
   * that it marks have the group's tint. What is marked alike in two steps is the same object.
   */
  in(step: Step): readonly Highlight[];
}

/**
 * The two countries or groups that most steps mark have a tint each; of equals the one marked earlier comes first. A
 * group counts as one.
 */
export const storyTints = memoize((story: Story): StoryTints => {
  const counts = new Map<string, number>();
  const members = new Map<string, readonly string[]>();
  for (const step of story.steps) {
    const { groups, alone } = markedIn(story, step);
    for (const group of groups) members.set(group.id, group.members);
    for (const id of [...alone, ...groups.map((group) => group.id)])
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  const tintOf = (id: string): Tint =>
    id === ranked[0] ? 'first' : id === ranked[1] ? 'second' : 'other';
  const own = new Map<string, Tint>();
  for (const id of ranked) {
    for (const code of members.get(id) ?? [])
      if (!counts.has(code) && !own.has(code)) own.set(code, tintOf(id));
    if (!members.has(id)) own.set(id, tintOf(id));
  }

  const highlights = new Map<string, Highlight>();
  const highlight = (code: string, tint: Tint): Highlight => {
    const key = `${code} ${tint}`;
    const known = highlights.get(key) ?? { code, tint };
    highlights.set(key, known);
    return known;
  };
  return {
    own,
    in(step) {
      const { groups, alone } = markedIn(story, step);
      const tints = new Map<string, Tint>(alone.map((code) => [code, tintOf(code)]));
      for (const { id, members } of groups)
        for (const code of members) if (!tints.has(code)) tints.set(code, tintOf(id));
      for (const [whole, tint] of [...tints])
        for (const code of withParts(story.geography, [whole]))
          if (!tints.has(code)) tints.set(code, tint);
      return [...tints]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, tint]) => highlight(code, tint));
    }
  };
});
