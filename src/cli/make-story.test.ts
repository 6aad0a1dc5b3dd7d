import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStory } from './make-story.ts';
import { parseStory } from '../lib/parse/parse-story.ts';
import { readStoryFolder, readWorld } from './read-stories.ts';

describe('makeStory({ stories, slug, title, lang })', () => {
  let stories: string;
  beforeEach(() => {
    stories = mkdtempSync(join(tmpdir(), 'stories-'));
  });
  afterEach(() => rmSync(stories, { recursive: true }));

  it('makes a folder that is a story, with nothing to warn of', () => {
    const folder = makeStory({ stories, slug: 'falklands-1982', lang: 'en' });
    const warnings: unknown[] = [];
    const story = parseStory(readStoryFolder(folder), readWorld(), (each) => warnings.push(each));
    expect(story).toMatchObject({ slug: 'falklands-1982', title: 'Falklands 1982', lang: 'en' });
    expect(warnings).toEqual([]);
    expect(readdirSync(stories)).toEqual(['falklands-1982']);
  });

  it('takes any title', () => {
    const title = 'Islas: "Malvinas" #1';
    const folder = makeStory({ stories, slug: 'a', title, lang: 'es-AR' });
    expect(parseStory(readStoryFolder(folder), readWorld())).toMatchObject({
      title,
      lang: 'es-AR'
    });
  });

  it.each([
    ['Falklands 1982', 'en', 'joined by hyphens (write "falklands-1982"), got "Falklands 1982"'],
    ['../away', 'en', 'joined by hyphens (write "away"), got "../away"'],
    ['geo', 'en', 'must not be one that the site uses itself, got "geo"'],
    ['fresh', 'english', 'lang must be a language tag, such as en or fa-IR, got "english"']
  ])('refuses %s in %s and makes nothing', (slug, lang, expected) => {
    expect(() => makeStory({ stories, slug, lang })).toThrow(expected);
    expect(readdirSync(stories)).toEqual([]);
  });

  it('leaves a folder that is there as it is', () => {
    makeStory({ stories, slug: 'taken', title: 'Mine', lang: 'en' });
    expect(() => makeStory({ stories, slug: 'taken', lang: 'en' })).toThrow('is there already');
    expect(parseStory(readStoryFolder(join(stories, 'taken')), readWorld()).title).toBe('Mine');
  });
});
