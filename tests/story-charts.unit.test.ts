import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { events } from './story-facts.ts';

/** The cells of a chart's table, one text a row, sorted. */
function rowsOf(file: string): string[] {
  const path = `src/stories/russia-iran-2015/charts/${file}`;
  return csvParse(readFileSync(path, 'utf8'))
    .map((row) => Object.values(row).join(' '))
    .sort();
}

/** How often each text occurs, after what it says of the events. */
function counted(texts: readonly (readonly [what: string, certainty: string])[]): string[] {
  const counts = new Map<string, number>();
  for (const pair of texts) counts.set(pair.join('\t'), (counts.get(pair.join('\t')) ?? 0) + 1);
  return [...counts].map(([pair, count]) => pair.replace('\t', ` ${count} `)).sort();
}

describe('the charts of the first story', () => {
  it('count its events of 2015 by month', () => {
    const dated = events.filter(
      (event) => event.start!.startsWith('2015') && event.date_precision !== 'year'
    );
    expect(rowsOf('months.csv')).toEqual(
      counted(dated.map((event) => [event.start!.slice(0, 7), event.certainty!]))
    );
  });

  it('count its lines by where they run', () => {
    const routes: Record<string, string> = {
      'moscow tehran': 'Moscow to Tehran',
      'tehran moscow': 'Tehran to Moscow',
      'astrakhan bandar-e-anzali': 'Across the Caspian Sea',
      'bandar-e-anzali astrakhan': 'Across the Caspian Sea',
      'moscow hmeimim': 'To Syria',
      'tehran damascus': 'To Syria',
      'riyadh moscow': 'To Moscow from Riyadh and Israel',
      'ben-gurion-airport moscow': 'To Moscow from Riyadh and Israel'
    };
    const lines = events.filter((event) => event.from !== '');
    expect(rowsOf('lines.csv')).toEqual(
      counted(lines.map((event) => [routes[`${event.from} ${event.to}`]!, event.certainty!]))
    );
  });
});
