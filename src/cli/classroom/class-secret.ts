import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The shortest secret that is taken: nobody finds a random one of so many characters by trying. */
const leastLength = 16;

/**
 * The secret from which the rooms' keys follow: `FULCRUM_CLASS_SECRET`, or a random one that is kept in a file which
 * only this user can read, so that a server started again knows its teachers. Servers on several machines need the
 * same secret, and so the variable.
 *
 * @param folder where the file lies: the system's folder for temporary files
 * @throws Error for a secret that is too short, and for a file that another user may have written or read
 */
export function classSecret(given = process.env.FULCRUM_CLASS_SECRET, folder = tmpdir()): string {
  if (given === undefined || given === '') return keptSecret(folder);
  if (given.length >= leastLength) return given;
  throw new Error(
    `FULCRUM_CLASS_SECRET must have at least ${leastLength} characters, got ${given.length}`
  );
}

function keptSecret(folder: string): string {
  // On Windows users have no number, but each has a folder for temporary files.
  const file = join(folder, `fulcrum-class-secret-${process.getuid?.() ?? 'own'}`);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) keepSecret(file);
  const { uid, mode } = lstatSync(file);
  const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
  if (isOwn) return readFileSync(file, 'utf8');
  throw new Error(`${file} must belong to this user alone: remove it, or set FULCRUM_CLASS_SECRET`);
}

/** Writes the file whole before it gets its name: of servers that start at once, all read what the first has written. */
function keepSecret(file: string): void {
  const draft = `${file}-${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
