import { describe, expect, it } from 'vitest';
import {
  groundFiles,
  isImmutable,
  isOfBuild,
  startFiles,
  storyFiles,
  storyRoots
} from './story-files.ts';

const prerendered = [
  '/maps/',
  '/maps/__data.json',
  '/maps/one/',
  '/maps/one/__data.json',
  '/maps/one/handout/',
  '/maps/one/present/speaker/',
  '/maps/one/map/first.svg',
  '/maps/one/card/first.png',
  '/maps/one/card/index.png',
  '/maps/one/embed/',
  '/maps/one/embed/first/',
  '/maps/one/oembed.json',
  '/maps/one-more/',
  '/maps/one-more/handout/'
];

describe('storyFiles(prerendered, root)', () => {
  it('have of a later part the ground and the media that its first part keeps for all', () => {
    const files = [
      '/maps/one/map/fine.json',
      '/maps/one/map/relief/0.webp',
      '/maps/one/media/port-1a2b3c4d5e6f.mp4',
      '/maps/one-part-2/',
      '/maps/one-part-2/map/eleventh.svg'
    ];
    expect(storyFiles([...prerendered, ...files], '/maps/one-part-2/')).toEqual(files);
    expect(
      groundFiles(['/maps/geo/relief.webp'], [...prerendered, ...files], '/maps/one-part-2/')
    ).toEqual([]);
  });

  it('are the story’s pages, data and pictures, and no other story’s', () => {
    expect(storyFiles(prerendered, '/maps/one/')).toEqual([
      '/maps/one/',
      '/maps/one/__data.json',
      '/maps/one/handout/',
      '/maps/one/present/speaker/',
      '/maps/one/map/first.svg',
      '/maps/one/card/index.png',
      '/maps/one/embed/'
    ]);
  });

  it('have each picture in one form, and its smallest in both', () => {
    const media = ['port-480.avif', 'port-480.webp', 'port-960.avif', 'port-960.webp', 'clip.mp4'];
    const poster = 'clip-poster-1280.webp';
    const paths = [...media, poster].map((name) => `/maps/one/media/${name}`);
    expect(storyFiles(paths, '/maps/one/')).toEqual(
      paths.filter((path) => !path.endsWith('port-960.webp'))
    );
  });

  it('are none for an address that is no story’s', () => {
    expect(storyFiles(prerendered, '/maps/two/')).toEqual([]);
  });
});

describe('groundFiles(files, prerendered, root)', () => {
  const files = ['/maps/geo/water.json', '/maps/geo/theatre-fine.json', '/maps/geo/relief.webp'];
  it('are the theatre’s, but for a story with a ground of its own', () => {
    expect(groundFiles(files, prerendered, '/maps/one/')).toEqual(files.slice(1));
    const own = [...prerendered, '/maps/one/map/fine.json'];
    expect(groundFiles(files, own, '/maps/one/')).toEqual([]);
  });
});

describe('startFiles(prerendered, base)', () => {
  it('are the start page and its data', () => {
    expect(startFiles(prerendered, '/maps')).toEqual(['/maps/', '/maps/__data.json']);
    expect(startFiles(['/', '/one/'], '')).toEqual(['/']);
  });
});

describe('storyRoots(prerendered, base)', () => {
  it('are the pages right below the base', () => {
    expect(storyRoots(prerendered, '/maps')).toEqual(['/maps/one/', '/maps/one-more/']);
  });

  it('are found at a site’s root too', () => {
    expect(storyRoots(['/', '/one/', '/one/handout/', '/favicon.svg'], '')).toEqual(['/one/']);
  });
});

describe('isOfBuild(html, build)', () => {
  const build = [
    '/maps/_app/immutable/entry/start.A1.js',
    '/maps/_app/immutable/assets/0.B-2_.css'
  ];
  const page = (...names: string[]) =>
    names.map((name) => `<link href="../_app/immutable/${name}" rel="x">`).join('\n');

  it('holds for a page that names files of the build only', () => {
    expect(isOfBuild(page('entry/start.A1.js', 'assets/0.B-2_.css'), build)).toBe(true);
    expect(isOfBuild('<p>Nothing is named.</p>', build)).toBe(true);
  });

  it('does not for one that names another file', () => {
    expect(isOfBuild(page('entry/start.A1.js', 'entry/start.C3.js'), build)).toBe(false);
  });
});

describe('isImmutable(path)', () => {
  it('tells files named by their content from the others', () => {
    expect(isImmutable('/maps/_app/immutable/entry/start.A1.js')).toBe(true);
    expect(isImmutable('/maps/one/media/port-1a2b3c4d5e6f-960.webp')).toBe(true);
    expect(isImmutable('/maps/one/media/call-1a2b3c4d5e6f.mp3')).toBe(true);
    expect(isImmutable('/maps/_app/version.json')).toBe(false);
    expect(isImmutable('/maps/one/map/first.svg')).toBe(false);
  });
});
