import { withoutPart } from '../story/part-of.ts';

/**
 * The prerendered addresses that belong to a story: its pages, their data and its pictures, one card and one embed among
 * them. Cards and embeds of single steps are left out: they are for other sites, which need a network anyway. So are the
 * larger WebP pictures: browsers that keep files have AVIF.
 *
 * @param root the story's own address with a trailing slash: `/maps/russia-iran-2015/`
 */
export function storyFiles(prerendered: readonly string[], root: string): readonly string[] {
  const home = homeOf(prerendered, root);
  return prerendered.filter((path) => {
    if (!path.startsWith(root)) {
      if (!path.startsWith(home)) return false;
      const inHome = path.slice(home.length);
      return isGround(inHome) || (inHome.startsWith('media/') && !isSpare(path, prerendered));
    }
    const [part, name] = path.slice(root.length).split('/');
    if (part === 'card') return name === 'index.png';
    if (part === 'media') return !isSpare(path, prerendered);
    if (part === 'embed') return name === '' || name === '__data.json';
    return !part!.startsWith('oembed.');
  });
}

/** Where the ground and the media of a story are: under its own address, of a part of a long one under the first's. */
function homeOf(prerendered: readonly string[], root: string): string {
  const first = `${withoutPart(root.slice(0, -1))}/`;
  return prerendered.includes(first) ? first : root;
}

/** Whether a file of a story, by its path under the story's address, is of the ground that it has to itself. */
function isGround(path: string): boolean {
  return path === 'map/fine.json' || path.startsWith('map/relief/');
}

/** Whether a picture of a passage is another form of one that is kept; the smallest forms are shown by themselves. */
function isSpare(path: string, prerendered: readonly string[]): boolean {
  const [, width] = /-(\d+)\.webp$/.exec(path) ?? [];
  return Number(width) > 480 && prerendered.includes(path.replace(/webp$/, 'avif'));
}

/** The prerendered addresses of the site's own start page. */
export function startFiles(prerendered: readonly string[], base: string): readonly string[] {
  return prerendered.filter((path) => ['/', '/__data.json'].includes(path.slice(base.length)));
}

/** The prerendered addresses of the stories themselves: one name below `base`, and a slash. */
export function storyRoots(prerendered: readonly string[], base: string): readonly string[] {
  return prerendered.filter((path) => /^\/[^/]+\/$/.test(path.slice(base.length)));
}

/**
 * Whether a page was made in the same build as these files: all code, styles and fonts that its HTML names under
 * `immutable/` are among them. A page of another build would ask for files that are not kept.
 */
export function isOfBuild(html: string, build: readonly string[]): boolean {
  const known = new Set(build.map(immutablePart));
  return [...html.matchAll(/immutable\/[\w./-]+/g)].every(([named]) => known.has(named));
}

/**
 * The site's own files that a story needs besides: the theatre's ground, unless the story has one to itself.
 *
 * @param files all files of `static/`
 */
export function groundFiles(
  files: readonly string[],
  prerendered: readonly string[],
  root: string
): readonly string[] {
  return prerendered.includes(`${homeOf(prerendered, root)}map/fine.json`)
    ? []
    : files.filter(isOfTheatre);
}

/** Whether a file of the site's own is needed by some of its stories only. */
export function isOfTheatre(path: string): boolean {
  return /\/geo\/(theatre-fine\.json|relief\.webp)$/.test(path);
}

/** Whether a file's name changes whenever its contents do. */
export function isImmutable(path: string): boolean {
  return path.includes('/_app/immutable/') || /\/media\/[^/]+-[\da-f]{12}(-\d+)?\.\w+$/.test(path);
}

function immutablePart(path: string): string {
  return path.slice(path.indexOf('immutable/'));
}
