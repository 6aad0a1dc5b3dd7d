import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeLesson, encodeLesson } from './lesson-code.ts';
import { checkLesson, groupNames, type Lesson } from './lesson.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const lessons = fc
  .record({
    version: fc.constant(1),
    story: fc.constant('a-story'),
    title: text,
    minutes: fc.integer({ min: 1, max: 600 }),
    steps: fc.uniqueArray(
      fc.record(
        {
          step: fc.stringMatching(/^[a-z]{1,8}$/),
          minutes: fc.option(fc.integer({ min: 1, max: 600 })),
          groups: fc.subarray([...groupNames]),
          ask: fc.option(text),
          note: text,
          answer: fc.option(
            fc.record({ form: fc.constantFrom('words', 'number'), right: text, unit: text })
          )
        },
        { requiredKeys: ['step'] }
      ),
      { minLength: 1, maxLength: 12, selector: ({ step }) => step }
    )
  })
  .map((data): Lesson => checkLesson(data));

const packed = (plain: string) => deflateRawSync(plain).toString('base64url');

describe('encodeLesson(lesson) and decodeLesson(code)', () => {
  it('give the lesson back, in letters that an address takes as they are', async () => {
    await fc.assert(
      fc.asyncProperty(lessons, async (lesson) => {
        const code = await encodeLesson(lesson);
        expect(code).toMatch(/^[\w-]+$/);
        expect(await decodeLesson(code)).toEqual(lesson);
      }),
      { numRuns: 60 }
    );
  });

  it('make a short link of a lesson that only chooses', async () => {
    const steps = ['shoigu', 'vienna', 'journey', 'ports', 'deal', 'general', 'gulf', 'end'];
    const lesson = checkLesson({
      version: 1,
      story: 'russia-iran-2015',
      minutes: 45,
      steps: steps.map((step) => ({ step }))
    });
    expect((await encodeLesson(lesson)).length).toBeLessThan(220);
  });

  it('refuse what was cut, what is no JSON, and what is far too long', async () => {
    const whole = await encodeLesson(
      checkLesson({ version: 1, story: 'a', minutes: 45, steps: [{ step: 'b' }] })
    );
    const bombs = packed(`"${'a'.repeat(3_000_000)}"`);
    for (const code of [whole.slice(0, -8), '', '%%%', 'a'.repeat(99), packed('{'), bombs]) {
      await expect(decodeLesson(code), code.slice(0, 20)).rejects.toThrow(
        'The link to the lesson is not whole'
      );
    }
  });

  it('check what was packed', async () => {
    await expect(decodeLesson(packed('{"version":1}'))).rejects.toThrow('steps is required');
  });
});
