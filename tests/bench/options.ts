import { parseArgs } from 'node:util';

/** The pages that can be measured side by side. */
const pageNames = ['plain', 'bare', 'observer', 'fulcrum'] as const;
type PageName = (typeof pageNames)[number];

const parts = ['load', 'scroll', 'growth'] as const;
type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly parts: readonly Part[];
  /** How many times each page of a part is measured. */
  readonly rounds: Readonly<Record<Part, number>>;
  readonly pages: readonly PageName[];
  /** A commit whose build is measured too. */
  readonly against: string | null;
  /** For each series of loads, how many times slower than this machine the page's thread is made. */
  readonly cpu: readonly number[];
  /** The window, px. */
  readonly size: { readonly width: number; readonly height: number };
  /** Sizes of the generated stories. */
  readonly growth: readonly (readonly [steps: number, events: number])[];
  /** False to measure what was built last. */
  readonly build: boolean;
}

/** A load takes seconds, a scroll most of a minute: the noisier and shorter part gets more rounds. */
const usualRounds: BenchOptions['rounds'] = { load: 9, scroll: 3, growth: 3 };

export const help = `npm run bench -- [options]

Measures the reading page beside baselines made of the same story, by turns, and prints a table
with the reading page's ratio to its baseline. Without options it takes about ten minutes on two
cores. Use a quiet machine. The pages:
  plain     the same article as HTML and CSS, without script: the baseline for the text
  bare      the same MapLibre, deck.gl and geography, with the same camera set on every frame,
            without story code: the baseline for the map
  observer  cards watched by an IntersectionObserver that call flyTo, as most story maps do
  fulcrum   the reading page
Figures are medians, with the least and the most.

  --parts a,b        of ${parts.join(', ')} (all)
  --runs N           rounds of every part (load ${usualRounds.load}, scroll ${usualRounds.scroll}, growth ${usualRounds.growth})
  --only a,b         of ${pageNames.join(', ')} (plain,bare,fulcrum)
  --against COMMIT   also builds this commit, with the packages installed now, and measures it
                     by turns with the working tree
  --cpu 1,4          slowdowns of the processor for the loads (1,4)
  --size 640x400     the window, px
  --growth 30:20,…   steps and events of the generated stories (30:20,3000:20000)
  --no-build         measures what was built last
  --help

All figures also go to bench-results/bench.json.
`;

/**
 * Reads the options of a command line.
 * @throws Error naming the option and its value
 */
export function readOptions(parameters: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...parameters],
    allowNegative: true,
    options: {
      parts: { type: 'string', default: parts.join() },
      runs: { type: 'string' },
      only: { type: 'string', default: 'plain,bare,fulcrum' },
      against: { type: 'string' },
      cpu: { type: 'string', default: '1,4' },
      size: { type: 'string', default: '640x400' },
      growth: { type: 'string', default: '30:20,3000:20000' },
      build: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) return 'help';
  const [width, height] = numbers('size', values.size, 'x', 2);
  const runs = values.runs === undefined ? null : numbers('runs', values.runs, ',', 1)[0]!;
  return {
    parts: named('parts', values.parts, parts),
    rounds: runs === null ? usualRounds : { load: runs, scroll: runs, growth: runs },
    pages: named('only', values.only, pageNames),
    against: values.against ?? null,
    cpu: numbers('cpu', values.cpu, ','),
    size: { width: width!, height: height! },
    growth: values.growth.split(',').map((pair) => {
      const [steps, events] = numbers('growth', pair, ':', 2);
      return [steps!, events!] as const;
    }),
    build: values.build
  };
}

function numbers(option: string, text: string, separator: string, count?: number): number[] {
  const found = text.split(separator).map(Number);
  if ((count !== undefined && found.length !== count) || found.some((value) => !(value > 0))) {
    const expected = count === 1 ? 'a number above 0' : `numbers above 0 between "${separator}"`;
    throw new Error(`--${option} must be ${expected}, got ${JSON.stringify(text)}`);
  }
  return found;
}

function named<Name extends string>(option: string, text: string, known: readonly Name[]): Name[] {
  const asked = text.split(',');
  const unknown = asked.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `--${option} must be some of ${known.join(', ')}, got ${JSON.stringify(unknown)}`
    );
  }
  return known.filter((name) => asked.includes(name));
}
