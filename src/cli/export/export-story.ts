import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { didYouMean } from '../../lib/parse/did-you-mean.ts';
import { StoryError } from '../../lib/parse/fault.ts';
import { parseStory } from '../../lib/parse/parse-story.ts';
import type { Story } from '../../lib/story/story.ts';
import { readStoryFolder, readStoryFolders, readWorld } from '../read-stories.ts';
import { filesBelow } from './files-below.ts';
import { openFromFile, styleForFile, styleNameForFile } from './open-from-file.ts';
import { readMe } from './read-me.ts';
import { zipFolder } from './zip-folder.ts';

/** The project's folder, where builds run. */
const project = resolve(import.meta.dirname, '../../..');

/** Why a story cannot be exported, for the person who ran the command. */
export class ExportError extends Error {}

export interface ExportOptions {
  /** The folder of story folders. */
  readonly stories: string;
  /** The story's slug. */
  readonly story: string;
  /** The folder that the story's folder and zip are written to. */
  readonly out: string;
}

/**
 * Builds one story alone and writes it to a folder and a zip.
 *
 * @throws ExportError if there is no such story, it has faults, it does not build, or the folder or zip exists
 */
export async function exportStory({
  stories,
  story: slug,
  out
}: ExportOptions): Promise<{ readonly folder: string; readonly zip: string }> {
  const story = findStory(stories, slug);
  const folder = resolve(out, slug);
  const zip = `${folder}.zip`;
  for (const path of [folder, zip]) {
    if (existsSync(path)) {
      const shown = relative(process.cwd(), path);
      throw new ExportError(
        `${shown} is there already: remove it, or name another folder by --out`
      );
    }
  }
  build(stories, slug, folder);
  finish(folder, story);
  writeFileSync(zip, zipFolder(folder, slug));
  return { folder, zip };
}

function findStory(stories: string, slug: string): Story {
  const slugs = existsSync(stories) ? readStoryFolders(stories).map((each) => each.slug) : [];
  if (!slugs.includes(slug)) {
    const others = slugs.length > 0 ? `there is: ${slugs.join(', ')}` : 'there is none at all';
    throw new ExportError(
      `there is no story "${slug}" in ${stories}${didYouMean(slug, slugs)}; ${others}`
    );
  }
  try {
    return parseStory(readStoryFolder(join(stories, slug)), readWorld());
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    throw new ExportError(`${join(stories, slug)} has faults:\n${error.message}`);
  }
}

/** Builds the site with this story only. */
function build(stories: string, slug: string, folder: string): void {
  const alone = mkdtempSync(join(tmpdir(), 'fulcrum-export-'));
  const name = `build-export-${slug}`;
  const run = (script: string, args: readonly string[], env: Record<string, string>) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(project, 'node_modules', script), ...args],
      { cwd: project, env: { ...process.env, ...env }, encoding: 'utf8' }
    );
    if (status !== 0) throw new ExportError(`${slug} could not be built:\n${stderr}`);
  };
  try {
    cpSync(join(stories, slug), join(alone, slug), { recursive: true });
    // A build with FULCRUM_OUT still reads .svelte-kit/tsconfig.json, which `sync` writes.
    run('@sveltejs/kit/svelte-kit.js', ['sync'], { FULCRUM_OUT: '' });
    run('vite/bin/vite.js', ['build', '--logLevel', 'error'], {
      FULCRUM_STORIES: alone,
      FULCRUM_OUT: name,
      FULCRUM_BASE: ''
    });
    cpSync(join(project, name), folder, { recursive: true });
  } finally {
    for (const path of [alone, join(project, name), join(project, '.svelte-kit', name)]) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/**
 * Leaves out what no page of the story asks for; adds the script and the style sheets for pages opened as files, the
 * server, and the instructions.
 */
function finish(folder: string, story: Story): void {
  const ofTheatre = ['geo/theatre-fine.json', 'geo/relief.webp'];
  const unused = ['geo/gazetteer.json', 'geo/islets.json', 'reading.webp'];
  const hasOwnGround = existsSync(join(folder, story.slug, 'map/fine.json'));
  for (const path of [...unused, ...(hasOwnGround ? ofTheatre : [])])
    rmSync(join(folder, path), { force: true });
  for (const path of filesBelow(folder)) {
    const file = join(folder, path);
    if (path.endsWith('.html')) {
      writeFileSync(file, openFromFile(readFileSync(file, 'utf8'), path));
    } else if (path.endsWith('.css')) {
      writeFileSync(styleNameForFile(file), styleForFile(readFileSync(file, 'utf8')));
    }
  }
  cpSync(join(import.meta.dirname, 'start.py'), join(folder, 'start.py'));
  const pages = new Set(filesBelow(join(folder, story.slug)));
  writeFileSync(join(folder, 'README.html'), readMe(story, pages));
}
