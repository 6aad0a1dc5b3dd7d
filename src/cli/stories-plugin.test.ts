import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cutGrounds } from './cut-grounds.ts';
import { storiesPlugin } from './stories-plugin.ts';

interface Refusal {
  readonly message: string;
  readonly loc: { readonly file: string; readonly line: number };
}

// Cutting takes seconds; `geodata/ground.test.ts` tests it.
vi.mock('./cut-grounds.ts', () => ({
  cutGrounds: vi.fn<typeof cutGrounds>(async (stories) =>
    stories.map((story) => ({ story, folder: story.slug === 'pacific-2011' ? '/cut' : null }))
  )
}));

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

  it('gives every story of the folder, and the ground of those that go elsewhere than the theatre', async () => {
    const code = (await load(directory)) as string;
    expect(code).toMatch(/^export const stories = /m);
    expect(code).toContain('names-test');
    const folders = /^export const groundFolders = (.*);$/m.exec(code)![1]!;
    expect(JSON.parse(folders)).toEqual({ 'pacific-2011': '/cut' });
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
