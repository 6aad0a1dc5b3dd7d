import type { Page } from '@playwright/test';

/** An element of the accessibility tree: its line in Playwright's snapshot, and what it holds. */
interface Said {
  readonly line: string;
  readonly children: readonly Said[];
}

/** How many of a run of like elements a transcript has: the further rows of a table say no more about its form. */
const mostAlike = 4;
const repeated = ['listitem', 'article', 'row', 'definition'];

/** What a screen reader says of a page from top to bottom: its accessibility tree, without the addresses of links. */
export async function transcriptOf(page: Page): Promise<string> {
  await writeOutStates(page);
  const snapshot = await page.locator('body').ariaSnapshot();
  const lines = snapshot
    // A word joiner makes no sound.
    .replaceAll('\u2060', '')
    .split('\n')
    .filter((line) => !/^ *- \/url:/.test(line));
  return `${abridged(treeOf(lines)).join('\n')}\n`;
}

/** Writes into the page what a screen reader says and `ariaSnapshot` leaves out: descriptions, and what is current. */
async function writeOutStates(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[aria-describedby]')) {
      const description = document.getElementById(element.getAttribute('aria-describedby')!)!;
      element.append(` (state: ${description.textContent})`);
    }
    for (const element of document.querySelectorAll('[aria-current]'))
      element.prepend(`(state: current ${element.getAttribute('aria-current')}) `);
  });
}

const depthOf = (line: string) => line.search(/\S/);

function treeOf(lines: readonly string[]): Said[] {
  const starts = lines.flatMap((line, at) => (depthOf(line) === depthOf(lines[0]!) ? [at] : []));
  return starts.map((start, i) => {
    const children = treeOf(lines.slice(start + 1, starts[i + 1]));
    // What held nothing but an address holds nothing.
    const line = children.length > 0 ? lines[start]! : lines[start]!.replace(/:$/, '');
    return { line, children };
  });
}

/** A term and its definition are of one list. */
const roleOf = ({ line }: Said) =>
  /^ *- '?\/?(\w+)/.exec(line)![1]!.replace(/^term$/, 'definition');

const holdsState = ({ line, children }: Said): boolean =>
  line.includes('(state: ') || children.some(holdsState);

/** The lines of a tree, with the first of each run of like elements, those in a state, and how many are left out. */
function abridged(siblings: readonly Said[]): string[] {
  return runsOf(siblings).flatMap((run) => {
    const role = roleOf(run[0]!);
    const kept = run.filter(
      (element, i) => i < mostAlike || !repeated.includes(role) || holdsState(element)
    );
    const leftOut = run.length - kept.length;
    return [
      ...kept.flatMap(({ line, children }) => [line, ...abridged(children)]),
      ...(leftOut > 0 ? [`${' '.repeat(depthOf(run[0]!.line))}# and ${leftOut} more: ${role}`] : [])
    ];
  });
}

/** Elements that follow one another, by runs of one role. */
function runsOf(siblings: readonly Said[]): Said[][] {
  const runs: Said[][] = [];
  for (const element of siblings) {
    const run = runs.at(-1);
    if (run !== undefined && roleOf(run[0]!) === roleOf(element)) run.push(element);
    else runs.push([element]);
  }
  return runs;
}
