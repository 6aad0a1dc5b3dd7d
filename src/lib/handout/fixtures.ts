import type { ExpectedAnswer, Step, Story } from '../story/story.ts';

/** A question of the usual length. */
export const usualQuestion =
  '<p>Two armies support the same government in the same country. What else would you want to know before you said ' +
  'that they were fighting the war together?</p>';

/** A step that asks, but for what a test says of it. */
export function askingStep(changes: Partial<Step> = {}): Step {
  return {
    id: 'step',
    title: 'Two forces in Syria',
    section: 0,
    look: { type: 'fit', places: [], countries: [], groups: [], shapes: [] },
    show: [],
    keep: [],
    highlight: [],
    groups: [],
    html: '',
    notesHtml: '',
    askHtml: usualQuestion,
    answer: null,
    slideHtml: '',
    cites: [],
    ...changes
  };
}

/** An answer of a form, but for what a test says of it. */
export function answerOf(
  form: ExpectedAnswer['form'],
  changes: Partial<ExpectedAnswer> = {}
): ExpectedAnswer {
  return { form, choices: [], unit: '', right: '', ...changes };
}

/** As much of a story of some steps as has questions. */
export function storyOf(steps: readonly Step[]): Story {
  return { title: 'Short of an Alliance', steps } as unknown as Story;
}
