import { describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../../tests/broken-stories/read-broken-story.ts';
import { parseStory } from '../parse/parse-story.ts';
import {
  answerIn,
  checkLesson,
  fitLesson,
  LessonError,
  newLessonStep,
  stepMinutes,
  wholeLesson,
  type Lesson
} from './lesson.ts';

const story = parseStory(baseStory(), smallWorld);
const lesson = wholeLesson(story);

const faultsOf = (make: () => unknown): readonly string[] => {
  try {
    make();
  } catch (error) {
    if (error instanceof LessonError) return error.faults;
    throw error;
  }
  throw new Error('has no fault');
};

describe('checkLesson(data)', () => {
  it('fills in what a short lesson leaves out', () => {
    const short = { version: 1, story: story.slug, minutes: 45, steps: [{ step: 'deal' }] };
    expect(checkLesson(short)).toEqual({ ...short, title: '', steps: [newLessonStep('deal')] });
  });

  it('names all faults at once, with place, expected and got', () => {
    const broken = {
      version: 2,
      story: 'No Slug',
      minutes: 0,
      steps: [{ step: 'deal', minutes: 2.5, groups: ['E'] }, { ask: 5 }]
    };
    expect(faultsOf(() => checkLesson(broken))).toEqual([
      'version must be 1, got 2',
      'story must be an id, got "No Slug"',
      'minutes must be whole minutes, 1 to 600, got 0',
      'steps[0].minutes must be whole minutes, 1 to 600, got 2.5',
      'steps[0].groups[0] must be A, B, C or D, got "E"',
      'steps[1].step is required',
      'steps[1].ask must be text, got 5'
    ]);
  });

  it('refuses what is no lesson, one without steps, and a step twice', () => {
    expect(faultsOf(() => checkLesson([]))).not.toEqual([]);
    expect(faultsOf(() => checkLesson({ ...lesson, steps: [] }))).toEqual([
      'steps must have at least one step, got []'
    ]);
    const [first] = lesson.steps;
    expect(faultsOf(() => checkLesson({ ...lesson, steps: [first, first] }))[0]).toContain(
      'steps must have each step once'
    );
  });
});

describe('fitLesson(story, lesson)', () => {
  it('leaves a lesson that fits as it is', () => {
    expect(fitLesson(story, lesson)).toEqual({ lesson, misfits: [] });
  });

  it('names what the story has no longer, and keeps the rest', () => {
    const answer = { form: 'place', choices: [], unit: '', right: 'atlantis' } as const;
    const old = checkLesson({
      ...lesson,
      steps: [{ step: 'gone' }, { step: 'deal', ask: 'Where?', answer }]
    });
    const { lesson: fitted, misfits } = fitLesson(story, old);
    expect(fitted.steps).toEqual([
      { ...newLessonStep('deal'), ask: 'Where?', answer: { ...answer, right: '' } }
    ]);
    expect(misfits).toEqual([
      'The story has no step “gone” any more: the lesson goes on without it.',
      'The story has no place “atlantis” any more: the question of “deal” has no right answer.'
    ]);
  });

  it('refuses a lesson of another story, or one of which nothing is left', () => {
    expect(faultsOf(() => fitLesson(story, { ...lesson, story: 'other' }))).toEqual([
      'The lesson is of another story, other.'
    ]);
    const gone = { ...lesson, steps: [newLessonStep('gone')] };
    expect(faultsOf(() => fitLesson(story, gone)).at(-1)).toBe('No step of the lesson is left.');
  });
});

describe('stepMinutes(lesson)', () => {
  const withMinutes = (...given: (number | null)[]): Lesson => ({
    ...lesson,
    minutes: 20,
    steps: given.map((minutes) => ({ ...newLessonStep('deal'), minutes }))
  });

  it('shares what is left among the steps that have none', () => {
    expect(stepMinutes(withMinutes(10, null, null))).toEqual([10, 5, 5]);
  });

  it('gives a step half a minute where nothing is left', () => {
    expect(stepMinutes(withMinutes(30, null))).toEqual([30, 0.5]);
  });
});

describe('answerIn(taught, step)', () => {
  const own = { form: 'words', choices: [], unit: '', right: 'Because.' } as const;
  const step = { ...story.steps[0]!, answer: { ...own, right: 'The story’s.' } };
  const taught = newLessonStep(step.id);

  it('is the story’s with the story’s question only', () => {
    expect(answerIn(taught, step)).toBe(step.answer);
    expect(answerIn({ ...taught, ask: 'Why?' }, step)).toBeNull();
    expect(answerIn({ ...taught, ask: 'Why?', answer: { ...own, choices: [] } }, step)).toEqual(
      own
    );
    expect(answerIn({ ...taught, ask: '' }, step)).toBeNull();
  });
});
