import { describe, expect, it } from 'vitest';
import { generateStory } from '../../../tests/bench/generate-story.ts';
import { readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { introducingStep } from './step-events.ts';
import {
  hasOwnFiles,
  introducedElsewhere,
  slugWithStep,
  wholeSlug,
  withMappedEvents
} from './part-of.ts';
import { storyParts } from './story-parts.ts';

const world = readWorld();
const storyOf = (steps: number, events: number) =>
  parseStory(
    { slug: 'long', files: generateStory(steps, events, world.gazetteer), media: {} },
    world
  );

describe('storyParts(story)', () => {
  const short = storyOf(30, 20);
  const long = storyOf(150, 1600);
  const parts = storyParts(long);

  it('leaves a story as it is that one page can hold', () => {
    expect(storyParts(short)).toEqual([short]);
  });

  it('tells every step once, in order, in parts that are bounded', () => {
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.flatMap(({ steps }) => steps.map(({ id }) => id))).toEqual(
      long.steps.map(({ id }) => id)
    );
    for (const { steps, events } of parts.slice(0, -1)) {
      expect(steps.length).toBeLessThanOrEqual(40);
      expect(events.length).toBeLessThanOrEqual(250);
    }
  });

  it('begins a part with a section wherever one fits', () => {
    const opening = new Set(long.sections.map(({ firstStep }) => long.steps[firstStep]!.id));
    expect(parts.slice(0, 4).every(({ steps }) => opening.has(steps[0]!.id))).toBe(true);
  });

  it('gives the first part the address of the story, and knows which part has a step', () => {
    expect(parts.map(({ slug }) => slug).slice(0, 3)).toEqual([
      'long',
      'long-part-2',
      'long-part-3'
    ]);
    expect(wholeSlug(parts[2]!)).toBe('long');
    expect(slugWithStep(parts[0]!, parts[2]!.steps[1]!.id)).toBe('long-part-3');
    expect(slugWithStep(parts[0]!, 'no-such-step')).toBe('long');
  });

  it('has in each part what its steps show, cite and name, by the numbers of its own list', () => {
    for (const { steps, sections, events, places, sources, references, uses } of parts) {
      const [eventIds, placeIds] = [events, places].map((all) => new Set(all.map(({ id }) => id)));
      for (const { show, keep, look, html, cites, section } of steps) {
        expect([...show, ...keep].every((id) => eventIds!.has(id))).toBe(true);
        expect(look.type === 'fit' && look.places.every((id) => placeIds!.has(id))).toBe(true);
        expect(sections[section]).toBeDefined();
        const number = sources.findIndex(({ id }) => id === cites[0]) + 1;
        expect(html).toContain(
          `data-source="${cites[0]}"><span class="visually-hidden">source </span>${number}</a>`
        );
      }
      expect(references).toHaveLength(sources.length);
      expect(uses).toHaveLength(steps.length);
    }
  });

  it('says where an event is introduced that a part only keeps', () => {
    const { events, steps } = parts[1]!;
    const kept = events.filter((event) => introducedElsewhere(parts[1]!, event));
    expect(kept.length).toBeGreaterThan(0);
    for (const event of kept) {
      const { step, part, slug } = introducedElsewhere(parts[1]!, event)!;
      expect(long.steps.find(({ id }) => id === step)!.show).toContain(event.id);
      expect(parts[part]!.slug).toBe(slug);
      // The timeline leads to where this part has it.
      expect(steps[introducingStep(parts[1]!, event)]!.keep).toContain(event.id);
    }
  });

  it('has the files beside its picture of the first step of a section alone', () => {
    const { steps, sections } = parts[0]!;
    expect([...steps.keys()].filter((index) => hasOwnFiles(parts[0]!, index))).toEqual(
      sections.map(({ firstStep }) => firstStep)
    );
    expect(hasOwnFiles(short, 1)).toBe(true);
  });
});

describe('withMappedEvents(story)', () => {
  it('leaves out what no map has room for', () => {
    const last = storyParts(storyOf(150, 1600)).at(-1)!;
    const crowded = last.steps.at(-1)!;
    expect(crowded.show).toHaveLength(300);
    expect(crowded.unmapped!.length).toBeGreaterThan(100);
    const { events } = withMappedEvents(last);
    expect(events).toHaveLength(last.events.length - crowded.unmapped!.length);
  });
});
