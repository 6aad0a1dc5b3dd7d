import { describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../../../tests/broken-stories/read-broken-story.ts';
import { plainText } from '../../story/excerpt.ts';
import { parseStory } from '../parse-story.ts';

/** The base story with something after the prose of its last step. */
function storyWith(block: string, files: Record<string, string> = {}) {
  const base = baseStory();
  const prose = 'Nothing more is known, as @katz2015 says.\n';
  const markdown = base.files['story.md']!.replace(prose, `${prose}\n${block}\n`);
  return parseStory(
    { ...base, files: { ...base.files, ...files, 'story.md': markdown } },
    smallWorld
  );
}

const chart = (more = '') => `\`\`\`chart
data: trade.csv
mark: line
x: year
y: tonnes
title: Trade by year
alt: Trade grows from 1 to 3 tonnes.
sources: [gady2015]
${more}\`\`\``;
const csv = '\ufeffyear,tonnes\r\n2013,1\r\n2014,2\r\n2015,3\r\n';

describe('a chart fence', () => {
  const step = storyWith(chart(), { 'trade.csv': csv }).steps.at(-1)!;

  it('is a figure in the prose whose sources are cited with their numbers', () => {
    expect(step.cites).toEqual(['katz2015', 'gady2015']);
    expect(step.html).toMatch(
      /<strong>Trade by year<\/strong><sup class="cites">.*href="#source-gady2015"/s
    );
    expect(step.html).toContain('aria-label="Trade grows from 1 to 3 tonnes."');
    expect(step.html).toContain('data:text/csv;charset=utf-8,year,tonnes%0A2013,1%0A');
  });

  it('stands on the screen without numbers of sources and without its table', () => {
    expect(step.slideHtml).toContain('<figure class="chart">');
    expect(step.slideHtml).not.toMatch(/<details|class="cite"/);
  });

  it('is its title and the words for it where there is only text', () => {
    expect(plainText(step.html)).toBe(
      'Nothing more is known, as Katz says. Trade by year Tonnes Trade grows from 1 to 3 tonnes.'
    );
  });

  it('says so where it counts the events of the story', () => {
    const fence = chart().replace('[gady2015]', 'events');
    const { html, cites } = storyWith(fence, { 'trade.csv': csv }).steps.at(-1)!;
    expect(html).toContain('<p>Counted from the events of this story.</p>');
    expect(cites).toEqual(['katz2015']);
  });

  it('takes a certainty for all of its points', () => {
    const { html } = storyWith(chart('certainty: planned\n'), { 'trade.csv': csv }).steps.at(-1)!;
    expect(html).toContain('<td>3</td><td>Planned</td>');
  });
});

describe('a table in the prose', () => {
  const table = '| Port | Ships |\n| ---- | ----: |\n| Baku | 3 [@katz2015] |';

  it('is a table in a box that scrolls, with its citations', () => {
    const { html } = storyWith(table).steps.at(-1)!;
    expect(html).toContain(
      '<div class="wide-table" role="region" aria-label="Table: Port, Ships" tabindex="0"><table>'
    );
    expect(html).toMatch(/<th[^>]*>Port<\/th>/);
    expect(html).toMatch(/<td[^>]*>3<sup class="cites">/);
    expect(html).not.toContain('|');
  });

  it('is all that is taken beyond CommonMark', () => {
    const { html } = storyWith('~~Struck~~ at www.example.org.\n\n- [ ] Done').steps.at(-1)!;
    expect(html).toContain('<p>~~Struck~~ at www.example.org.</p>');
    expect(html).toContain('<li>[ ] Done</li>');
  });
});
