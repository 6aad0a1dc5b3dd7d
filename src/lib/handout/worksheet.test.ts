import { describe, expect, it } from 'vitest';
import type { ExpectedAnswer } from '../story/story.ts';
import { answerOf, askingStep, storyOf, usualQuestion } from './fixtures.ts';
import { questionsOf } from './questions.ts';
import { worksheetSides } from './worksheet.ts';

const forms: (ExpectedAnswer | null)[] = [
  null,
  answerOf('words'),
  answerOf('choice', { choices: ['Confirmed', 'Reported', 'Disputed', 'Planned'] }),
  answerOf('number', { unit: 'km' }),
  answerOf('place')
];

function sidesOf(count: number, answers = forms, askHtml = usualQuestion, large = false) {
  const story = storyOf(
    Array.from({ length: count }, (_, i) =>
      askingStep({ id: `step-${i}`, answer: answers[i % answers.length]!, askHtml })
    )
  );
  return worksheetSides(story, questionsOf(story), large);
}

describe('worksheetSides(story, questions, large)', () => {
  it('has up to three questions on one side and up to eight on two', () => {
    for (const answers of [forms, [null]])
      for (let count = 1; count <= 8; count++)
        expect(sidesOf(count, answers).length, `${count}`).toBeLessThanOrEqual(count <= 2 ? 1 : 2);
    expect(sidesOf(8, [null])).toHaveLength(2);
  });

  it('has eight long questions in words on two sides, with fewer lines for each', () => {
    const long = usualQuestion.replace('</p>', ' Say in which order you would ask.</p>');
    const sides = sidesOf(8, [null], long);
    expect(sides).toHaveLength(2);
    for (const { questions } of sides)
      for (const { lines } of questions) expect(lines).toBeGreaterThanOrEqual(2);
  });

  it('takes more sides for more questions, all of them full', () => {
    const sides = sidesOf(24);
    expect(sides.length).toBeGreaterThan(2);
    expect(sides.length).toBeLessThanOrEqual(5);
    expect(sides.every(({ fits, questions }) => fits && questions.length > 1)).toBe(true);
  });

  it('takes more sides in large print', () => {
    expect(sidesOf(8, forms, usualQuestion, true).length).toBeGreaterThan(2);
  });

  it('has no side where nothing is asked', () => {
    expect(worksheetSides(storyOf([]), [], false)).toEqual([]);
  });
});
