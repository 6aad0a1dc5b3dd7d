import { eventsNamed } from './story-index.ts';
import type { Story, StoryEvent, StoryPart } from './story.ts';

/** The slug of a part of a long story, by its index: the first has the story's own. */
export function partSlug(slug: string, index: number): string {
  return index === 0 ? slug : `${slug}-part-${index + 1}`;
}

/** The slug of the story that a slug is of a part of, if it is of one. */
export function withoutPart(slug: string): string {
  return slug.replace(/-part-\d+$/, '');
}

/** The events that a story's maps show: without those that are in its table alone. */
export function withMappedEvents(story: Story): Story {
  if (story.steps.every(({ unmapped }) => !unmapped)) return story;
  const mapped = story.steps.flatMap(({ show, keep }) => [...show, ...keep]);
  return { ...story, events: eventsNamed(story, mapped) };
}

/** The slug of the address that a story has as a whole: its own, or that of its first part. */
export function wholeSlug({ slug, part }: Pick<Story, 'slug' | 'part'>): string {
  return part?.parts[0]!.slug ?? slug;
}

/** The slug of the part of a story that has a step; the story's own where no other part has it. */
export function slugWithStep({ slug, part }: Pick<Story, 'slug' | 'part'>, step: string): string {
  return part?.parts[partWithStep(part, step)]?.slug ?? slug;
}

/**
 * The id of the step of another part that introduces an event, with that part's index and slug; null where a step of this
 * one does.
 */
export function introducedElsewhere(
  { part }: Story,
  event: StoryEvent
): { readonly step: string; readonly part: number; readonly slug: string } | null {
  const step = part?.introducedBy[event.id];
  if (step === undefined) return null;
  const index = partWithStep(part!, step);
  return { step, part: index, slug: part!.parts[index]!.slug };
}

/** The index of the part that has a step, or -1. */
function partWithStep({ parts }: StoryPart, step: string): number {
  return parts.findIndex(({ steps }) => steps.includes(step));
}

/**
 * The index of the step nearest before a step, or of itself, that has an embed and a tactile sheet of its own: in a long
 * story only the first of a section in each part has.
 */
export function stepWithFiles({ part, steps, sections }: Story, index: number): number {
  return part ? sections[steps[index]!.section]!.firstStep : index;
}

/** Whether a step has an embed and a tactile sheet of its own, besides its picture. */
export function hasOwnFiles(story: Story, index: number): boolean {
  return stepWithFiles(story, index) === index;
}

/** The name of the card that a step is shared with: its own; in a long story that of its part. */
export function cardName({ part }: Pick<Story, 'part'>, step: string): string {
  return part ? 'index' : step;
}

/** A story's title, of a long one with the part that this is. */
export function partTitle({ title, part }: Story): string {
  return part ? `${title} (part ${part.index + 1} of ${part.parts.length})` : title;
}

/** The slug of the part after or before this one; null where there is none. */
export function neighbour({ part }: Story, way: 'next' | 'previous'): string | null {
  return part?.parts[part.index + (way === 'next' ? 1 : -1)]?.slug ?? null;
}
