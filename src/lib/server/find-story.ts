import { error } from '@sveltejs/kit';
import { memoize } from '../cache.ts';
import { stories } from 'virtual:stories';
import { withMappedEvents, wholeSlug } from '../story/part-of.ts';
import type { Story } from '../story/story.ts';

/**
 * The story that an address names, complete with the speaker's notes and the questions for the class, and with the events
 * that its maps show.
 *
 * @throws the page "not found" where there is none
 */
export function findStory(params: { readonly story: string }): Story {
  return mappedOf(findWholeStory(params));
}

/** `findStory`, with the events too that no map has room for. */
export function findWholeStory({ story: slug }: { readonly story: string }): Story {
  const story = stories.find((each) => each.slug === slug);
  if (!story) error(404, `There is no story "${slug}".`);
  return story;
}

const mappedOf = memoize(withMappedEvents);

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

/** The route parameters of each story, a long one's parts included, for routes that have no others. */
export function storyEntries(): { story: string }[] {
  return stories.map(({ slug }) => ({ story: slug }));
}

/** The stories, a long one by its first part: those of which the site has one each, however long they are. */
export function wholeStories(): Story[] {
  return stories.filter((story) => wholeSlug(story) === story.slug);
}
