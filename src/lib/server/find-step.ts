import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import type { Story } from '../story/story.ts';
import { findStory } from './find-story.ts';

/** Every step of every story, as the addresses of what there is one of a step. */
export function everyStep(): { story: string; step: string }[] {
  return stories.flatMap(({ slug, steps }) => steps.map(({ id }) => ({ story: slug, step: id })));
}

/**
 * The story and the index of the step that an address names.
 *
 * @throws the page "not found" where there is none
 */
export function findStep(params: { readonly story: string; readonly step: string }): {
  story: Story;
  index: number;
} {
  const story = findStory(params);
  const index = story.steps.findIndex(({ id }) => id === params.step);
  if (index < 0) error(404, `There is no step "${params.step}" in "${params.story}".`);
  return { story, index };
}
