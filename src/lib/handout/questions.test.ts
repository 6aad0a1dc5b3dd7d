import { describe, expect, it } from 'vitest';
import type { Lesson } from '../lesson/lesson.ts';
import { answerOf, askingStep, storyOf } from './fixtures.ts';
import { groupsIn, questionsOf } from './questions.ts';

const place = answerOf('place', { right: 'moscow' });
const story = storyOf([
  askingStep({ id: 'a', answer: place }),
  askingStep({ id: 'silent', askHtml: '' }),
  askingStep({ id: 'b' }),
  askingStep({ id: 'c', answer: place }),
  askingStep({ id: 'd', answer: place })
]);
const groups: Record<string, string[]> = {
  a: ['B'],
  b: [],
  c: ['A', 'B'],
  d: ['A'],
  silent: ['D']
};
const lesson = {
  steps: story.steps.map(({ id }) => ({ step: id, groups: groups[id] }))
} as unknown as Lesson;
const ids = (questions: ReturnType<typeof questionsOf>) => questions.map(({ step }) => step.id);

describe('questionsOf(story, lesson, group)', () => {
  it('numbers the questions, and leaves out steps that ask none', () => {
    const questions = questionsOf(story);
    expect(ids(questions)).toEqual(['a', 'b', 'c', 'd']);
    expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('gives each place that is asked for a letter', () => {
    expect(questionsOf(story).map(({ letter }) => letter)).toEqual(['A', null, 'B', 'C']);
  });

  it('goes on after Z', () => {
    const many = storyOf(
      Array.from({ length: 28 }, (_, i) => askingStep({ id: `s${i}`, answer: place }))
    );
    expect(
      questionsOf(many)
        .slice(25)
        .map(({ letter }) => letter)
    ).toEqual(['Z', 'AA', 'AB']);
  });

  it('has for a group its own questions and the class’s, with the numbers and letters of the whole', () => {
    const ofA = questionsOf(story, lesson, 'A');
    expect(ids(ofA)).toEqual(['b', 'c', 'd']);
    expect(ofA.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(ofA.map(({ letter }) => letter)).toEqual([null, 'B', 'C']);
    expect(ids(questionsOf(story, lesson, 'B'))).toEqual(['a', 'b', 'c']);
    expect(ids(questionsOf(story, lesson))).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('groupsIn(story, lesson)', () => {
  it('is those with a question of their own', () => {
    expect(groupsIn(story, lesson)).toEqual(['A', 'B']);
    expect(groupsIn(story, null)).toEqual([]);
  });
});
