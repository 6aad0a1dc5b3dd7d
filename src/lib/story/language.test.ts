import { describe, expect, it } from 'vitest';
import { directionOf, interfaceLang } from './language.ts';

describe('directionOf(lang)', () => {
  it.each([
    ['en', 'ltr'],
    ['fa', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['fa-Latn', 'ltr'],
    ['es-419', 'ltr']
  ])('%s', (lang, direction) => expect(directionOf(lang)).toBe(direction));
});

describe('interfaceLang(storyLang)', () => {
  it('says that the page’s own words are English where the story is not', () => {
    expect(['en', 'en-GB', 'es', 'enm'].map(interfaceLang)).toEqual([
      undefined,
      undefined,
      'en',
      'en'
    ]);
  });
});
