import { parseArgs } from 'node:util';

/** The pages that are measured side by side. */
const variants = ['plain', 'bare', 'observer', 'fulcrum'] as const;
export type Variant = (typeof variants)[number];

const parts = ['load', 'scroll', 'growth'] as const;
type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly runs: number;
  readonly variants: readonly Variant[];
  readonly parts: readonly Part[];
  /** How many times slower than this machine the page's thread is made, for each round of loads. */
  readonly cpu: readonly number[];
  readonly size: { readonly width: number; readonly height: number };
  /** How far a frame of the scroll goes, px. */
  readonly stepPx: number;
  /** Steps and events of the stories that are grown. */
  readonly growth: readonly (readonly [steps: number, events: number])[];
  readonly story: string;
  /** Where the numbers go, as JSON. */
  readonly out: string;
  /** False to measure what was built last. */
  readonly build: boolean;
}

export const help = `npm run bench -- [options]

Measures the reading page beside three others made of the same story, in one run:
  plain     the same article as HTML and CSS, without script: the floor for the text
  bare      the same MapLibre, deck.gl and geography, as GeoJSON, with the same camera set
            on every frame, without story code: the floor for the map
  observer  cards watched by an IntersectionObserver and flyTo, the usual way
and stories of growing size. Values are medians, with the least and the most.

  --runs N           runs of each measurement (5)
  --only a,b         of ${variants.join(', ')} (all)
  --parts a,b        of ${parts.join(', ')} (all)
  --cpu 1,4          slowdowns of the processor for the loads (1,4)
  --size 640x400     the window, px
  --step 50          how far each frame of the scroll goes, px
  --growth 30:20,…   steps and events of the grown stories (30:20,300:2000,3000:20000)
  --story slug       the story (russia-iran-2015)
  --out file         where the numbers go (bench-results/bench.json)
  --no-build         measures what was built last
  --help
`;

/**
 * The options of a command line.
 * @throws Error naming the option and its value
 */
export function readOptions(parameters: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...parameters],
    allowNegative: true,
    options: {
      runs: { type: 'string', default: '5' },
      only: { type: 'string', default: variants.join() },
      parts: { type: 'string', default: parts.join() },
      cpu: { type: 'string', default: '1,4' },
      size: { type: 'string', default: '640x400' },
      step: { type: 'string', default: '50' },
      growth: { type: 'string', default: '30:20,300:2000,3000:20000' },
      story: { type: 'string', default: 'russia-iran-2015' },
      out: { type: 'string', default: 'bench-results/bench.json' },
      build: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) return 'help';
  const [width, height] = numbers('size', values.size, 'x', 2);
  return {
    runs: numbers('runs', values.runs, ',', 1)[0]!,
    variants: named('only', values.only, variants),
    parts: named('parts', values.parts, parts),
    cpu: numbers('cpu', values.cpu, ','),
    size: { width: width!, height: height! },
    stepPx: numbers('step', values.step, ',', 1)[0]!,
    growth: values.growth.split(',').map((pair) => {
      const [steps, events] = numbers('growth', pair, ':', 2);
      return [steps!, events!] as const;
    }),
    story: values.story,
    out: values.out,
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
  const stranger = asked.find((name) => !(known as readonly string[]).includes(name));
  if (stranger !== undefined) {
    throw new Error(
      `--${option} must name of ${known.join(', ')}, got ${JSON.stringify(stranger)}`
    );
  }
  return known.filter((name) => asked.includes(name));
}
