/**
 * Lets the browser do what it has to before more work is done: paint, answer a key. What comes after is a task of
 * its own.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
