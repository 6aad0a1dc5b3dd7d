/** Languages written from right to left, by their first subtag (Unicode CLDR, `characterOrder`). */
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Returns the direction of a language (BCP 47): `rtl` for `fa-IR`, `ltr` for `fa-Latn`. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const isLatin = /-(Latn|Cyrl)\b/i.test(lang);
  return rightToLeft.has(primaryOf(lang)) && !isLatin ? 'rtl' : 'ltr';
}

/**
 * The language of the page's own words, which are English: `en` on the page of a story in another language (WCAG 2.2,
 * 3.1.2), undefined on that of an English one, where nothing has to say so.
 */
export function interfaceLang(storyLang: string): 'en' | undefined {
  return primaryOf(storyLang) === 'en' ? undefined : 'en';
}

/** The story's language where its words stand among the page's own; undefined where both are English. */
export function wordsLang(storyLang: string): string | undefined {
  return primaryOf(storyLang) === 'en' ? undefined : storyLang;
}

function primaryOf(lang: string): string {
  return lang.split('-')[0]!.toLowerCase();
}
