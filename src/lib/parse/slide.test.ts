import { describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../../tests/broken-stories/read-broken-story.ts';
import { leadSentences } from './lead-sentences.ts';
import { parseStory } from './parse-story.ts';
import { parseMarkdown, plainText } from './prose.ts';

const base = baseStory();

function slidesOf(change: (markdown: string) => string): string[] {
  const files = { ...base.files, 'story.md': change(base.files['story.md']!) };
  return parseStory({ ...base, files }, smallWorld).steps.map(({ slideHtml }) => slideHtml);
}

function lead(markdown: string, lang = 'en'): string {
  return leadSentences(parseMarkdown(markdown, 1).children, lang).map(plainText).join('|');
}

describe('Step.slideHtml', () => {
  it('is how the prose begins, without the numbers of its citations', () => {
    expect(slidesOf((markdown) => markdown)).toEqual([
      '<p>A minister signs an agreement in Tehran.</p>',
      '<p>A deal is announced.</p>',
      '<p>Nothing more is known, as Katz says.</p>'
    ]);
  });

  it('is what the author wrote for the screen, where there is such a thing', () => {
    const slides = slidesOf((markdown) =>
      markdown.replace('```notes', '```slide\nSigned: *one* agreement\n```\n\n```notes')
    );
    expect(slides[0]).toBe('<p>Signed: <em>one</em> agreement</p>');
    expect(slides[1]).toBe('<p>A deal is announced.</p>');
  });
});

describe('leadSentences(children, lang)', () => {
  const long =
    'Here, faintly, are the lines that the year has drawn so far, the promised among them.';

  it('is one sentence where that says enough', () => {
    expect(lead(`${long} Their form says more.\n\nAnother paragraph.`)).toBe(long);
  });

  it('takes the next in where the first says little', () => {
    expect(lead('Go back to the start.\nOn 20 January a minister came. He left.')).toBe(
      'Go back to the start.\nOn 20 January a minister came. He left.'
    );
    expect(lead(`Go back to the start. ${long} Not this.`)).toBe(`Go back to the start. ${long}`);
  });

  it('keeps the markup of what it keeps', () => {
    const [paragraph] = leadSentences(
      parseMarkdown(`${long.replace('faintly', '*faintly*')} And *more of* it.`, 1).children,
      'en'
    );
    expect(plainText(paragraph!)).toBe(long);
    expect(paragraph).toMatchObject({
      children: [{ type: 'text' }, { type: 'emphasis' }, { type: 'text' }]
    });
  });

  it('ends sentences by the rules of the language', () => {
    const persian =
      'این یک جمله بلند است که به اندازه کافی دراز است تا به تنهایی خوانده شود؟ این جمله دیگری است.';
    expect(lead(persian, 'fa')).toBe(persian.slice(0, persian.indexOf('؟') + 1));
  });

  it('is the first block of prose without a paragraph', () => {
    expect(lead('- one\n- two')).toBe('onetwo');
  });
});
