import { resolve } from 'node:path';
import { readStoryFolder, readWorld } from '../../src/cli/read-stories.ts';
import { eventSentence } from '../../src/lib/atlas/describe-picture.ts';
import { overlaps, type Box } from '../../src/lib/frame.ts';
import { labelBox } from '../../src/lib/labels/place-labels.ts';
import { parseStory } from '../../src/lib/parse/parse-story.ts';
import { isStacked, stageFrame } from '../../src/lib/plate/stage-frame.ts';
import { withCertainties, type CertaintyFilter } from '../../src/lib/story/certainty-filter.ts';
import { certainties } from '../../src/lib/story/story.ts';
import { certaintyWords } from '../../src/lib/theme/marks.ts';
import { viewAt } from '../../src/lib/view.ts';
import type { Mark } from './reader.ts';

/** What a reading page has at one moment. */
export interface PageState {
  /** The stage's `data-map`. */
  readonly map: string | null;
  readonly exploring: boolean;
  /** The stage's `data-position`, or less by its `data-opening`: to three decimals. */
  readonly position: number;
  /** The names of the certainties that are ticked in the key. */
  readonly ticked: readonly string[];
  readonly plate: Box;
  readonly opening: Box;
  readonly caption: Box;
  readonly tools: Box;
  /** Empty where it is not shown. */
  readonly legend: Box;
  readonly marks: readonly Mark[];
}

/** How many px a mark may be from where its View has it. */
const tolerancePx = 1;

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../../src/stories/russia-iran-2015')),
  readWorld()
);

/** In what a page’s names and badges differ from those of the View at its position; nothing where they agree. */
export function differenceFromView(state: PageState): readonly string[] {
  // The page’s own position has more decimals than it says; while the map flies, they move a mark by a pixel or two.
  const whole = Number.isInteger(state.position);
  const near = whole ? [0] : [-0.0005, 0, 0.0005];
  const views = near.map((apart) => marksAt(state, state.position + apart));
  const seen = state.marks.map(({ name }) => name);
  const names = views.map((marks) => marks.map(({ name }) => name));
  if (!names.some((list) => list.join('\n') === seen.join('\n'))) {
    const expected = names[0]!;
    return [
      ...expected.filter((name) => !seen.includes(name)).map((name) => `missing: ${name}`),
      ...seen.filter((name) => !expected.includes(name)).map((name) => `not in the View: ${name}`)
    ];
  }
  return state.marks.flatMap(({ name, x, y }, i) => {
    const places = views.flatMap((marks) => (marks[i]?.name === name ? [marks[i]] : []));
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    return isBetween(x, xs) && isBetween(y, ys)
      ? []
      : [`${name}: at ${x}, ${y}, in the View at ${xs.join(' or ')}, ${ys.join(' or ')}`];
  });
}

function isBetween(value: number, values: readonly number[]): boolean {
  return value > Math.min(...values) - tolerancePx && value < Math.max(...values) + tolerancePx;
}

/** The query that an address has where these certainties are ticked. */
export function queryOf(state: PageState): string {
  return withCertainties('', filterOf(state));
}

function filterOf({ ticked }: PageState): CertaintyFilter {
  return new Set(
    certainties.filter((certainty) => ticked.includes(certaintyWords[certainty].name))
  );
}

/** The names and badges of the View at a position in a page’s frame, px of its window. */
function marksAt(state: PageState, position: number): Mark[] {
  const { plate, opening, caption, tools, legend } = state;
  const frame = stageFrame(plate, opening, caption, isStacked(plate, caption) ? [] : [tools]);
  const view = viewAt(story, position, frame, { certainties: filterOf(state) });
  const { width, height, padding } = frame;
  const covered = {
    left: legend.left - plate.left,
    right: legend.right - plate.left,
    top: legend.top - plate.top,
    bottom: legend.bottom - plate.top
  };
  // The legend cuts no name in two.
  const names = view.labels
    .filter((label) => legend.right === legend.left || !overlaps(labelBox(label), covered))
    .map(({ text, x, y }) => ({ name: text, x, y }));
  const badges = [...view.arcs, ...view.markers].flatMap(({ event, badge }) => {
    if (badge === null) return [];
    const [x, y] = badge;
    // Nothing is to be pressed below the text or the caption.
    const shown = x > padding.left && y > 0 && x < width && y < height - padding.bottom;
    return shown ? [{ name: eventSentence(story, event), x, y }] : [];
  });
  return [...names, ...badges]
    .map(({ name, x, y }) => ({ name, x: x + plate.left, y: y + plate.top }))
    .sort(byName);
}

/** The order of marks: by name, then from left to right. */
export function byName(a: Mark, b: Mark): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.x - b.x;
}
