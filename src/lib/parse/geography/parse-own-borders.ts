import * as v from 'valibot';
import type { Gazetteer } from '../../story/gazetteer.ts';
import { listed } from '../../story/listed.ts';
import type { OwnBorder } from '../../story/story.ts';
import { countryHint } from './country-hint.ts';
import { didYouMean } from '../did-you-mean.ts';
import { show } from '../fault.ts';
import type { Located } from '../located.ts';
import { ownEntries, type OwnEntry } from '../own-entries.ts';
import { checkKeys, checkShape, type Subject, text } from '../shape.ts';

const areas = ['hatched', 'plain'] as const;
const lines = ['solid', 'dashed', 'hidden'] as const;

export const borderSchema = v.object(
  {
    area: v.exactOptional(v.picklist(areas, `area must be ${listed(areas, 'or')}`)),
    with: v.exactOptional(text('with')),
    line: v.exactOptional(v.picklist(lines, `line must be ${listed(lines, 'or')}`)),
    reason: text('reason')
  },
  'a border must be {area, with, line, reason}'
);

/** A contested area or line that a story draws otherwise, as its author says it. */
export interface ToldBorder extends OwnEntry {
  readonly told: v.InferOutput<typeof borderSchema>;
  /** The line that it is on. */
  readonly at: number;
}

type Contested = Gazetteer['contested'][number];

/** Returns what `borders` of the front matter says; `ownBorders` checks whether the map has it. */
export function parseToldBorders(frontMatter: Located, subject: Subject): ToldBorder[] {
  const example = 'falklands: {area: hatched, reason: As this newspaper sees it}';
  const entries = ownEntries(frontMatter, 'borders', { noun: 'border', example }, subject);
  return entries.flatMap((entry): ToldBorder[] => {
    const { path, subject: named, complain } = entry;
    const misspelt = checkKeys(frontMatter, path, Object.keys(borderSchema.entries), named);
    const told = checkShape(frontMatter, path, borderSchema, named, misspelt);
    if (!told) return [];
    if (!told.area && !told.with && !told.line && misspelt.length === 0)
      complain([], 'a border must say area, with or line', 'a reason alone');
    return [{ ...entry, told, at: frontMatter.at(path).line }];
  });
}

/**
 * Returns the story's own forms of what the map's policy contests; faults are reported, and what the story's maps do not
 * show is a warning.
 *
 * @param shown the ids of what they show; null where that is not known
 */
export function ownBorders(
  borders: readonly ToldBorder[],
  { contested, countries }: Gazetteer,
  shown: readonly string[] | null,
  warn: Subject['report']
): OwnBorder[] {
  return borders.flatMap(({ id, told, at, subject, complain }): OwnBorder[] => {
    const rule = contested.find((each) => each.id === id);
    if (!rule) {
      const what =
        shown && shown.length > 0 ? `, of which this story’s maps show ${listed(shown)}` : '';
      complain(
        [],
        `borders must be of contested areas and lines, by id${didYouMean(
          id,
          contested.map((each) => each.id)
        )}${what}`,
        show(id)
      );
      return [];
    }
    const { land, form, name, bounds } = rule;
    if ((told.area || told.with) && !land)
      complain(
        [told.area ? 'area' : 'with'],
        'area and with are for land with a shape of its own; of this, the map has only a line or a note',
        show(told.area ?? told.with)
      );
    if (told.line && form === 'noted')
      complain(['line'], 'line is for what the map draws a contested line of', show(told.line));
    if (told.with && !countries[told.with])
      complain(
        ['with'],
        `with must be the code of a country${countryHint(told.with, countries)}`,
        show(told.with)
      );
    if (told.with && told.with === land)
      complain(['with'], 'with must be another country than the map shows it in', show(land));
    if (shown && !shown.includes(id)) {
      const { file, where } = subject;
      const expected = 'borders should be of what this story’s maps show';
      warn({ file, where, line: at, expected, got: show(id) });
    }
    const { reason, ...forms } = told;
    const except = contested.filter((other) => other !== rule && isWithin(other, rule));
    return [
      {
        ...{ id, name, ...forms, ...(land && { land }) },
        ...{ within: bounds, except: except.map((other) => other.bounds), reason }
      }
    ];
  });
}

/** Whether a rule that draws something has a smaller box that reaches into another's. */
function isWithin({ form, bounds: [w, s, e, n] }: Contested, { bounds }: Contested): boolean {
  const [west, south, east, north] = bounds;
  const isSmaller = (e - w) * (n - s) < (east - west) * (north - south);
  return form !== 'noted' && isSmaller && w < east && e > west && s < north && n > south;
}
