const key = 'answers of this window';

/**
 * A random word by which a room tells this window's answers from others', so that each answers once. It names nobody, and
 * goes with the window.
 */
export function pupilWord(): string {
  const made = randomWord();
  try {
    const kept = sessionStorage.getItem(key);
    if (kept !== null) return kept;
    sessionStorage.setItem(key, made);
  } catch {
    // The reader's settings refuse the storage: after a reload the window answers as another one.
    return made;
  }
  return made;
}

function randomWord(): string {
  // `randomUUID` is there only on secure origins; a classroom's server may have none.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
