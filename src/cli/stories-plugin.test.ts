import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storiesPlugin } from './stories-plugin.ts';

interface Refusal {
  readonly message: string;
  readonly loc: { readonly file: string; readonly line: number };
}

/** Loads `virtual:stories` as Vite would: the module's code, or what the author is told. */
async function load(
  directory: string,
  warn: (warning: Refusal) => void = () => {}
): Promise<string | Refusal> {
  const { load } = storiesPlugin(directory) as unknown as { load: (id: string) => Promise<string> };
  const context = {
    addWatchFile: () => undefined,
    warn,
    error: (refusal: Refusal): never => {
      throw refusal;
    }
  };
  try {
    return await load.call(context, '\0virtual:stories');
  } catch (refusal) {
    return refusal as Refusal;
  }
}

describe('storiesPlugin(directory)', () => {
  let directory: string;
  const story = () => join(directory, 'pacific-2011', 'story.md');

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'stories-'));
    cpSync(resolve(import.meta.dirname, '../../tests/stories'), directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('gives every story of the folder', async () => {
    expect(await load(directory)).toMatch(/^export const stories = /m);
    expect(await load(directory)).toContain('pacific-2011');
    expect(await load(directory)).toContain('names-test');
  });

  it('prints a warning, and gives the story', async () => {
    const places = join(directory, 'pacific-2011', 'places.geojson');
    const json = readFileSync(places, 'utf8');
    writeFileSync(places, json.replace('[-171.7667, -13.8333]', '[-171.7667, -11.5]'));
    const warnings: Refusal[] = [];
    expect(await load(directory, (warning) => warnings.push(warning))).toContain('pacific-2011');
    expect(warnings).toMatchObject([{ loc: { file: places } }]);
    expect(warnings[0]!.message).toMatch(/pacific-2011: places\.geojson:\d+ .*: warning: /);
  });

  it('refuses a broken story with every fault, at the file and line of the first', async () => {
    const lines = readFileSync(story(), 'utf8').split('\n');
    const first = lines.findIndex((line) => line.startsWith('look:'));
    lines[first] = 'look: [nowhere-at-all]';
    lines.push('', '<b>raw</b>', '');
    writeFileSync(story(), lines.join('\n'));
    const refusal = (await load(directory)) as Refusal;
    expect(refusal.loc).toMatchObject({ file: story(), line: first + 1 });
    expect(refusal.message).toContain(`story.md:${first + 1}`);
    expect(refusal.message).toContain('nowhere-at-all');
    expect(refusal.message).toContain('<b>');
  });
});
