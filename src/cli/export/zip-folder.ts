import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { filesBelow } from './files-below.ts';

/** What is packed well already. */
const packed = /\.(woff2|webp|png|jpg)$/;
/** The zip's code for file attributes in the manner of Unix, and a script's: all may read and run it. */
const unix = 3;
const runnable = 0o100755 << 16;

/** A folder as a zip that unpacks into a folder of the given name. */
export function zipFolder(folder: string, name: string): Uint8Array {
  const files: Zippable = {};
  for (const path of filesBelow(folder)) {
    files[`${name}/${path}`] = [
      new Uint8Array(readFileSync(join(folder, path))),
      {
        level: packed.test(path) ? 0 : 9,
        ...(path.endsWith('.py') ? { os: unix, attrs: runnable } : {})
      }
    ];
  }
  return zipSync(files);
}
