import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import type { Step, Story } from '../story/story.ts';
import { storyIndex } from '../story/story-index.ts';
import { findStory } from './find-story.ts';

/** Every step of every story, as route parameters. */
export function everyStep(): { story: string; step: string }[] {
  return stories.flatMap(({ slug, steps }) => steps.map(({ id }) => ({ story: slug, step: id })));
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
