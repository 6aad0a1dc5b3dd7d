import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import type { Step, Story } from '../story/story.ts';
import { storyIndex } from '../story/story-index.ts';
import { openingPosition, openingStep } from '../view.ts';
import { cardName, hasOwnFiles } from '../story/part-of.ts';
import { findStory } from './find-story.ts';

/** Every step of every story, as route parameters. */
export function everyStep(): { story: string; step: string }[] {
  return stepsWhere(() => true);
}

/** Every step with an embed and a tactile sheet of its own, as route parameters. */
export function everyStepWithFiles(): { story: string; step: string }[] {
  return stepsWhere(hasOwnFiles);
}

/** Every card, as route parameters: the opening's and those of steps. */
export function everyCard(): { story: string; step: string }[] {
  return [...everyOpening(), ...stepsWhere((story, _, { id }) => cardName(story, id) === id)];
}

/** Every picture of every story, as route parameters: the opening's and each step's. */
export function everyPicture(): { story: string; step: string }[] {
  return [...everyOpening(), ...everyStep()];
}

function stepsWhere(
  isMeant: (story: Story, index: number, step: Step) => boolean
): { story: string; step: string }[] {
  return stories.flatMap((story) =>
    story.steps
      .filter((step, index) => isMeant(story, index, step))
      .map(({ id }) => ({ story: story.slug, step: id }))
  );
}

function everyOpening(): { story: string; step: string }[] {
  return stories.map((story) => ({ story: story.slug, step: openingStep(story).id }));
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
