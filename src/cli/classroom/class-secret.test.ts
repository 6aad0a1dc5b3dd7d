import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classSecret } from './class-secret.ts';

describe('classSecret(given, folder)', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fulcrum-secret-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the one that is given', () => {
    expect(classSecret('sixteen letters!', folder)).toBe('sixteen letters!');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not one that is short', () => {
    expect(() => classSecret('letmein', folder)).toThrow(
      'FULCRUM_CLASS_SECRET must have at least 16 characters, got 7'
    );
  });

  it('is random, and the same again, where none is given', () => {
    const secret = classSecret('', folder);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(classSecret('', folder)).toBe(secret);
    const [file, ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(statSync(join(folder, file!)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.getuid === undefined)('is not what others may have read', () => {
    classSecret('', folder);
    const [file] = readdirSync(folder);
    chmodSync(join(folder, file!), 0o644);
    expect(() => classSecret('', folder)).toThrow('must belong to this user alone');
  });
});
