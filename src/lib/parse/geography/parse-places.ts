import * as v from 'valibot';
import { CountryCheck, seaKind } from './country-check.ts';
import { countryHint } from './country-hint.ts';
import { show, type Report } from '../fault.ts';
import { idRule, isId, slugOf } from '../id.ts';
import { Register } from '../register.ts';
import { isLocated, type Located, type Path } from '../located.ts';
import { readJson } from '../read-json.ts';
import { checkKeys, checkShape, type Subject, text, valueAt } from '../shape.ts';
import type { LngLat, Place } from '../../story/story.ts';
import type { World } from '../world.ts';

const file = 'places.geojson';

export const placeSchema = v.object(
  {
    name: text('name'),
    kind: v.exactOptional(text('kind')),
    country: v.exactOptional(text('country'))
  },
  'properties must be an object with name, kind and country'
);

/** The kind of a place whose author names none. */
const plainKind = 'place';

/**
 * Returns the places of a `places.geojson`: Points with an `id`, a `name`, a `kind` and a `country`; a place of the kind
 * `sea` has none. Where an id is missing, as in what geojson.io draws, one is made from the name.
 */
export function parsePlaces(
  json: string,
  world: World,
  { report, warn }: { readonly report: Report; readonly warn: Report }
): Register<Place> {
  const places = new Register<Place>(file);
  const data = readJson(json);
  if (!isLocated(data)) {
    places.whole = false;
    report({ file, where: '', ...data });
    return places;
  }
  const features = valueAt(data, ['features']);
  if (valueAt(data, ['type']) !== 'FeatureCollection' || !Array.isArray(features)) {
    places.whole = false;
    const type = valueAt(data, ['type']);
    const expected = `must be a GeoJSON FeatureCollection${collectionHint(type)}`;
    report({ file, where: '', ...data.at(['type']), expected, got: show(type ?? data.value) });
    return places;
  }
  const given = new Set(features.map((_, index) => givenId(data, ['features', index])));
  const countries = new CountryCheck(world);
  for (const index of features.keys()) {
    const id = parseId(data, index, places, report) ?? makeId(data, index, places, given, warn);
    const where = id === null ? `feature ${index + 1}` : `place ${show(id)}`;
    const path = ['features', index];
    const rest = parseRest(data, path, world.gazetteer, countries, { file, where, report });
    if (id === null) places.whole = false;
    else if (!places.ids.has(id)) {
      if (isId(id)) places.ids.add(id);
      else places.addMalformed(id);
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

/** What to do with GeoJSON of another type. */
function collectionHint(type: unknown): string {
  if (type === 'Feature')
    return ' (write {"type": "FeatureCollection", "features": […]} around it)';
  const isGeometry = type === 'Point' || Object.hasOwn(otherGeometries, String(type));
  return isGeometry ? ' (in its "features", each geometry is in a Feature)' : '';
}

/** Returns a place's id, from the feature or its properties, if it is text. Some programs number features. */
function givenId(data: Located, path: Path): string | null {
  const ids = [valueAt(data, [...path, 'id']), valueAt(data, [...path, 'properties', 'id'])];
  return ids.find((id): id is string => typeof id === 'string' && id !== '') ?? null;
}

/** Returns an id made from a place's name, and warns of it; null where the name has no letters of an id. */
function makeId(
  data: Located,
  index: number,
  places: Register<Place>,
  given: ReadonlySet<string | null>,
  warn: Report
): string | null {
  const path = ['features', index];
  const name = valueAt(data, [...path, 'properties', 'name']);
  const slug = typeof name === 'string' ? slugOf(name) : '';
  if (slug === '') return null;
  let id = slug;
  for (let i = 2; given.has(id) || places.ids.has(id); i++) id = `${slug}-${i}`;
  const expected = `a place should have an id; from its name this one is "${id}"`;
  const got = show(valueAt(data, [...path, 'id']));
  warn({ file, where: `feature ${index + 1}`, ...data.at(path), expected, got });
  return id;
}

/** Returns a place's id, or null where it has none; reports one that cannot be used, and a place that can have none. */
function parseId(
  data: Located,
  index: number,
  places: Register<Place>,
  report: Report
): string | null {
  const path = ['features', index];
  const id = givenId(data, path);
  const inner = valueAt(data, [...path, 'properties', 'id']);
  const fault = (at: Path, expected: string, got: string) =>
    report({ file, where: `feature ${index + 1}`, ...data.at([...path, ...at]), expected, got });

  if (id === null) {
    const name = valueAt(data, [...path, 'properties', 'name']);
    if (typeof name === 'string' && name.trim() !== '' && slugOf(name) === '')
      fault(['id'], 'an id is required where the name has no letters a to z', show(name));
    return null;
  }
  if (!isId(id)) fault(['id'], idRule(id), show(id));
  else if (places.ids.has(id)) fault(['id'], 'id must be unique', places.again(id));
  if (typeof inner === 'string' && inner !== id) {
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
  { countries: known }: World['gazetteer'],
  countries: CountryCheck,
  subject: Subject
): Omit<Place, 'id'> | null {
  const inner = [...path, 'properties'];
  const fault = (at: Path, expected: string, got: unknown) =>
    subject.report({ file, where: subject.where, ...data.at(at), expected, got: show(got) });

  const misspelt = checkKeys(data, inner, ['id', 'name', 'kind', 'country'], subject, 'allowed');
  const properties = checkShape(data, inner, placeSchema, subject, misspelt);
  const country = properties?.country ?? null;
  const isAtSea = properties?.kind === seaKind;
  const lngLat = pointOf(data, path, subject);
  const isSound = country === null ? isAtSea : Object.hasOwn(known, country) && !isAtSea;
  if (isAtSea && country !== null) {
    fault([...inner, 'country'], `a place of kind ${seaKind} has no country`, country);
  } else if (properties && country === null && !isSound) {
    if (!misspelt.includes('country')) {
      const code = lngLat && countries.countryAt(lngLat);
      const hint = code ? ` (write "country": "${code}")` : '';
      fault(inner, `country is required, but for a place of kind ${seaKind}${hint}`, undefined);
    }
  } else if (country !== null && !isSound) {
    const guess = countryHint(country, known);
    fault([...inner, 'country'], `country must be an ISO 3166-1 alpha-3 code${guess}`, country);
  }

  if (!lngLat || !properties || !isSound) return null;
  return { name: properties.name, kind: properties.kind ?? plainKind, country, lngLat };
}

/** What a geometry that is no Point can be instead. */
const otherGeometries: Readonly<Record<string, string>> = {
  MultiPoint: ' (write a feature for each of its points)',
  GeometryCollection: ' (write a feature for each of its geometries)',
  LineString: ' (lines go into a file in layers/)',
  MultiLineString: ' (lines go into a file in layers/)',
  Polygon: ' (areas go into a file in layers/)',
  MultiPolygon: ' (areas go into a file in layers/)'
};

/** Returns where a place is, or null where that has a fault. A MultiPoint of one point will do. */
function pointOf(data: Located, path: Path, { where, report }: Subject): LngLat | null {
  const fault = (at: Path, expected: string, got: unknown) =>
    report({ file, where, ...data.at(at), expected, got: show(got) });
  const geometry = [...path, 'geometry'];
  const type = valueAt(data, [...geometry, 'type']);
  const points = valueAt(data, [...geometry, 'coordinates']);
  const isLone = type === 'MultiPoint' && Array.isArray(points) && points.length === 1;
  if (type !== 'Point' && !isLone) {
    const hint = otherGeometries[String(type)] ?? '';
    fault([...geometry, 'type'], `geometry must be a Point${hint}`, type);
    return null;
  }
  const coordinates = [...geometry, 'coordinates', ...(isLone ? [0] : [])];
  const lngLat = parseLngLat(valueAt(data, coordinates));
  if (typeof lngLat !== 'string') return lngLat;
  fault(coordinates, lngLat, valueAt(data, coordinates));
  return null;
}

/** Returns a position as `[lng, lat]`, without its height; for anything else, what was expected, in words. */
export function parseLngLat(value: unknown, name = 'coordinates'): LngLat | string {
  const isPosition =
    Array.isArray(value) &&
    (value.length === 2 || value.length === 3) &&
    value.every((part) => typeof part === 'number' && Number.isFinite(part));
  if (!isPosition) {
    const meant = Array.isArray(value) ? meantBy(value) : null;
    const hint = meant === null ? '' : ` (write [${meant.join(', ')}])`;
    return `${name} must be [longitude, latitude] in degrees${hint}`;
  }
  const [lng, lat] = value as number[] as [number, number];
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return [lng, lat];
  const swapped = Math.abs(lng) <= 90 && Math.abs(lat) <= 180;
  if (swapped) return `${name} must be [longitude, latitude]; these look swapped`;
  const inMetres = Math.abs(lng) > 1000 && Math.abs(lat) > 1000;
  const hint = inMetres ? ' (these look like metres: save the file as WGS 84, EPSG:4326)' : '';
  return `${name} must be longitude -180 to 180, latitude -90 to 90${hint}`;
}

/** What a list that is no position means: numbers as text, with decimal commas, or in degrees and minutes; else null. */
function meantBy(parts: readonly unknown[]): LngLat | null {
  if (parts.length === 4 && parts.every((part) => Number.isInteger(part))) {
    const [lng, lng2, lat, lat2] = parts as [number, number, number, number];
    const joined = [`${lng}.${lng2}`, `${lat}.${lat2}`].map(Number);
    return lng2 >= 0 && lat2 >= 0 ? [joined[0]!, joined[1]!] : null;
  }
  if (parts.length < 2 || parts.length > 3) return null;
  const degrees = parts.slice(0, 2).map((part) => inDegrees(String(part)));
  const [first, second] = degrees;
  if (!first || !second) return null;
  const isSwapped = first.axis === 'lat' || second.axis === 'lng';
  return isSwapped ? [second.value, first.value] : [first.value, second.value];
}

/** A number, or degrees, minutes and seconds with a point of the compass: `64°08′N`. */
function inDegrees(
  text: string
): { readonly value: number; readonly axis: 'lng' | 'lat' | null } | null {
  const number = /^\s*([-+]?\d+(?:[.,]\d+)?)\s*$/.exec(text);
  if (number) return { value: Number(number[1]!.replace(',', '.')), axis: null };
  const found =
    /^\s*(\d+(?:[.,]\d+)?)\s*°\s*(?:(\d+(?:[.,]\d+)?)\s*[′'’])?\s*(?:(\d+(?:[.,]\d+)?)\s*[″"”])?\s*([NSEW])\s*$/i.exec(
      text
    );
  if (!found) return null;
  const [degrees, minutes, seconds] = found
    .slice(1, 4)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  const compass = found[4]!.toUpperCase();
  const value = degrees! + minutes! / 60 + seconds! / 3600;
  return {
    value: Number(('SW'.includes(compass) ? -value : value).toFixed(4)),
    axis: 'NS'.includes(compass) ? 'lat' : 'lng'
  };
}
