import { memoize } from '../../cache.ts';
import type { Story } from '../../story/story.ts';

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * The two letters that stand for each place of a story on all of its tactile sheets, by the place’s id: its name’s first
 * letter and the first of the others that tells it from the places before it.
 */
export const placeCodes = memoize((story: Story): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  return new Map(
    story.places.map(({ id, name }) => {
      const code = candidates(name).find((each) => !taken.has(each)) ?? '';
      taken.add(code);
      return [id, code];
    })
  );
});

/** The pairs of letters that may stand for a name, the likest first. */
function candidates(name: string): string[] {
  const own = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const firsts = own === '' ? alphabet : [own[0]!, ...alphabet];
  const seconds = [...own.slice(1), ...alphabet];
  return firsts.flatMap((first) => seconds.map((second) => first + second));
}
