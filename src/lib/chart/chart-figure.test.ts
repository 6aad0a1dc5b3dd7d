import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { cssVariables, dark, light } from '../theme/palette.ts';
import { chartFigure } from './chart-figure.ts';
import { mostSeries, seriesColour } from './chart-forms.ts';
import { chartOf, numbers, words } from './fixtures.ts';

const csv = 'harbour,share\nNorth,50 #1\n"West, far",\n';
const chart = chartOf({
  mark: 'dot',
  x: { ...numbers, label: 'Share' },
  y: words,
  unit: '%',
  hasCertainty: true,
  points: [
    { x: 50, y: 'North' },
    { x: null, y: 'West', certainty: 'reported' }
  ]
});
const html = unified()
  .use(rehypeStringify)
  .stringify({
    type: 'root',
    children: [chartFigure(chart, { cites: [], note: 'As told.', fileName: 'shares.csv', csv })]
  });

describe('chartFigure(chart, credit)', () => {
  it('has a title, what is measured, a key, what is lacking and its note', () => {
    expect(html).toContain('<strong>Trade</strong><span class="measure">Share, %</span>');
    expect(html).toMatch(/<li><svg.*?<\/svg> Confirmed<\/li><li><svg.*?<\/svg> Reported<\/li>/);
    expect(html).toContain('<p>No figure for West. As told.</p>');
  });

  it('says what is measured once, where the unit is the name of its column', () => {
    const { children } = chartFigure(
      { ...chart, unit: 'share' },
      { cites: [], note: '', fileName: 'shares.csv', csv }
    );
    expect(JSON.stringify(children)).not.toContain('Share, share');
  });

  it('has its numbers as a table that can be reached and scrolled by keyboard', () => {
    expect(html).toContain('role="region" aria-label="The numbers: Trade" tabindex="0"');
    expect(html).toContain('<th scope="row">West</th><td>not given</td><td>Reported</td>');
  });

  it('gives the file as it was written', () => {
    const [, href] = /href="([^"]*)" download="shares.csv"/.exec(html)!;
    const [, data] = href!.replaceAll('&#x22;', '"').split('charset=utf-8,');
    expect(data).not.toContain('#');
    expect(decodeURIComponent(href!.slice(href!.indexOf(',') + 1))).toBe(csv);
  });
});

describe('seriesColour(series, all)', () => {
  it('is a colour of both themes, another for each series', () => {
    const all = Array.from({ length: mostSeries }, (_, i) => String(i));
    const colours = all.map((series) => seriesColour(series, all));
    expect(new Set(colours).size).toBe(mostSeries);
    for (const palette of [light, dark]) {
      for (const colour of colours)
        expect(cssVariables(palette)).toContain(`${colour.slice(4, -1)}:`);
    }
  });
});
