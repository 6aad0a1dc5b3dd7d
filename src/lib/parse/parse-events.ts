import { builtInKinds } from './built-in-kinds.ts';
import { namedCells, readTable, type Complain } from './tables/csv-table.ts';
import { parseDate, type WrittenDate } from '../story/written-date.ts';
import { didYouMean } from './did-you-mean.ts';
import { show, type Report } from './fault.ts';
import { idRule, isId } from './id.ts';
import { Register } from './register.ts';
import { suggestDate } from './tables/suggest-date.ts';
import {
  certainties,
  datePrecisions,
  type DatePrecision,
  type EventGeometry,
  type EventKind,
  type Place,
  type Source,
  type StoryEvent,
  ways
} from '../story/story.ts';

const file = 'events.csv';

const columns = [
  'id',
  'kind',
  'from',
  'to',
  'at',
  'way',
  'through',
  'start',
  'end',
  'date_precision',
  'certainty',
  'geometry_note',
  'actors',
  'summary',
  'sources'
] as const;
type Column = (typeof columns)[number];

/** Columns that a table may leave out, where no event needs them. */
const optional = [
  'from',
  'to',
  'at',
  'way',
  'through',
  'end',
  'date_precision',
  'geometry_note',
  'actors'
] as const satisfies readonly Column[];

const texts: readonly Column[] = ['geometry_note', 'actors', 'summary'];
const codes = columns.filter((column) => !texts.includes(column));

/**
 * Returns the events of an `events.csv`, in the file's order, with the line of each. Sea routes are found later:
 * here `via` is empty. `kinds` are those that the story may use, by id; null where they are not known.
 */
export function parseEvents(
  csv: string,
  kinds: ReadonlyMap<string, EventKind> | null,
  places: Register<Place>,
  sources: Register<Source>,
  report: Report
): Register<StoryEvent> {
  const events = new Register<StoryEvent>(file);
  const table = readTable(csv, file, columns, report, { optional, codes });
  events.whole = table.whole;
  for (const row of table.rows) {
    const id = row.cells[table.names.indexOf('id')] ?? '';
    const where = id === '' ? `row ${row.number}` : `event ${show(id)}`;
    const complain: Complain = (expected, got) =>
      report({ file, line: row.line, where, expected, got });
    const again = events.ids.has(id);
    if (id === '') {
      events.whole = false;
      if (table.names.includes('id')) complain('id is required', 'nothing');
    } else {
      if (!isId(id)) complain(idRule(id), show(id));
      else if (again) complain('id must be unique', events.again(id));
      if (isId(id)) events.ids.add(id);
      else events.addMalformed(id);
      if (!again) events.lines.set(id, row.line);
    }
    const cells = namedCells(row, table, complain);
    const event = cells && parseRow(id, cells, kinds, places, sources, complain);
    if (event && id !== '' && !again) events.items.set(id, event);
  }
  return events;
}

/** Returns the event of a row, or null where the row has a fault. */
function parseRow(
  id: string,
  cells: Record<Column, string>,
  kinds: ReadonlyMap<string, EventKind> | null,
  places: Register<Place>,
  sources: Register<Source>,
  complainOutside: Complain
): StoryEvent | null {
  let valid = true;
  const complain: Complain = (expected, got) => {
    valid = false;
    complainOutside(expected, got);
  };
  const geometry = parseGeometry(cells, places, complain);
  const kind = parseKind(cells.kind, kinds, complain);
  const certainty = oneOf(certainties, 'certainty', cells.certainty, complain);
  const datePrecision =
    cells.date_precision === ''
      ? (parseDate(cells.start)?.precision ?? null)
      : oneOf(datePrecisions, 'date_precision', cells.date_precision, complain);
  const start = parseStart(cells, datePrecision, complain);
  const end = parseEnd(cells, start, datePrecision, complain);
  if (cells.summary === '') complain('summary is required', 'nothing');
  const works = split(cells.sources);
  if (works.length === 0) complain('sources must name at least one work', 'nothing');
  for (const work of works) {
    if (sources.find(work) === 'unknown') {
      complain(`sources must name works of ${sources.file}${sources.didYouMean(work)}`, show(work));
    }
  }
  if (!valid || !geometry || !kind || !certainty || !datePrecision || !start) return null;
  return {
    id,
    name: '',
    kind,
    geometry,
    start: start.first,
    end: end?.last ?? null,
    datePrecision,
    certainty,
    geometryNote: cells.geometry_note,
    actors: split(cells.actors),
    summary: cells.summary,
    sources: works
  };
}

