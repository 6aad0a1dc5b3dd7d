import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import type { Story } from '../story/story.ts';

/**
 * The story that an address names, complete with the speaker's notes and the questions for the class.
 *
 * @throws the page "not found" where there is none
 */
export function findStory({ story: slug }: { readonly story: string }): Story {
  const story = stories.find((each) => each.slug === slug);
  if (!story) error(404, `There is no story "${slug}".`);
  return story;
}

/** A story as readers get it, without what is for the speaker, the class and the screen. */
export function forReaders(story: Story): Story {
  const steps = story.steps.map((step) => ({
    ...step,
    notesHtml: '',
    askHtml: '',
    answer: null,
    slideHtml: ''
  }));
  return { ...story, steps };
}

/** A story as a class gets it on its own devices: with its questions, without what is for the teacher's eyes. */
export function forPupils(story: Story): Story {
  const steps = story.steps.map((step) => ({
    ...step,
    notesHtml: '',
    slideHtml: '',
    answer: step.answer && { ...step.answer, right: '' }
  }));
  return { ...story, steps };
}

/** The route parameters of each story, for routes that have no others. */
export function storyEntries(): { story: string }[] {
  return stories.map(({ slug }) => ({ story: slug }));
}
