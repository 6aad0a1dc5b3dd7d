/** The words with their first letter a capital, as they begin a sentence or stand alone. */
export function capitalize(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
