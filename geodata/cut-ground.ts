import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Box } from './policy.ts';

// Cuts the grounds of stories: reads lists of boxes from its input, JSON, one for each ground, and writes a list of
// folders. A ground that has been cut is kept for as long as its boxes and the recipes are the same.

const here = dirname(fileURLToPath(import.meta.url));
const kept = resolve(here, '../node_modules/.cache/fulcrum-ground');
const recipe = hashOfRecipes();

const grounds = JSON.parse(await text(process.stdin)) as Box[][];
const folders: string[] = [];
for (const boxes of grounds) folders.push(await cutGround(boxes));
process.stdout.write(JSON.stringify(folders));

/** The folder of a ground: `fine.json`, `relief-0.webp` and so on, and `ground.json`, which is what the story is told. */
async function cutGround(boxes: readonly Box[]): Promise<string> {
  const key = createHash('sha256').update(recipe).update(JSON.stringify(boxes)).digest('hex');
  const folder = join(kept, key.slice(0, 24));
  if (existsSync(folder)) return folder;
  const { makeGround } = await import('./ground.ts');
  const { level, relief, labels } = await makeGround(boxes);
  // It has its name once it is whole, for two builds may cut the same.
  const draft = `${folder}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'fine.json'), JSON.stringify(level));
  relief.forEach(({ webp }, i) => writeFileSync(join(draft, `relief-${i}.webp`), webp));
  const told = { relief: relief.map(({ bounds }) => bounds), labels };
  writeFileSync(join(draft, 'ground.json'), JSON.stringify(told));
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}

function hashOfRecipes(): string {
  const hash = createHash('sha256');
  const own = globSync(['*.{ts,json,webp}', 'authored/*'], { cwd: here }).sort();
  for (const file of [...own, '../package-lock.json', '../static/geo/gazetteer.json']) {
    if (!file.endsWith('.test.ts')) hash.update(readFileSync(join(here, file)));
  }
  return hash.digest('hex');
}
