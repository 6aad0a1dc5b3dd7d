/** Letters without accents and case, so that what is typed finds what is written. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, "'");
}

/**
 * The indexes of the steps that were meant: by number from 1 (that step first, then those whose number begins
 * so), or by words of title and section, all of which must be there; those whose title begins so come first.
 * Nothing typed means all.
 */
export function findSteps(
  steps: readonly { readonly title: string; readonly section: string }[],
  typed: string
): readonly number[] {
  const asked = plain(typed).trim();
  const all = steps.map((_, index) => index);
  if (asked === '') return all;
  if (/^\d+$/.test(asked)) {
    const number = Number(asked);
    const numbered = all.filter((index) => String(index + 1).startsWith(String(number)));
    if (numbered.length > 0) return numbered;
  }
  const words = asked.split(/\s+/);
  const found = all.filter((index) => {
    const { title, section } = steps[index]!;
    const text = plain(`${title} ${section}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (index: number) => plain(steps[index]!.title).startsWith(asked);
  return [...found.filter(begins), ...found.filter((index) => !begins(index))];
}
