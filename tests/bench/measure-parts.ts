import type { Browser } from '@playwright/test';
import { baselinePaths } from './baseline-pages.ts';
import { storySlug } from './site-build.ts';
import { byTurns } from './by-turns.ts';
import { generatedSlug } from './generate-story.ts';
import { measureGrowth } from './measure-growth.ts';
import { measureLoad, type MeasuredPage } from './measure-load.ts';
import { measureWholeScroll } from './measure-scroll.ts';
import type { TableSection } from './numbers.ts';
import type { BenchOptions } from './options.ts';
import type { FolderServer } from './serve-folder.ts';

/** A built site that is being served. */
export interface BuiltSite {
  /** What the columns of its pages are called. */
  readonly name: string;
  readonly directory: string;
  readonly server: FolderServer;
}

export interface Bench {
  readonly options: BenchOptions;
  readonly browser: Browser;
  /** The working tree's site, which has the baseline pages. */
  readonly site: BuiltSite;
  /** The site of another commit. */
  readonly other: BuiltSite | null;
  /** Gets lines of progress. */
  readonly note: (text: string) => void;
}

/** The reading page of a story. */
export function readingPage(name: string, server: FolderServer, slug = storySlug): MeasuredPage {
  return { name, server, path: `/${slug}/`, idleMark: 'map-idle' };
}

/** Loads every page in turn, on a processor that many times slower than this one. */
export async function measureLoads(bench: Bench, cpu: number): Promise<TableSection> {
  const { options, browser, note } = bench;
  const columns = await byTurns(
    options.rounds.load,
    comparedPages(bench),
    async (measured) => {
      const { figures, close } = await measureLoad(measured, { browser, size: options.size, cpu });
      await close();
      return figures;
    },
    note
  );
  return { title: `load at ${cpu}× CPU`, columns, baselines: baselinesIn(bench) };
}

/** Scrolls every page that has a map, in turn. */
export async function measureScrolls(bench: Bench): Promise<TableSection> {
  const { options, browser, note } = bench;
  const columns = await byTurns(
    options.rounds.scroll,
    comparedPages(bench).filter(({ idleMark }) => idleMark !== null),
    (measured) =>
      measureWholeScroll(measured, { browser, size: options.size, cpu: 1 }, (text) =>
        note(`${measured.name}: ${text}`)
      ),
    note
  );
  return { title: 'scroll', columns, baselines: baselinesIn(bench) };
}

/** Loads and scrolls generated stories of several sizes, in turn. The first size is the baseline of the others. */
export async function measureStories(bench: Bench): Promise<TableSection> {
  const { options, browser, site, other, note } = bench;
  const columnOf = (steps: number, { name }: BuiltSite) =>
    name === site.name ? `${steps} steps` : `${steps} steps at ${name}`;
  const stories = [...(other ? [other] : []), site].flatMap((built) =>
    options.growth.map(([steps, events], size) => {
      const name = columnOf(steps, built);
      return {
        name,
        page: readingPage(name, built.server, generatedSlug(steps, events)),
        built,
        baselines: [
          ...(size > 0 ? [columnOf(options.growth[0]![0], built)] : []),
          ...(other && built !== other ? [columnOf(steps, other)] : [])
        ]
      };
    })
  );
  const columns = await byTurns(
    options.rounds.growth,
    stories,
    ({ name, page, built }) =>
      measureGrowth(page, { browser, size: options.size, cpu: 1 }, built.directory, (text) =>
        note(`${name}: ${text}`)
      ),
    note
  );
  return {
    title: 'growth',
    columns,
    baselines: (column) => stories.find(({ name }) => name === column)?.baselines ?? []
  };
}

function comparedPages({ options, site, other }: Bench): MeasuredPage[] {
  const { server } = site;
  const beside = (name: 'bare' | 'observer'): MeasuredPage => ({
    name,
    server,
    path: baselinePaths[name],
    idleMark: 'map-idle',
    readyMark: 'page-ready'
  });
  const pages: Record<BenchOptions['pages'][number], MeasuredPage> = {
    plain: { name: 'plain', server, path: baselinePaths.plain, idleMark: null },
    bare: beside('bare'),
    observer: beside('observer'),
    fulcrum: readingPage(site.name, server)
  };
  return [
    ...options.pages.map((name) => pages[name]),
    ...(other ? [readingPage(other.name, other.server)] : [])
  ];
}

/** The plain page is the baseline of the text's figures, the bare map that of the others. */
function baselinesIn({ site, other }: Bench): TableSection['baselines'] {
  return (column, figure) => {
    if (column !== site.name && column !== other?.name) return [];
    const baseline = /paint/.test(figure) ? 'plain' : 'bare';
    return other && column === site.name ? [baseline, other.name] : [baseline];
  };
}
