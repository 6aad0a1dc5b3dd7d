import * as v from 'valibot';
import { routeThrough } from '../../sea-route/route-through.ts';
import { listed } from '../../story/listed.ts';
import { shapePoints } from '../../story/shape-points.ts';
import {
  certainties,
  shapeForms,
  ways,
  type EventKind,
  type LngLat,
  type Place,
  type ShapeForm,
  type Source,
  type StoryEvent
} from '../../story/story.ts';
import { defaultKinds } from '../built-in-kinds.ts';
import { didYouMean } from '../did-you-mean.ts';
import { show, type Report } from '../fault.ts';
import { idForm, isId } from '../id.ts';
import {
  circleRing,
  northOf,
  readGeometry,
  shapeOf,
  unwrapped,
  type ShapeGeometry
} from './layer-geometry.ts';
import { isLocated, type Located, type Path } from '../located.ts';
import { parseLngLat } from '../geography/parse-places.ts';
import { readJson } from '../read-json.ts';
import type { MediaReader } from '../media-fence/media-reader.ts';
import { readYaml } from '../read-yaml.ts';
import { Register } from '../register.ts';
import { pictureSchema, readPicture } from './read-picture.ts';
import { checkKeys, checkShape, type Subject, text, valueAt } from '../shape.ts';
import type { StoryFolder, World } from '../world.ts';

/** The features of all layers by id, and the ids of each file's by the file's name without its ending. */
export interface Layers {
  readonly features: Register<StoryEvent>;
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** The file of each feature. */
  readonly fileOf: ReadonlyMap<string, string>;
}

/** What the features of a layer refer to, and where what is wrong with them is told. */
export interface LayerNames {
  readonly kinds: ReadonlyMap<string, EventKind> | null;
  readonly places: Register<Place>;
  readonly sources: Register<Source>;
  readonly media: MediaReader;
  readonly world: World;
  readonly report: Report;
  readonly warn: Report;
}

/** All corners of a story's layers together: each page carries them. */
const mostCorners = 12_000;

const kmPerNauticalMile = 1.852;

const formRule = `form must be ${listed(shapeForms, 'or')}`;
const certaintyRule = `certainty must be ${listed(certainties, 'or')}`;
const sourcesRule = 'sources must be a list of works of sources.json';

const propertiesSchema = v.object(
  {
    name: text('name'),
    form: v.exactOptional(v.picklist(shapeForms, formRule)),
    kind: v.exactOptional(text('kind')),
    certainty: v.picklist(certainties, certaintyRule),
    // A property of GeoJSON that a form in a browser has written is a text.
    sources: v.pipe(
      v.union([v.array(v.string(sourcesRule)), v.string(sourcesRule)], sourcesRule),
      v.transform((list) => (typeof list === 'string' ? list.split(';') : list)),
      v.transform((list) => list.map((id) => id.trim()).filter((id) => id !== '')),
      v.minLength(1, 'sources must name at least one work')
    ),
    summary: text('summary')
  },
  'a feature must have name, certainty, sources and summary'
);
const propertyNames = Object.keys(propertiesSchema.entries);

const radius = (name: string) => {
  const rule = `${name} must be more than 0`;
  return v.exactOptional(
    v.pipe(v.number(rule), v.gtValue(0, rule), v.maxValue(9000, `${name} must be at most 9000`))
  );
};
const circleSchema = v.object(
  { center: v.unknown(), radius_km: radius('radius_km'), radius_nmi: radius('radius_nmi') },
  'circle must be {center, radius_km} or {center, radius_nmi}'
);
const throughRule = 'through must be a list of two or more places';
const routeSchema = v.object(
  {
    through: v.pipe(v.array(v.string(throughRule), throughRule), v.minLength(2, throughRule)),
    way: v.picklist(ways, `way must be ${listed(ways, 'or')}`)
  },
  'route must be {through, way}'
);
const geometryKeys = ['circle', 'route', 'picture'] as const;

