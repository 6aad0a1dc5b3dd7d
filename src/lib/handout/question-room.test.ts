import { describe, expect, it } from 'vitest';
import { answerOf, askingStep, usualQuestion } from './fixtures.ts';
import { largeType, usualType } from './paper.ts';
import { inTwoColumns, linesOf, roomOf } from './question-room.ts';

const room = (changes: Parameters<typeof askingStep>[0], type = usualType) =>
  roomOf({ step: askingStep(changes), number: 1, letter: null }, type, 3);

describe('roomOf(question, type, leastLines)', () => {
  it('has lines for words, and needs none for the reasons of another answer', () => {
    expect(room({ answer: null })).toMatchObject({ leastLines: 3, share: 1 });
    expect(room({ answer: answerOf('words') })).toEqual(room({ answer: null }));
    expect(room({ answer: answerOf('number') })).toMatchObject({ leastLines: 0, share: 0.4 });
  });

  it('grows with the question and with the type', () => {
    const { fixedMm } = room({});
    expect(fixedMm).toBeGreaterThan(10);
    expect(room({ askHtml: usualQuestion + usualQuestion }).fixedMm).toBeGreaterThan(fixedMm + 8);
    expect(room({}, largeType).fixedMm).toBeGreaterThan(1.5 * fixedMm);
  });

  it('takes a line break and a list’s items for lines', () => {
    const one = room({ askHtml: '<p>One</p>' }).fixedMm;
    expect(room({ askHtml: '<p>One<br>Two</p>' }).fixedMm).toBeGreaterThan(one + 4);
    expect(room({ askHtml: '<ul><li>One</li><li>Two</li></ul>' }).fixedMm).toBeGreaterThan(one + 4);
  });

  it('has a row for two short choices, and for each long one', () => {
    const short = ['Confirmed', 'Reported', 'Disputed', 'Planned'];
    const fixed = (choices: string[]) => room({ answer: answerOf('choice', { choices }) }).fixedMm;
    expect(fixed(short) - fixed(short.slice(0, 2))).toBeCloseTo(0.85 * usualType.ruleMm);
    expect(inTwoColumns(short, usualType)).toBe(true);
    const long = short.map(
      (choice) => `${choice}: ${'as the sources of the story say '.repeat(3)}`
    );
    expect(inTwoColumns(long, usualType)).toBe(false);
    expect(fixed(long) - fixed(short)).toBeGreaterThan(2 * 0.85 * usualType.ruleMm - 1e-9);
  });
});

describe('linesOf(text, sizePt, widthMm)', () => {
  it('is at least one', () => {
    expect(linesOf('', 11, 171)).toBe(1);
    expect(linesOf('One', 11, 171)).toBe(1);
  });

  it('is what a browser sets a question of the story in, at 11 pt across 171 mm', () => {
    expect(linesOf(usualQuestion.replace(/<[^>]*>/g, ''), 11, 171)).toBe(2);
  });
});
