import { gzipSync } from 'node:zlib';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { compileEmbedHost } from './embed-host-plugin.ts';

describe('compileEmbedHost()', async () => {
  const script = await compileEmbedHost();

  it('stays under 2 KB gzipped', () => {
    expect(gzipSync(script).length).toBeLessThan(2048);
  });

  it('is a script of ES2017 without imports', () => {
    const faults = new Linter().verify(script, {
      languageOptions: { ecmaVersion: 2017, sourceType: 'script' }
    });
    expect(faults).toEqual([]);
    expect(
      new Linter().verify(`${script}\n({...a})`, {
        languageOptions: { ecmaVersion: 2017, sourceType: 'script' }
      })
    ).toHaveLength(1);
  });
});
