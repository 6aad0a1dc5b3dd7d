import { readPackageJson } from './package-file.ts';

interface CodeMappings {
  supplemental: { codeMappings: Record<string, { _numeric?: string; _alpha3?: string }> };
}

/**
 * The project's codes for land that ISO 3166-1 has no code for, by the alpha-2 code that CLDR uses. ISO sets XAA to
 * XZZ aside for its users; XKX is what the World Bank and the European Commission write for Kosovo.
 */
const ownCodes: Readonly<Record<string, string>> = { XK: 'XKX' };

interface Aliases {
  supplemental: { metadata: { alias: { territoryAlias: Record<string, unknown> } } };
}

/** Alpha-2 codes that have been replaced, such as BU (Burma), which keeps Myanmar's number. */
const { territoryAlias: replaced } = readPackageJson<Aliases>('cldr-core/supplemental/aliases.json')
  .supplemental.metadata.alias;

const { codeMappings } = readPackageJson<CodeMappings>(
  'cldr-core/supplemental/codeMappings.json'
).supplemental;

const alpha3ByNumeric = new Map<string, string>();
const alpha2ByAlpha3 = new Map<string, string>();
for (const [alpha2, { _numeric: numeric, _alpha3: alpha3 }] of Object.entries(codeMappings)) {
  const code = ownCodes[alpha2] ?? alpha3;
  if (alpha2.length !== 2 || alpha2 in replaced || !code) continue;
  if (numeric && !alpha3ByNumeric.has(numeric)) alpha3ByNumeric.set(numeric, code);
  if (!alpha2ByAlpha3.has(code)) alpha2ByAlpha3.set(code, alpha2);
}

/** ISO 3166-1 alpha-3 of a numeric code written with three digits ("643" → "RUS"); undefined if unknown. */
export function alpha3OfNumeric(numeric: string): string | undefined {
  return alpha3ByNumeric.get(numeric);
}

/** Alpha-2 as CLDR uses it ("RUS" → "RU", our own "XKX" → "XK"); undefined if unknown. */
export function alpha2OfAlpha3(alpha3: string): string | undefined {
  return alpha2ByAlpha3.get(alpha3);
}
