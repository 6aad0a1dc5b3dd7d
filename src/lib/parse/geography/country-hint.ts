import type { Gazetteer } from '../../story/gazetteer.ts';
import { editDistance } from '../did-you-mean.ts';

/** Codes that others use: of sport, of number plates, of newsrooms. */
const otherCodes: Readonly<Record<string, string>> = {
  BUL: 'BGR',
  CRO: 'HRV',
  DEN: 'DNK',
  GER: 'DEU',
  GRE: 'GRC',
  HOL: 'NLD',
  INA: 'IDN',
  IRI: 'IRN',
  KSA: 'SAU',
  MAS: 'MYS',
  NED: 'NLD',
  PHI: 'PHL',
  POR: 'PRT',
  RSA: 'ZAF',
  SUI: 'CHE',
  UAE: 'ARE',
  UK: 'GBR',
  VIE: 'VNM'
};

/**
 * Returns ` (did you mean "GBR"?)` where it is plain which country a word means: by its name in any language, another code
 * of it, or one slip in the code; else an empty text. Of two hundred codes of three letters many are near to any word: a
 * guess among several would mislead.
 */
export function countryHint(word: string, countries: Gazetteer['countries']): string {
  const code = meant(word, countries);
  return code === null ? '' : ` (did you mean "${code}"?)`;
}

function meant(word: string, countries: Gazetteer['countries']): string | null {
  const codes = Object.keys(countries);
  const upper = word.trim().toUpperCase();
  const plain = (name: string) => name.replace(/ \(.*\)$/, '').toLowerCase();
  const named = codes.find((code) => {
    const { iso2, names } = countries[code]!;
    return iso2 === upper || Object.values(names).some((name) => plain(name) === plain(word));
  });
  if (named) return named;
  const other = otherCodes[upper];
  if (other !== undefined && codes.includes(other)) return other;
  const letters = (code: string) => [...code].sort().join('');
  const near = codes.filter((code) => editDistance(upper, code) <= 1);
  const swapped = near.filter((code) => letters(code) === letters(upper));
  const found = swapped.length > 0 ? swapped : near;
  return found.length === 1 ? found[0]! : null;
}
