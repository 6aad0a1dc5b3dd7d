import * as v from 'valibot';
import { listed } from '../../story/listed.ts';
import { chartMarks } from '../../chart/chart.ts';
import type { Source } from '../../story/story.ts';
import { show } from '../fault.ts';
import { isLocated } from '../located.ts';
import type { Fence } from '../outline.ts';
import { readYaml } from '../read-yaml.ts';
import type { Register } from '../register.ts';
import { checkKeys, checkShape, type Subject, text } from '../shape.ts';

const markRule = `mark must be ${listed(chartMarks, 'or')}`;
const sourcesRule =
  'sources must be a list of works, or events where the chart counts the events of the story';

const schema = v.object(
  {
    data: text('data'),
    mark: v.picklist(chartMarks, markRule),
    x: text('x'),
    y: text('y'),
    color: v.exactOptional(text('color')),
    certainty: v.exactOptional(text('certainty')),
    title: text('title'),
    alt: text('alt'),
    sources: v.union(
      [
        v.literal('events'),
        v.pipe(v.array(v.string(sourcesRule), sourcesRule), v.nonEmpty(sourcesRule))
      ],
      sourcesRule
    ),
    x_label: v.exactOptional(text('x_label')),
    y_label: v.exactOptional(text('y_label')),
    unit: v.exactOptional(text('unit')),
    note: v.exactOptional(text('note'))
  },
  'a chart must have data, mark, x, y, title, alt and sources'
);

/** What a `chart` fence says, before its table is read. */
export interface ChartFence {
  readonly keys: v.InferOutput<typeof schema>;
  /** Ids of works; empty where the chart counts the story's events. */
  readonly works: readonly string[];
  /** Reports a fault of a key. */
  readonly complain: (key: string, expected: string, got: unknown) => void;
}

/** Returns a `chart` fence, or null where it has a fault, which has then been reported. */
export function readChartFence(
  fence: Fence,
  sources: Register<Source>,
  subject: Subject
): ChartFence | null {
  const { file, where } = subject;
  const data = readYaml(fence.text, fence.line);
  if (!isLocated(data)) {
    subject.report({ file, where, ...data });
    return null;
  }
  let valid = true;
  const report: Subject['report'] = (fault) => {
    valid = false;
    subject.report(fault);
  };
  const complain: ChartFence['complain'] = (key, expected, got) =>
    report({ file, where, ...data.at([key]), expected, got: show(got) });
  const misspelt = checkKeys(data, [], Object.keys(schema.entries), { ...subject, report });
  const keys = checkShape(data, [], schema, { ...subject, report }, misspelt);
  if (!keys) return null;
  const works = keys.sources === 'events' ? [] : keys.sources;
  for (const [index, id] of works.entries()) {
    if (sources.find(id) !== 'unknown') continue;
    const expected = `sources must name works of ${sources.file}${sources.didYouMean(id)}`;
    report({ file, where, ...data.at(['sources', index]), expected, got: show(id) });
  }
  if (keys.alt.toLowerCase() === keys.title.toLowerCase())
    complain('alt', 'alt must say what the chart shows, not only its title', keys.alt);
  return valid ? { keys, works, complain } : null;
}
