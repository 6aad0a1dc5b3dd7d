import { mostInOnePart, storyParts } from '../story/story-parts.ts';
import type { Story } from '../story/story.ts';
import type { Report } from './fault.ts';

/** How many events of its own a step's map and its words have at most, and how many of other steps. */
const mostOnMap = { shown: 300, kept: 150 };

/** The events of a step's own that its map has: all, or as many as it has room for, evenly out of the author's list. */
export function thinShown(shown: readonly string[]): {
  readonly show: readonly string[];
  readonly unmapped: readonly string[];
} {
  const most = mostOnMap.shown;
  if (shown.length <= most) return { show: shown, unmapped: [] };
  const show = new Set(
    Array.from({ length: most }, (_, i) => shown[Math.floor((i * shown.length) / most)]!)
  );
  return { show: [...show], unmapped: shown.filter((id) => !show.has(id)) };
}

/** The events of other steps that a step's map has: all, or the last of them. */
export function thinKept(kept: readonly string[]): readonly string[] {
  return kept.slice(-mostOnMap.kept);
}

/** Warns of the steps whose maps leave events out, and of a story that is told in parts. */
export function warnOfSize(
  story: Story,
  kept: readonly number[],
  lines: readonly number[],
  warn: Report
): void {
  const file = 'story.md';
  story.steps.forEach(({ id, show, unmapped }, i) => {
    const subject = { file, line: lines[i]!, where: `map of step "${id}"` };
    if (unmapped) {
      const expected = `at most ${mostOnMap.shown} events in show: the map and its words have that many of them, the table has all`;
      warn({ ...subject, expected, got: String(show.length + unmapped.length) });
    }
    if (kept[i]! > mostOnMap.kept) {
      const expected = `at most ${mostOnMap.kept} events in keep: the map has the last of them`;
      warn({ ...subject, expected, got: String(kept[i]!) });
    }
  });
  const { length } = storyParts(story);
  if (length === 1) return;
  const expected = `a story of at most ${mostInOnePart.steps} passages and ${mostInOnePart.events} events is told on one page; a longer one in parts, each with one card for all its passages, and only the first passage of each section has an embed and a tactile sheet of its own`;
  const got = `${story.steps.length} passages, ${length} parts`;
  warn({ file, line: 1, where: '', expected, got });
}
