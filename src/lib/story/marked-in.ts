import type { CountryGroup, Geography, Step, Story } from './story.ts';

/** The groups that a step marks as a whole, and the codes of the countries that it marks besides. */
export function markedIn(
  { geography }: Pick<Story, 'geography'>,
  { groups: named, highlight }: Pick<Step, 'groups' | 'highlight'>
): { readonly groups: readonly CountryGroup[]; readonly alone: readonly string[] } {
  const marked = new Set(highlight);
  const groups = geography.groups.filter(
    ({ id, members }) => named.includes(id) && members.every((code) => marked.has(code))
  );
  const grouped = new Set(groups.flatMap(({ members }) => members));
  return { groups, alone: highlight.filter((code) => !grouped.has(code)) };
}

/** The codes of countries, and of the parts of them that have a code of their own. */
export function withParts(
  { countries }: Pick<Geography, 'countries'>,
  codes: readonly string[]
): string[] {
  const parts = countries.filter(
    ({ code, partOf }) => partOf !== undefined && codes.includes(partOf) && !codes.includes(code)
  );
  return [...codes, ...parts.map(({ code }) => code)];
}

/** The land that each group of a story is outlined around, as codes by its id. */
export function groupLand({ geography }: Pick<Story, 'geography'>): Record<string, string[]> {
  return Object.fromEntries(
    geography.groups.map(({ id, members }) => [id, withParts(geography, members)])
  );
}
