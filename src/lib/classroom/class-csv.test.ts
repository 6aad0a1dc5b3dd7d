import { describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../../tests/broken-stories/read-broken-story.ts';
import { parseStory } from '../parse/parse-story.ts';
import { classCsv } from './class-csv.ts';

const base = parseStory(baseStory(), smallWorld);
const story = {
  ...base,
  steps: base.steps.map((step) => ({
    ...step,
    answer: { form: 'words', choices: [], unit: '', right: '' } as const
  }))
};

describe('classCsv(story, answers)', () => {
  it('has each answer once with how often it was given, in the story’s order', () => {
    const answers = [
      { step: 'whole', value: 'Why, "then"' },
      { step: 'minister', value: 'b' },
      { step: 'minister', value: 'a' },
      { step: 'minister', value: 'a' },
      { step: 'gone', value: 'x' }
    ];
    expect(classCsv(story, answers)).toBe(
      'step,title,question,form,answer,expected,count\n' +
        'minister,A minister in Tehran,,words,a,,2\n' +
        'minister,A minister in Tehran,,words,b,,1\n' +
        'whole,The whole map,What would you ask?,words,"Why, ""then""",,1\n'
    );
  });

  it('gives a spreadsheet no formula to run', () => {
    expect(classCsv(story, [{ step: 'whole', value: '=HYPERLINK("//x")' }])).toContain(
      `"'=HYPERLINK(""//x"")"`
    );
  });
});
