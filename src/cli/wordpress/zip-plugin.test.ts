import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pluginVersion, zipPlugin } from './zip-plugin.ts';

describe('zipPlugin()', () => {
  it('has all in one folder, with the file that WordPress looks for', () => {
    const files = unzipSync(zipPlugin());
    expect(Object.keys(files).every((path) => path.startsWith('fulcrum/'))).toBe(true);
    expect(strFromU8(files['fulcrum/fulcrum.php']!)).toContain('Plugin Name:');
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['fulcrum/readme.txt', 'fulcrum/uninstall.php', 'fulcrum/LICENSE'])
    );
  });
});

describe('pluginVersion(read)', () => {
  const files: Record<string, string> = {
    'fulcrum.php': " * Version:  1.2.0\ndefine( 'FULCRUM_VERSION', '1.2.0' );",
    'readme.txt': 'Stable tag: 1.2.0',
    'block/block.json': '{ "version": "1.2.0" }'
  };
  const read = (file: string) => files[file]!;

  it('is the version that all files name', () => {
    expect(pluginVersion(read)).toBe('1.2.0');
  });

  it.each([
    ['block/block.json', '{ "version": "1.1.0" }', 'expected version 1.2.0, got 1.1.0'],
    ['readme.txt', 'Stable tag:', 'expected version 1.2.0, got none']
  ])('refuses another version in %s', (changed, text, message) => {
    const other = (file: string) => (file === changed ? text : read(file));
    expect(() => pluginVersion(other)).toThrow(`${changed}: ${message}`);
  });
});
