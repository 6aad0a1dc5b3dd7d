import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import type { Step, Story } from '../story/story.ts';
import { storyIndex } from '../story/story-index.ts';
import { openingPosition, openingStep } from '../view.ts';
import { findStory } from './find-story.ts';

/** Every step of every story, as route parameters. */
export function everyStep(): { story: string; step: string }[] {
  return stories.flatMap(({ slug, steps }) => steps.map(({ id }) => ({ story: slug, step: id })));
}

/** Every picture of every story, as route parameters: the opening's and each step's. */
export function everyPicture(): { story: string; step: string }[] {
  const openings = stories.map((story) => ({ story: story.slug, step: openingStep(story).id }));
  return [...openings, ...everyStep()];
}

/**
 * The story and the step, with its index, that an address names.
 *
 * @throws the page "not found" where there is none
 */
export function findStep(params: { readonly story: string; readonly step: string }): {
  readonly story: Story;
  readonly step: Step;
  readonly index: number;
} {
  const story = findStory(params);
  const index = storyIndex(story).stepOrder.get(params.step);
  if (index === undefined) error(404, `There is no step "${params.step}" in "${params.story}".`);
  return { story, step: story.steps[index]!, index };
}

/** `findStep`, with the opening too. */
export function findPicture(params: Parameters<typeof findStep>[0]): ReturnType<typeof findStep> {
  const story = findStory(params);
  const opening = openingStep(story);
  return params.step === opening.id
    ? { story, step: opening, index: openingPosition }
    : findStep(params);
}
