/** Offers the reader a file to save, under a proposed name. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Words as a file's name, without its ending: letters and digits of any script, joined by hyphens. */
export function fileName(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, '-');
}
