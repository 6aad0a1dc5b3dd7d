import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zipFolder } from './zip-folder.ts';

it('zips all files of a folder below one name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-test-'));
  mkdirSync(join(folder, 'deep/er'), { recursive: true });
  writeFileSync(join(folder, 'start.py'), 'print("Привет")');
  writeFileSync(join(folder, 'deep/er/a.webp'), 'a');
  const files = unzipSync(zipFolder(folder, 'one'));
  rmSync(folder, { recursive: true });
  expect(Object.keys(files).sort()).toEqual(['one/deep/er/a.webp', 'one/start.py']);
  expect(strFromU8(files['one/start.py']!)).toBe('print("Привет")');
});