/** What a `layers/*.yaml` says: features by id, each with one of the geometries. */
export const layerSchema = v.record(
  v.string(),
  v.object({
    ...propertiesSchema.entries,
    circle: v.exactOptional(circleSchema),
    route: v.exactOptional(routeSchema),
    picture: v.exactOptional(pictureSchema)
  })
);

/**
 * Returns the features of `layers/*.geojson` and `layers/*.yaml`, which have their `id` and what `propertiesSchema` says.
 * They share their ids with nothing else: `taken` are those of the events.
 */
export function parseLayers(
  { files }: StoryFolder,
  taken: ReadonlySet<string>,
  names: LayerNames
): Layers {
  const features = new Register<StoryEvent>('layers');
  const byFile = new Map<string, string[]>();
  const fileOf = new Map<string, string>();
  for (const file of Object.keys(files).sort()) {
    const [, name, ending] = /^layers\/([^/]+)\.(geojson|ya?ml)$/.exec(file) ?? [];
    if (name === undefined) continue;
    const complain = (line: number, expected: string, got: string) =>
      names.report({ file, line, where: '', expected, got });
    if (!isId(name)) complain(1, `the name of a layer must be ${idForm}`, show(name));
    const content = files[file]!.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    const data = ending === 'geojson' ? readJson(content) : readYaml(content);
    if (!isLocated(data)) {
      features.whole = false;
      names.report({ file, where: '', ...data });
      continue;
    }
    const ids = byFile.get(name) ?? [];
    byFile.set(name, ids);
    const found =
      ending === 'geojson' ? geoJsonFeatures(data, file, names) : wordFeatures(data, file, names);
    if (!found) features.whole = false;
    for (const feature of found ?? []) {
      const { id, where } = feature;
      const line = data.at(feature.path).line;
      const fault = (expected: string, got: string) =>
        names.report({ file, line, where, expected, got });
      if (!isId(id)) fault(`id must be ${idForm}`, show(id));
      if (features.ids.has(id)) fault('id must be unique among all layers', `${show(id)} again`);
      else if (taken.has(id)) fault('id must not be that of an event', show(id));
      else {
        features.ids.add(id);
        features.lines.set(id, line);
        ids.push(id);
        fileOf.set(id, file);
        const read = feature.read();
        if (read) features.items.set(id, read);
      }
    }
  }
  for (const [name, ids] of byFile) {
    const clash = features.ids.has(name) && !(ids.length === 1 && ids[0] === name);
    if (!clash) continue;
    const expected = 'the name of a layer’s file must not be the id of one feature among several';
    names.report({ file: `layers/${name}`, line: 1, where: '', expected, got: show(name) });
  }
  checkSize(features, names.report);
  return { features, files: byFile, fileOf };
}

interface FoundFeature {
  readonly id: string;
  readonly where: string;
  readonly path: Path;
  read(): StoryEvent | null;
}

/** The features of a GeoJSON text, or null where it has none to read. */
function geoJsonFeatures(data: Located, file: string, names: LayerNames): FoundFeature[] | null {
  const features = valueAt(data, ['features']);
  const fault = (path: Path, expected: string, got: unknown) =>
    names.report({ file, where: '', ...data.at(path), expected, got: show(got) });
  if (valueAt(data, ['type']) !== 'FeatureCollection' || !Array.isArray(features)) {
    fault(['type'], 'must be a GeoJSON FeatureCollection', valueAt(data, ['type']) ?? data.value);
    return null;
  }
  const crs = valueAt(data, ['crs', 'properties', 'name']);
  if (crs !== undefined && !/CRS84|4326/.test(String(crs))) {
    fault(['crs'], 'coordinates must be longitude and latitude (WGS84)', crs);
    return null;
  }
  let whole = true;
  const found = features.flatMap((_, index): FoundFeature[] => {
    const path = ['features', index];
    const id = valueAt(data, [...path, 'id']) ?? valueAt(data, [...path, 'properties', 'id']);
    if (typeof id !== 'string' || id === '') {
      whole = false;
      names.report({
        file,
        where: `feature ${index + 1}`,
        ...data.at(path),
        expected: 'a feature must have an id that is text',
        got: show(id)
      });
      return [];
    }
    const where = `feature ${show(id)}`;
    const subject: Subject = { file, where, report: names.report };
    return [
      {
        id,
        where,
        path,
        read() {
          const inner = [...path, 'properties'];
          const misspelt = checkKeys(data, inner, ['id', ...propertyNames], subject, 'allowed');
          const properties = readProperties(data, inner, subject, names, misspelt);
          const geometry = readGeometry(data, [...path, 'geometry'], subject, names.warn);
          return (
            properties &&
            geometry &&
            featureOf(id, properties, geometry, data.at(inner).line, subject)
          );
        }
      }
    ];
  });
  return whole ? found : null;
}

