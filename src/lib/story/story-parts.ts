import { partSlug } from './part-of.ts';
import type { Look, Section, Step, Story, StoryEvent } from './story.ts';
import { introducingStep } from './step-events.ts';
import { eventsNamed, placesNamed } from './story-index.ts';

/** A story with more steps than this, or more events on its maps, is told in parts. */
export const mostInOnePart = { steps: 100, events: 600 };
/** A part ends before the step that would have it pass one of these. */
const fullPart = { steps: 40, events: 250 };

/**
 * A long story as the parts that it is told in, each a story of its own with an address of its own, so that no page grows
 * with the story; a shorter one as itself. A part holds whole sections as long as they fit. The first has the story's
 * address.
 */
export function storyParts(story: Story): readonly Story[] {
  const onMaps = new Set(story.steps.flatMap(({ show }) => show)).size;
  if (story.steps.length <= mostInOnePart.steps && onMaps <= mostInOnePart.events) return [story];
  const starts = partStarts(story);
  const ranges = starts.map((from, i) => [from, starts[i + 1] ?? story.steps.length] as const);
  const parts = ranges.map(([from, to], i) => ({
    slug: partSlug(story.slug, i),
    title: story.sections[story.steps[from]!.section]!.title,
    steps: story.steps.slice(from, to).map(({ id }) => id)
  }));
  return ranges.map(([from, to], index) => ({
    ...cutStory(story, from, to),
    slug: parts[index]!.slug,
    part: {
      index,
      parts,
      eventsInAll: story.events.length,
      introducedBy: introducedOutside(story, from, to)
    }
  }));
}

/** The indices of the steps that parts begin with. */
function partStarts({ steps, sections }: Story): number[] {
  const opens = new Set(sections.map(({ firstStep }) => firstStep));
  const weigh = (from: number, to: number) => ({
    steps: to - from,
    events: new Set(steps.slice(from, to).flatMap(({ show, keep }) => [...show, ...keep])).size
  });
  const fits = (from: number, to: number) => {
    const weight = weigh(from, to);
    return weight.steps <= fullPart.steps && weight.events <= fullPart.events;
  };
  const starts = [0];
  let section = 0;
  for (let step = 1; step < steps.length; step++) {
    const from = starts.at(-1)!;
    if (opens.has(step)) section = step;
    if (fits(from, step + 1)) continue;
    // The section that does not fit begins the next part, unless it fills this one alone.
    const start = section > from ? section : step;
    starts.push(start);
    step = Math.max(start, step - 1);
  }
  return starts;
}

/** The steps from one index to before another as a story: with what they show, cite and name, and nothing else. */
function cutStory(story: Story, from: number, to: number): Story {
  const own = story.steps.slice(from, to);
  const firstSection = own[0]!.section;
  const sections = story.sections
    .slice(firstSection, own.at(-1)!.section + 1)
    .map((section): Section => ({ ...section, firstStep: Math.max(0, section.firstStep - from) }));
  const events = eventsNamed(
    story,
    own.flatMap(({ show, keep, unmapped = [] }) => [...show, ...keep, ...unmapped])
  );
  const cited = new Set([
    ...own.flatMap(({ cites }) => cites),
    ...events.flatMap(({ sources }) => sources),
    ...story.uses.filter(({ step }) => step === null).map(({ source }) => source)
  ]);
  const ids = new Set(own.map(({ id }) => id));
  const works = story.sources
    .map((source, i) => ({ source, reference: story.references[i]! }))
    .filter(({ source }) => cited.has(source.id));
  const numberOf = new Map(works.map(({ source }, i) => [source.id, i + 1]));
  return {
    ...story,
    creditHtml: renumbered(story.creditHtml, numberOf),
    sections,
    steps: own.map((step): Step => ({
      ...step,
      section: step.section - firstSection,
      html: renumbered(step.html, numberOf),
      notesHtml: renumbered(step.notesHtml, numberOf),
      askHtml: renumbered(step.askHtml, numberOf)
    })),
    events,
    places: placesNamed(story, [
      ...own.flatMap(({ look, answer }) => [...placesOf(look), answer?.right ?? '']),
      ...events.flatMap(placesOfEvent)
    ]),
    media: story.media.filter(({ step }) => ids.has(step)),
    sources: works.map(({ source }) => source),
    references: works.map(({ reference }) => reference),
    uses: story.uses.filter(({ step }) => step === null || ids.has(step)),
    corrections: story.corrections.filter(({ step }) => ids.has(step))
  };
}

/** Of the events that steps keep from outside of them: the step that introduces each. */
function introducedOutside(story: Story, from: number, to: number): Record<string, string> {
  const kept = eventsNamed(
    story,
    story.steps.slice(from, to).flatMap(({ keep }) => keep)
  );
  return Object.fromEntries(
    kept
      .map((event) => [event.id, introducingStep(story, event)] as const)
      .filter(([, step]) => step < from || step >= to)
      .map(([id, step]) => [id, story.steps[step]!.id])
  );
}

/** A passage in which each citation has the number of its work in another list. */
function renumbered(html: string, numberOf: ReadonlyMap<string, number>): string {
  return html.replace(
    /(<a\b[^>]*\bdata-source="([^"]+)"[^>]*><span[^>]*>source <\/span>)\d+/g,
    (cite, tag: string, work: string) => `${tag}${numberOf.get(work) ?? ''}`
  );
}

function placesOf(look: Look): readonly string[] {
  return look.type === 'fit' ? look.places : [];
}

function placesOfEvent({ geometry }: StoryEvent): readonly string[] {
  if (geometry.type === 'marker') return [geometry.at];
  if (geometry.type === 'arc') return [geometry.from, geometry.to, ...geometry.through];
  return [];
}
