import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipFolder } from '../export/zip-folder.ts';

/** The plugin's name, which is its folder in WordPress. */
const name = 'fulcrum';
export const pluginFolder = resolve(import.meta.dirname, '../../wordpress', name);

/** The places that name the plugin's version. */
const versions = {
  'fulcrum.php': [/^ \* Version: +(\S+)$/m, /'FULCRUM_VERSION', '([^']+)'/],
  'readme.txt': [/^Stable tag: (\S+)$/m],
  'block/block.json': [/"version": "([^"]+)"/]
} as const;

/**
 * The plugin as WordPress takes it for an upload.
 *
 * @throws Error where its files name different versions
 */
export function zipPlugin(): Uint8Array {
  pluginVersion((file) => readFileSync(join(pluginFolder, file), 'utf8'));
  return zipFolder(pluginFolder, name);
}

/**
 * The version that all of the plugin's files name, such as `0.1.0`.
 *
 * @param read gives the text of a file by its path in the plugin
 * @throws Error naming the file that has another version than the file before it, or none
 */
export function pluginVersion(read: (file: string) => string): string {
  let version: string | undefined;
  for (const [file, patterns] of Object.entries(versions)) {
    const text = read(file);
    for (const pattern of patterns) {
      const found = pattern.exec(text)?.[1];
      version ??= found;
      if (found === undefined || found !== version) {
        throw new Error(`${file}: expected version ${version}, got ${found ?? 'none'}`);
      }
    }
  }
  return version!;
}
