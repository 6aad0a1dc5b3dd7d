import type { CountryGroup, Step, Story } from './story.ts';

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
