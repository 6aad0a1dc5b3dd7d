import * as v from 'valibot';
import { CountryCheck, seaKind } from './country-check.ts';
import { didYouMean } from './did-you-mean.ts';
import { show, type Report } from './fault.ts';
import { idForm, isId } from './id.ts';
import { Register } from './register.ts';
import { isLocated, type Located, type Path } from './located.ts';
import { readJson } from './read-json.ts';
import { checkKeys, checkShape, valueAt, type Subject } from './shape.ts';
import type { LngLat, Place } from '../story/story.ts';
import type { World } from './world.ts';

const file = 'places.geojson';

const text = (name: string) =>
  v.pipe(v.string(`${name} must be text`), v.trim(), v.nonEmpty(`${name} must not be empty`));

const propertiesSchema = v.object(
  { name: text('name'), kind: text('kind'), country: v.exactOptional(text('country')) },
  'properties must be an object with name, kind and country'
);

/**
 * Returns the places of a `places.geojson`: Points with an `id`, a `name`, a `kind` and a `country`; a place of the kind
 * `sea` has none.
 */
export function parsePlaces(
  json: string,
  world: World,
  { report, warn }: { readonly report: Report; readonly warn: Report }
): Register<Place> {
  const places = new Register<Place>();
  const data = readJson(json);
  if (!isLocated(data)) {
    places.whole = false;
    report({ file, where: '', ...data });
    return places;
  }
  const features = valueAt(data, ['features']);
  if (valueAt(data, ['type']) !== 'FeatureCollection' || !Array.isArray(features)) {
    places.whole = false;
    const got = show(valueAt(data, ['type']) ?? data.value);
    report({
      file,
      where: '',
      ...data.at(['type']),
      expected: 'must be a GeoJSON FeatureCollection',
      got
    });
    return places;
  }
  const countries = new CountryCheck(world);
  for (const index of features.keys()) {
    const id = parseId(data, index, places, report);
    const where = id === null ? `feature ${index + 1}` : `place ${show(id)}`;
    const path = ['features', index];
    const rest = parseRest(data, path, world, { file, where, report });
    if (id === null) places.whole = false;
    else if (!places.ids.has(id)) {
      places.ids.add(id);
      places.lines.set(id, data.at(path).line);
    }
    if (rest === null) continue;
    const position = data.at([...path, 'geometry', 'coordinates']);
    const odd = countries.oddityOf(rest);
    if (odd) (odd.surely ? report : warn)({ file, where, ...position, ...odd.words });
    if (id !== null && !odd?.surely) places.items.set(id, { id, ...rest });
  }
  return places;
}

/** Returns a place's id, from the feature or its properties, or null where it has none. */
function parseId(
  data: Located,
  index: number,
  places: Register<Place>,
  report: Report
): string | null {
  const path = ['features', index];
  const outer = valueAt(data, [...path, 'id']);
  const inner = valueAt(data, [...path, 'properties', 'id']);
  const id = outer ?? inner;
  const fault = (at: Path, expected: string, got: string) =>
    report({ file, where: `feature ${index + 1}`, ...data.at([...path, ...at]), expected, got });

  if (typeof id !== 'string' || id === '') {
    fault(['id'], 'id must be text', show(id));
    return null;
  }
  if (!isId(id)) fault(['id'], `id must be ${idForm}`, show(id));
  else if (places.ids.has(id)) fault(['id'], 'id must be unique', `${show(id)} again`);
  if (inner !== undefined && inner !== id) {
    fault(
      ['properties', 'id'],
      `properties.id must be the feature's own id, ${show(id)}`,
      show(inner)
    );
  }
  return id;
}

/** Returns all of a place but its id, or null where any of it has a fault. */
function parseRest(
  data: Located,
  path: Path,
  world: World,
  subject: Subject
): Omit<Place, 'id'> | null {
  const inner = [...path, 'properties'];
  const fault = (at: Path, expected: string, got: unknown) =>
    subject.report({ file, where: subject.where, ...data.at(at), expected, got: show(got) });

  const misspelt = checkKeys(data, inner, ['id', 'name', 'kind', 'country'], subject, 'allowed');
  const properties = checkShape(data, inner, propertiesSchema, subject, misspelt);
  const country = properties?.country ?? null;
  const isAtSea = properties?.kind === seaKind;
  const known = country === null ? isAtSea : Object.hasOwn(world.gazetteer.countries, country);
  if (isAtSea && country !== null) {
    fault([...inner, 'country'], `a place of kind ${seaKind} has no country`, country);
  } else if (properties && country === null && !known) {
    if (!misspelt.includes('country'))
      fault(inner, `country is required, but for a place of kind ${seaKind}`, undefined);
  } else if (country !== null && !known) {
    const { countries } = world.gazetteer;
    const twoLetters = Object.keys(countries).find((code) => countries[code]!.iso2 === country);
    const guess = twoLetters
      ? ` (did you mean "${twoLetters}"?)`
      : didYouMean(country, Object.keys(countries));
    fault([...inner, 'country'], `country must be an ISO 3166-1 alpha-3 code${guess}`, country);
  }

  const type = valueAt(data, [...path, 'geometry', 'type']);
  if (type !== 'Point') {
    fault([...path, 'geometry', 'type'], 'geometry must be a Point', type);
    return null;
  }
  const coordinates = [...path, 'geometry', 'coordinates'];
  const lngLat = parseLngLat(valueAt(data, coordinates));
  if (typeof lngLat === 'string') {
    fault(coordinates, lngLat, valueAt(data, coordinates));
    return null;
  }
  if (!properties || !known || (isAtSea && country !== null)) return null;
  return { name: properties.name, kind: properties.kind, country, lngLat };
}

/** Returns a position as `[lng, lat]`, without its height; for anything else, what was expected, in words. */
export function parseLngLat(value: unknown, name = 'coordinates'): LngLat | string {
  const isPosition =
    Array.isArray(value) &&
    (value.length === 2 || value.length === 3) &&
    value.every((part) => typeof part === 'number' && Number.isFinite(part));
  if (!isPosition) return `${name} must be [longitude, latitude] in degrees`;
  const [lng, lat] = value as number[] as [number, number];
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return [lng, lat];
  const swapped = Math.abs(lng) <= 90 && Math.abs(lat) <= 180;
  return swapped
    ? `${name} must be [longitude, latitude]; these look swapped`
    : `${name} must be longitude -180 to 180, latitude -90 to 90`;
}
