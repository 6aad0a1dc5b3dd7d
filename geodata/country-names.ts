import type { Names } from '../src/lib/story/gazetteer.ts';
import { alpha2OfAlpha3 } from './iso.ts';
import { readPackageJson } from './package-file.ts';
import type { Policy } from './policy.ts';

const languages = ['en', 'ru', 'fa', 'ar', 'he'] as const;
type Language = (typeof languages)[number];

interface Territories {
  main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
}

/**
 * Returns a function that names a country in every language of the gazetteer, from the Unicode CLDR and the
 * policy's own names. The function throws if the CLDR has no English name for a code.
 */
export function makeCountryNames({ names, cldrForms }: Policy): (code: string) => Names {
  const territories = new Map<Language, Record<string, string>>(
    languages.map((language) => {
      const file = `cldr-localenames-full/main/${language}/territories.json`;
      const { main } = readPackageJson<Territories>(file);
      return [language, main[language]!.localeDisplayNames.territories];
    })
  );
  return (code) => {
    const alpha2 = alpha2OfAlpha3(code) ?? '';
    const form = (['short', 'variant'] as const).find((f) => cldrForms[f].includes(code));
    const found = languages.flatMap((language): [Language, string][] => {
      const all = territories.get(language)!;
      const name = names[code]?.[language] ?? all[`${alpha2}-alt-${form}`] ?? all[alpha2];
      return name ? [[language, name]] : [];
    });
    const result = Object.fromEntries(found) as Partial<Names>;
    if (!result.en) throw new Error(`expected an English name for "${code}", got none`);
    return result as Names;
  };
}