/** The features that a YAML text says in words, or null where it has none to read. */
function wordFeatures(data: Located, file: string, names: LayerNames): FoundFeature[] | null {
  const { value } = data;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const expected = 'must be a mapping from ids to features, such as zone: {name: …, circle: …}';
    names.report({ file, line: 1, where: '', expected, got: show(value) });
    return null;
  }
  return Object.keys(value).map((id) => {
    const where = `feature ${show(id)}`;
    const subject: Subject = { file, where, report: names.report };
    return {
      id,
      where,
      path: [id],
      read() {
        const misspelt = checkKeys(data, [id], [...propertyNames, ...geometryKeys], subject);
        const properties = readProperties(data, [id], subject, names, misspelt);
        const geometry = readWords(data, id, subject, names, misspelt);
        return (
          properties && geometry && featureOf(id, properties, geometry, data.at([id]).line, subject)
        );
      }
    };
  });
}

interface Properties {
  readonly name: string;
  readonly form: ShapeForm | null;
  readonly kind: EventKind | null;
  readonly certainty: StoryEvent['certainty'];
  readonly sources: readonly string[];
  readonly summary: string;
}

function readProperties(
  data: Located,
  path: Path,
  subject: Subject,
  { kinds, sources }: LayerNames,
  misspelt: readonly string[]
): Properties | null {
  const read = checkShape(data, path, propertiesSchema, subject, misspelt);
  if (!read) return null;
  let valid = true;
  const fault = (key: string, expected: string, got: string) => {
    valid = false;
    subject.report({
      file: subject.file,
      where: subject.where,
      ...data.at([...path, key]),
      expected,
      got: show(got)
    });
  };
  for (const id of read.sources) {
    if (sources.find(id) === 'unknown')
      fault('sources', `sources must name works of ${sources.file}${sources.didYouMean(id)}`, id);
  }
  const kind = read.kind === undefined ? null : (kinds?.get(read.kind) ?? null);
  if (read.kind !== undefined && kinds && !kind) {
    const expected = `kind must be a built-in one or one of kinds in the front matter${didYouMean(read.kind, kinds.keys())}`;
    fault('kind', expected, read.kind);
  }
  return valid ? { ...read, form: read.form ?? null, kind } : null;
}

