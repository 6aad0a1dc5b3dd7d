/**
 * Returns the candidate that `word` is most likely a misspelling of, or null where none is near. Case is ignored;
 * one slip is forgiven in short words, two from six letters on, three from twelve on.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const slips = word.length < 6 ? 1 : word.length < 12 ? 2 : 3;
  let best: string | null = null;
  let bestDistance = slips + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Returns ` (did you mean "moscow"?)` where a candidate is near to `word`, else an empty text. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const guess = nearest(word, candidates);
  return guess === null ? '' : ` (did you mean "${guess}"?)`;
}

/**
 * Returns the number of insertions, deletions, substitutions and swaps of neighbours between two
 * words: the optimal string alignment distance (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance).
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
