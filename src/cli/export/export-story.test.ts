import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportStory, ExportError } from './export-story.ts';

const testStories = resolve(import.meta.dirname, '../../../tests/stories');

describe('exportStory({ stories, story, out })', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'export-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refused = async (stories: string, story: string): Promise<string> => {
    const error = await exportStory({ stories, story, out: join(folder, 'out') }).catch(
      (error: unknown) => error
    );
    expect(error).toBeInstanceOf(ExportError);
    return (error as ExportError).message;
  };

  it('names the stories there are where it knows none of that name', async () => {
    const message = await refused(testStories, 'pacifc-2011');
    expect(message).toContain('there is no story "pacifc-2011"');
    expect(message).toContain('did you mean "pacific-2011"?');
    expect(message).toContain(
      'there is: charts-test, corrected-test, falklands-1982, media-test, names-test, own-map-test, pacific-2011'
    );
  });

  it('says so where there are no stories', async () => {
    expect(await refused(join(folder, 'none'), 'one')).toContain('there is none at all');
  });

  it('takes no path for a name', async () => {
    expect(await refused(testStories, '../stories/names-test')).toContain('there is no story');
  });

  it('tells a story’s faults with file and line', async () => {
    cpSync(join(testStories, 'names-test'), join(folder, 'stories/one'), { recursive: true });
    writeFileSync(join(folder, 'stories/one/story.md'), '# No front matter\n');
    expect(await refused(join(folder, 'stories'), 'one')).toMatch(/has faults:\nstory\.md:1/);
  });

  it('overwrites nothing', async () => {
    mkdirSync(join(folder, 'out/names-test'), { recursive: true });
    expect(await refused(testStories, 'names-test')).toMatch(
      /names-test is there already: remove it, or name another folder by --out/
    );
    rmSync(join(folder, 'out/names-test'), { recursive: true });
    writeFileSync(join(folder, 'out/names-test.zip'), '');
    expect(await refused(testStories, 'names-test')).toContain('names-test.zip is there already');
  });
});