/** The geometry that a feature's words describe, or null where they have a fault. */
function readWords(
  data: Located,
  id: string,
  subject: Subject,
  { places, media, world, warn }: LayerNames,
  misspelt: readonly string[]
): ShapeGeometry | null {
  const fault = (path: Path, expected: string, got: unknown) => {
    subject.report({
      file: subject.file,
      where: subject.where,
      ...data.at([id, ...path]),
      expected,
      got: show(got)
    });
    return null;
  };
  const given = geometryKeys.filter((key) => valueAt(data, [id, key]) !== undefined);
  const [key] = given;
  if (key === undefined || given.length > 1) {
    if (misspelt.some((name) => geometryKeys.some((each) => each === name))) return null;
    return fault(
      [],
      `a feature said in words must have ${listed(geometryKeys, 'or')}; what is drawn goes into a .geojson file`,
      given.length > 1 ? 'several' : undefined
    );
  }
  if (key === 'picture') return readPicture(data, [id, key], media, subject, warn);
  const placeNamed = (name: string, path: Path, role: string): LngLat | null => {
    const place = places.items.get(name);
    if (!place && places.find(name) === 'unknown')
      fault(path, `${role} must be a place of places.geojson${didYouMean(name, places.ids)}`, name);
    return place?.lngLat ?? null;
  };
  if (key === 'circle') {
    const inner = checkKeys(data, [id, key], Object.keys(circleSchema.entries), subject);
    const read = checkShape(data, [id, key], circleSchema, subject, inner);
    if (!read) return null;
    const { center, radius_km: km, radius_nmi: nmi } = read;
    if ((km === undefined) === (nmi === undefined))
      return fault(
        [key],
        'circle must have radius_km or radius_nmi',
        km === undefined ? 'neither' : 'both'
      );
    const at =
      typeof center === 'string'
        ? placeNamed(center, [key, 'center'], 'center')
        : parseLngLat(center, 'center');
    if (typeof at === 'string') return fault([key, 'center'], `${at}, or a place`, center);
    const radiusKm = km ?? nmi! * kmPerNauticalMile;
    if (at === null) return null;
    const kmToPole = (90 - Math.abs(at[1])) * 111.2;
    if (radiusKm >= kmToPole)
      return fault(
        [key],
        'a circle must not hold a pole',
        `a radius of ${Math.round(radiusKm)} km`
      );
    return shapeOf([[circleRing(at, radiusKm)]], [], []);
  }
  const inner = checkKeys(data, [id, key], Object.keys(routeSchema.entries), subject);
  const read = checkShape(data, [id, key], routeSchema, subject, inner);
  const points = read?.through.map((name, i) => placeNamed(name, [key, 'through', i], 'through'));
  if (!read || !points?.every((point) => point !== null)) return null;
  const via = routeThrough(points, read.way, world.land);
  if ('blockedLeg' in via) {
    const [from, to] = read.through.slice(via.blockedLeg);
    return fault(
      [key],
      `route must have a way by ${read.way} from ${show(from)} to ${show(to)}`,
      'none'
    );
  }
  return shapeOf([], [unwrapped([points[0]!, ...via, points.at(-1)!])], []);
}

/** The feature as a claim of the story; null where its form does not go with its geometry. */
function featureOf(
  id: string,
  { name, form, kind, certainty, sources, summary }: Properties,
  geometry: ShapeGeometry,
  line: number,
  { file, where, report }: Subject
): StoryEvent | null {
  const what = whatIs(geometry);
  const lineForm: ShapeForm = certainty === 'confirmed' ? 'solid' : 'dashed';
  const fits: readonly [ShapeForm, ...ShapeForm[]] =
    what === 'area' ? ['tint', 'hatch', 'outline'] : [what === 'picture' ? 'outline' : lineForm];
  const drawn = form ?? fits[0];
  if (form !== null && !fits.includes(form)) {
    const of = {
      area: 'an area',
      picture: 'a picture',
      line: `a line that is ${certainty}`,
      point: `a point that is ${certainty}`
    }[what];
    const expected = `form of ${of} must be ${fits.join(', ')}`;
    report({ file, line, where, expected, got: show(form) });
    return null;
  }
  const label = drawn === 'outline' ? northOf(geometry) : geometry.label;
  return {
    id,
    name,
    kind: kind ?? defaultKinds[what],
    geometry: { type: 'shape', form: drawn, ...geometry, label },
    start: null,
    end: null,
    datePrecision: 'day',
    certainty,
    geometryNote: '',
    actors: [],
    summary,
    sources
  };
}

function whatIs({ areas, lines, picture }: ShapeGeometry): keyof typeof defaultKinds {
  if (picture) return 'picture';
  return areas.length > 0 ? 'area' : lines.length > 0 ? 'line' : 'point';
}

function checkSize({ items }: Register<StoryEvent>, report: Report): void {
  const corners = [...items.values()].flatMap(({ geometry }) =>
    geometry.type === 'shape' ? shapePoints(geometry) : []
  ).length;
  if (corners <= mostCorners) return;
  const expected = `layers must have at most ${mostCorners.toLocaleString('en')} corners together, after leaving out what is finer than 100 m; simplify them, with mapshaper for example`;
  report({ file: 'layers', line: 1, where: '', expected, got: corners.toLocaleString('en') });
}
