import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Chart } from './chart.ts';
import { drawChart } from './draw-chart.ts';
import { chartOf, months, numbers, words } from './fixtures.ts';

const svgOf = (chart: Chart) =>
  unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [drawChart(chart)] });
const textsIn = (svg: string) => [...svg.matchAll(/>([^<]+)<\/t(?:ext|span)>/g)].map(([, t]) => t!);

const line = chartOf({
  mark: 'line',
  color: 'Harbour',
  points: ['North', 'South'].flatMap((series, i) =>
    [1, 2, 3, 4, 5].map((month) => ({
      x: `2015-0${month}`,
      y: series === 'North' && month === 3 ? null : month * (i + 1),
      series,
      certainty: month > 4 ? ('planned' as const) : ('confirmed' as const)
    }))
  )
});

describe('drawChart(chart)', () => {
  it('draws the same chart the same, without ids, scripts or styles', () => {
    expect(svgOf(line)).toBe(svgOf(line));
    expect(svgOf(line)).not.toMatch(/ id=|<style|<script|#[0-9a-f]{6}/);
  });

  it('is a picture with the words for it', () => {
    expect(drawChart(line).properties).toMatchObject({ role: 'img', ariaLabel: 'Trade grows.' });
  });

  it('sets no label below 12 px at the width of a phone', () => {
    const { viewBox } = drawChart(line).properties;
    expect(String(viewBox)).toMatch(/^0 0 340 /);
    const sizes = [...svgOf(line).matchAll(/font-size="([\d.]+)"/g)].map(([, size]) =>
      Number(size)
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it('names each line at its end', () => {
    expect(textsIn(svgOf(line))).toEqual(expect.arrayContaining(['North', 'South']));
  });

  it('leaves a gap where a value is missing, and dots what is planned', () => {
    const paths = [...svgOf(line).matchAll(/<path[^>]* d="([^"]*)"/g)].map(([, d]) => d!);
    // North before and, planned, after the gap; South and its planned end.
    expect(paths.filter((d) => /^M[\d.]+,[\d.]+L/.test(d))).toHaveLength(4);
    expect(svgOf(line)).toContain('stroke-linecap="round"');
  });

  it('has room for the number at the end of its longest bar', () => {
    const svg = svgOf(
      chartOf({
        x: numbers,
        y: words,
        points: [
          { x: 12_580, y: 'North' },
          { x: 700, y: 'South' }
        ]
      })
    );
    const [, from] = /translate\(([\d.]+),[^>]*>12,580</.exec(svg)!;
    expect(Number(from) + 5 + 6 * 8).toBeLessThan(340);
  });

  it('keeps the room of months that have no bar', () => {
    const svg = svgOf(
      chartOf({
        points: [
          { x: '2014-11', y: 1 },
          { x: '2015-02', y: 4 }
        ]
      })
    );
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining(['Nov', '2014', 'Dec', 'Jan', '2015', 'Feb'])
    );
    expect(svg.match(/<rect/g)).toHaveLength(2);
  });

  it('outlines bars that are not confirmed, in the dashes of the map', () => {
    const bar = (certainty: 'disputed' | 'reported') =>
      svgOf(chartOf({ hasCertainty: true, points: [{ x: '2015-01', y: 1, certainty }] }));
    expect(bar('disputed')).toMatch(
      /<g(?=[^>]*stroke-dasharray="2.8 2.8")(?=[^>]*fill-opacity="0")/
    );
    expect(bar('reported')).toMatch(
      /<g(?=[^>]*stroke-dasharray="7.7 3.3")(?=[^>]*fill-opacity="0.3")/
    );
  });

  it('writes the words of rows beside them, and numbers as the language does', () => {
    const svg = svgOf(
      chartOf({
        lang: 'de',
        x: numbers,
        y: words,
        points: [
          { x: 1234.5, y: 'The harbour in the far west' },
          { x: 100, y: 'North' }
        ]
      })
    );
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining(['The harbour in the', 'far west', 'North', '1.234,5'])
    );
  });

  it('adds up bars of several colours and hangs those below zero', () => {
    const svg = svgOf(
      chartOf({
        color: 'Harbour',
        x: months,
        points: [
          { x: '2015-01', y: 0.1, series: 'North' },
          { x: '2015-01', y: 0.2, series: 'South' }
        ]
      })
    );
    expect(textsIn(svg)).toContain('0.3');
    expect(svg).toMatch(/stroke="var\(--card\)"/);
    expect(svgOf(chartOf({ points: [{ x: '2015-01', y: -2 }] }))).toContain('<rect');
  });
});
