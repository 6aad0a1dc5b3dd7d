/** A text in lower case and without accents, so that `anzali` finds `Anzalí`. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, "'");
}

/** What of a step can be searched. */
export interface Searchable {
  readonly title: string;
  readonly section: string;
  /** What it says and shows, as plain text. */
  readonly text: string;
}

/**
 * The indices of the steps that were meant, the likeliest first. A number means the step of that number, counted from
 * 1, and those whose number begins with it. Words have to be in the step: titles that begin with them come first, then
 * those that have them in the title or the section, then those that only speak of them. Nothing typed means all steps.
 */
export function findSteps(steps: readonly Searchable[], typed: string): readonly number[] {
  const asked = plain(typed).trim();
  const all = steps.map((_, index) => index);
  if (asked === '') return all;
  if (/^\d+$/.test(asked)) {
    const number = Number(asked);
    const numbered = all.filter((index) => String(index + 1).startsWith(String(number)));
    if (numbered.length > 0) return numbered;
  }
  const words = asked.split(/\s+/);
  const has = (text: string) => words.every((word) => text.includes(word));
  const ranked = steps.map(({ title, section, text }, index) => {
    const name = plain(`${title} ${section}`);
    if (!has(`${name} ${plain(text)}`)) return { index, rank: -1 };
    return { index, rank: plain(title).startsWith(asked) ? 0 : has(name) ? 1 : 2 };
  });
  return ranked
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ index }) => index);
}
