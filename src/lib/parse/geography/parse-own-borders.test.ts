import { describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../../../tests/broken-stories/read-broken-story.ts';
import { borderWords } from '../../story/border-words.ts';
import { formatFault } from '../fault.ts';
import { parseStory } from '../parse-story.ts';

const base = baseStory();

function withBorders(yaml: string, look = '[moscow, tehran]') {
  const warnings: string[] = [];
  const text = base.files['story.md']!.replace('lang: en', `lang: en\nborders:\n${yaml}`).replace(
    'look: [moscow, tehran]',
    `look: ${look}`
  );
  const files = { ...base.files, 'story.md': text };
  const story = parseStory({ ...base, files }, smallWorld, (fault) =>
    warnings.push(formatFault(fault))
  );
  return { borders: story.geography.ownBorders, warnings };
}

describe('parseStory(folder, world) on borders', () => {
  it('takes forms of contested areas and lines, each with its reason', () => {
    const { borders, warnings } = withBorders(
      '  salt-marsh: {area: plain, with: RUS, line: solid, reason: As we see it}\n  gulf-line: {line: hidden, reason: As we see it}'
    );
    expect(warnings).toEqual([]);
    expect(borders).toEqual([
      {
        ...{ id: 'salt-marsh', name: 'Salt Marsh', land: 'IRN', area: 'plain', with: 'RUS' },
        ...{ line: 'solid', within: [46, 36, 48, 38], except: [], reason: 'As we see it' }
      },
      {
        ...{ id: 'gulf-line', name: 'Gulf Line', line: 'hidden' },
        ...{ within: [50, 22, 52, 24], except: [], reason: 'As we see it' }
      }
    ]);
    expect(borderWords(borders![0]!, (code) => code)).toBe(
      'not hatched, shown with RUS and with its contested lines drawn as borders'
    );
  });

  it('leaves other stories as they are', () => {
    expect(parseStory(base, smallWorld).geography).not.toHaveProperty('ownBorders');
  });
});
