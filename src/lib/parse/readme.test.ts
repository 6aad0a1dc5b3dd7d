import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certainties, datePrecisions } from '../story/story.ts';
import { builtInKinds } from './built-in-kinds.ts';

const readme = readFileSync('src/lib/parse/README.md', 'utf8');

/** The words that the README lists after a heading of its own, such as `kinds`. */
function listed(name: string): string[] {
  const [, list] = new RegExp(`^- ${name}: ([^;\\n]*)`, 'm').exec(readme)!;
  return [...list!.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
}

describe('the README of the story format', () => {
  it('lists every word that a column of events.csv takes', () => {
    expect(listed('kinds')).toEqual([...builtInKinds.keys()]);
    expect(listed('certainties')).toEqual([...certainties]);
    expect(listed('precisions')).toEqual([...datePrecisions]);
  });
});
