import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadGlobe } from '../lib/camera/load-globe.ts';
import { groundBoxes } from '../lib/picture/story-ground.ts';
import type { Story, StoryGround } from '../lib/story/story.ts';

const recipe = resolve(import.meta.dirname, '../../geodata/cut-ground.ts');

/** A story with the ground that was cut for it, and the folder of that ground's files; null where it needs none. */
interface Grounded {
  readonly story: Story;
  readonly folder: string | null;
}

/** Cuts the ground of every story that goes elsewhere than the theatre; what has been cut once costs no more time. */
export async function cutGrounds(stories: readonly Story[]): Promise<Grounded[]> {
  await loadGlobe();
  const boxes = stories.map(groundBoxes);
  const cut = boxes.filter(({ length }) => length > 0);
  const folders = cut.length === 0 ? [] : await runRecipe(cut);
  return stories.map((story, i) => {
    const folder = boxes[i]!.length === 0 ? null : folders.shift()!;
    if (folder === null) return { story, folder };
    const ground = JSON.parse(readFileSync(join(folder, 'ground.json'), 'utf8')) as StoryGround;
    return { story: { ...story, ground }, folder };
  });
}

/** In a process of its own, for the recipe's tools are large, and mostly there is nothing to cut. */
function runRecipe(grounds: readonly (readonly unknown[])[]): Promise<string[]> {
  return new Promise((done, failed) => {
    const child = execFile(process.execPath, [recipe], (error, output) => {
      if (error) failed(error);
      else done(JSON.parse(output) as string[]);
    });
    child.stdin!.end(JSON.stringify(grounds));
  });
}
