/** A text in lower case and without accents, so that `anzali` finds `Anzalí`. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, "'");
}

/**
 * The indices of the steps that were meant, the likeliest first. A number means the step of that number, counted from
 * 1, and those whose number begins with it; words have to be in the title or the section, and titles that begin with
 * them come first. Nothing typed means all steps.
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
