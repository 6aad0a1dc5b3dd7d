import { gzipSync } from 'node:zlib';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { compileHostScript } from './embed-host-plugin.ts';

describe.each(['embed', 'fulcrum-story'] as const)('compileHostScript("%s")', async (name) => {
  const script = await compileHostScript(name);

  it('stays small', () => {
    const most = { embed: 2913, 'fulcrum-story': 1536 }[name];
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(most);
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
