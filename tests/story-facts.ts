import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { parse } from 'yaml';

/** What the author wrote, read without the project's own parser. */
const folder = new URL('../src/stories/russia-iran-2015/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

const story = read('story.md');

export const storyPath = '/russia-iran-2015/';

/** The steps' ids and titles in reading order. */
export const steps = [...story.matchAll(/^## (.+) \{#([\w-]+)\}$/gm)].map(([, title, id]) => ({
  id: id!,
  title: title!
}));

/** A line of the front matter. */
export function frontMatter(key: string): string {
  const found = new RegExp(`^${key}: (.+)$`, 'm').exec(story);
  if (!found) throw new Error(`story.md: expected "${key}" in the front matter`);
  return found[1]!.replace(/^'|'$/g, '');
}

export const events = csvParse(read('events.csv'));

export const sources = JSON.parse(read('sources.json')) as readonly {
  readonly id: string;
  readonly title: string;
  readonly URL?: string;
}[];

interface MapBlock {
  readonly show?: readonly string[];
  readonly keep?: readonly string[] | 'earlier';
}

const blocks = story
  .split(/^## /m)
  .slice(1)
  .map((passage) => parse(/```map\n([^]*?)```/.exec(passage)![1]!) as MapBlock);

/** The ids of the events that each step shows, in the order of the steps. */
export const eventsShown: readonly (readonly string[])[] = blocks.map(({ show = [] }) => show);

/** The ids of the events on the map at each step, shown or kept, in the order of the steps. */
export const eventsOnMap: readonly ReadonlySet<string>[] = blocks.map(
  ({ show = [], keep = [] }, i, blocks) => {
    const earlier = blocks.slice(0, i).flatMap((block) => block.show ?? []);
    return new Set([...show, ...(keep === 'earlier' ? earlier : keep)]);
  }
);

/** The ids of the steps that ask the class something. */
export const asking: ReadonlySet<string> = new Set(
  story
    .split(/^## /m)
    .slice(1)
    .filter((passage) => passage.includes('```ask'))
    .map((passage) => /\{#([\w-]+)\}/.exec(passage)![1]!)
);

/** A step's index by its id. */
export function stepIndex(id: string): number {
  const index = steps.findIndex((step) => step.id === id);
  if (index < 0) throw new Error(`expected a step of story.md, got "${id}"`);
  return index;
}
