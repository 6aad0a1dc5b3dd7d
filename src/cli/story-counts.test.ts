import { describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../tests/broken-stories/read-broken-story.ts';
import { parseStory } from '../lib/parse/parse-story.ts';
import { storyCounts } from './story-counts.ts';

const base = baseStory();

/** What is counted of the base story with one of its files made anew from its old text. */
function countsWith(file: 'story.md' | 'sources.json', make: (text: string) => string): string {
  const files = { ...base.files, [file]: make(base.files[file]!) };
  return storyCounts(parseStory({ ...base, files }, smallWorld));
}

describe('storyCounts(story)', () => {
  it('counts steps, events by kind and certainty, and what rests on each work', () => {
    expect(countsWith('story.md', (text) => text)).toBe(
      [
        'two-cities: 3 steps, 2 events, 2 works, 18 words',
        '',
        '  events     confirmed  reported  all',
        '  visit              1         ·    1',
        '  agreement          ·         1    1',
        '  all                1         1    2',
        '',
        '  works cited                      claims  passages',
        '  gady2015  Gady, 21 January 2015       2         2',
        '  katz2015  Katz, August 2015           1         2',
        '',
        '  steps without a source: none'
      ].join('\n')
    );
  });

  it('names the steps that cite nothing', () => {
    expect(countsWith('story.md', (text) => text.replace(', as @katz2015 says', ''))).toContain(
      '  steps without a source: 1 of 3\n  whole  The whole map'
    );
  });

  it('keeps columns straight with long names and other scripts', () => {
    const long = countsWith('sources.json', (text) =>
      text.replace(
        '"family": "Gady", "given": "Franz-Stefan"',
        `"literal": "${'Иванов '.repeat(12)}"`
      )
    );
    const rows = long.split('\n').filter((line) => /^ {2}(works|gady|katz)/.test(line));
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => [...row].length)).size).toBe(1);
    expect(rows[1]).toContain('…');
  });
});