function parseKind(
  id: string,
  kinds: ReadonlyMap<string, EventKind> | null,
  complain: Complain
): EventKind | null {
  const kind = kinds?.get(id) ?? null;
  if (kinds && !kind)
    complain(
      id === ''
        ? 'kind is required'
        : `kind must be ${[...builtInKinds.keys()].join(', ')} or one of kinds in the front matter${didYouMean(id, kinds.keys())}`,
      show(id)
    );
  return kind;
}

function parseGeometry(
  cells: Record<Column, string>,
  places: Register<Place>,
  complain: Complain
): EventGeometry | null {
  const { from, to, at } = cells;
  const through = split(cells.through);
  for (const column of ['from', 'to', 'at', 'through'] as const) {
    for (const place of column === 'through' ? through : [cells[column]]) {
      if (place !== '' && places.find(place) === 'unknown') {
        complain(
          `${column} must be a place of places.geojson${places.didYouMean(place)}`,
          show(place)
        );
      }
    }
  }
  const way = cells.way === '' ? null : oneOf(ways, 'way', cells.way, complain);
  if (at !== '' && (cells.way !== '' || through.length > 0))
    complain('way and through are for a line from one place to another', `at ${show(at)}`);
  const stops = [from, ...through, to];
  const twice = stops.find((place, i) => place !== '' && place === stops[i + 1] && i > 0);
  if (twice !== undefined) complain('through must not name one place twice in a row', show(twice));
  if (at !== '' && (from !== '' || to !== ''))
    complain('must have from and to, or at, not both', 'both');
  else if (at !== '') return { type: 'marker', at };
  else if (from === '' && to === '')
    complain('must have from and to (an arc) or at (a marker)', 'neither');
  else if (to === '') complain('from needs a to', 'nothing');
  else if (from === '') complain('to needs a from', 'nothing');
  else if (from === to && through.length === 0)
    complain('from and to must be different places', `${show(from)} twice`);
  else return { type: 'arc', from, to, through, way, via: [] };
  return null;
}

function parseStart(
  cells: Record<Column, string>,
  precision: DatePrecision | null,
  complain: Complain
): WrittenDate | null {
  if (cells.start !== '') return parseDay('start', cells.start, precision, complain);
  complain('start is required', 'nothing');
  return null;
}

function parseEnd(
  cells: Record<Column, string>,
  start: WrittenDate | null,
  precision: DatePrecision | null,
  complain: Complain
): WrittenDate | null {
  if (cells.end === '') return null;
  const end = parseDay('end', cells.end, precision, complain);
  if (start && end && end.last < start.first)
    complain(`end must not be before start, ${cells.start}`, cells.end);
  return end;
}

function parseDay(
  name: string,
  text: string,
  precision: DatePrecision | null,
  complain: Complain
): WrittenDate | null {
  const date = parseDate(text);
  if (!date) {
    const expected = `${name} must be a real date, such as 2015, 2015-07 or 2015-07-14`;
    complain(expected + suggestDate(text), show(text));
  } else if (
    precision &&
    datePrecisions.indexOf(precision) < datePrecisions.indexOf(date.precision)
  ) {
    complain(`${name} must be written to the ${precision}, as date_precision says`, show(text));
  }
  return date;
}

function oneOf<T extends string>(
  values: readonly T[],
  name: string,
  text: string,
  complain: Complain
): T | null {
  const value = values.find((known) => known === text);
  if (value === undefined)
    complain(`${name} must be ${values.join(', ')}${didYouMean(text, values)}`, show(text));
  return value ?? null;
}

function split(list: string): string[] {
  return list
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
