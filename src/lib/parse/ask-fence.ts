import * as v from 'valibot';
import { listed } from '../story/listed.ts';
import { answerForms, type ExpectedAnswer, type Place } from '../story/story.ts';
import { show } from './fault.ts';
import { isLocated } from './located.ts';
import type { Fence } from './outline.ts';
import { readYaml } from './read-yaml.ts';
import type { Register } from './register.ts';
import { checkKeys, checkShape, type Subject, text } from './shape.ts';

const answerRule = `answer must be ${listed(answerForms, 'or')}`;
const choicesRule = 'choices must be a list of 2 to 8 different texts';

export const askSchema = v.object(
  {
    answer: v.picklist(answerForms, answerRule),
    choices: v.exactOptional(
      v.pipe(
        v.array(
          v.pipe(
            v.string(`${choicesRule}: put numbers in quotes`),
            v.trim(),
            v.nonEmpty(choicesRule)
          ),
          choicesRule
        ),
        v.minLength(2, choicesRule),
        v.maxLength(8, choicesRule),
        v.check((all) => new Set(all).size === all.length, choicesRule)
      )
    ),
    unit: v.exactOptional(text('unit')),
    right: v.exactOptional(v.union([v.number(), text('right')], 'right must be text or a number'))
  },
  'an answer must have answer'
);

/** An `ask` fence in its two parts. */
export interface AskFence {
  readonly question: Fence;
  /** Null where the fence says nothing of it, or says it wrongly, which has then been reported. */
  readonly answer: ExpectedAnswer | null;
}

/**
 * Splits an `ask` fence: where it begins with `answer:`, the lines up to the first blank one (YAML) say what an answer
 * is, and the question follows.
 */
export function readAskFence(fence: Fence, places: Register<Place>, subject: Subject): AskFence {
  if (!/^answer\s*:/.test(fence.text)) return { question: fence, answer: null };
  const lines = fence.text.split('\n');
  const blank = lines.findIndex((line) => line.trim() === '');
  const end = blank < 0 ? lines.length : blank;
  const question = { text: lines.slice(end).join('\n'), line: fence.line + end };
  if (question.text.trim() === '') {
    const expected = 'an ask fence must have its question below a blank line';
    subject.report({ ...place(subject), line: fence.line, expected, got: 'none' });
  }
  return {
    question,
    answer: readAnswer(lines.slice(0, end).join('\n'), fence.line, places, subject)
  };
}

function readAnswer(
  yaml: string,
  firstLine: number,
  places: Register<Place>,
  subject: Subject
): ExpectedAnswer | null {
  const data = readYaml(yaml, firstLine);
  if (!isLocated(data)) {
    subject.report({ ...place(subject), ...data });
    return null;
  }
  const misspelt = checkKeys(data, [], Object.keys(askSchema.entries), subject);
  const shape = checkShape(data, [], askSchema, subject, misspelt);
  if (shape === null || misspelt.length > 0) return null;
  const { answer: form, choices = [], unit = '' } = shape;
  const right = String(shape.right ?? '');
  const fault = (key: string, expected: string, got: unknown) =>
    subject.report({ ...place(subject), ...data.at([key]), expected, got: show(got) });
  if (form === 'choice' && shape.choices === undefined) fault('answer', choicesRule, undefined);
  if (form !== 'choice' && shape.choices !== undefined)
    fault('choices', 'choices are only for answer: choice', choices);
  if (form !== 'number' && unit !== '') fault('unit', 'a unit is only for answer: number', unit);
  if (right !== '') {
    if (form === 'place' && places.find(right) === 'unknown') {
      const expected = `right must be a place of places.geojson${places.didYouMean(right)}`;
      fault('right', expected, right);
    } else if (form === 'choice' && choices.length > 0 && !choices.includes(right)) {
      fault('right', 'right must be one of the choices', right);
    } else if (form === 'number' && !Number.isFinite(Number(right))) {
      fault('right', 'right must be a number', right);
    }
  }
  return { form, choices, unit, right };
}

function place({ file, where }: Subject): { file: string; where: string } {
  return { file, where };
}
