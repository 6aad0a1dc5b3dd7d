import type { MultiPolygon, Polygon } from 'geojson';
import area from '@turf/area';
import { feature, neighbors } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import type { LngLat } from '../src/lib/story/story.ts';
import { makeCountryNames } from './country-names.ts';
import { mainBounds, visualCentre } from './extent.ts';
import type { Faces } from './faces.ts';
import type { Gazetteer } from '../src/lib/story/gazetteer.ts';
import { alpha2OfAlpha3 } from './iso.ts';
import type { Level } from './level.ts';
import { readOwnJson } from './package-file.ts';
import type { Box, Policy } from './policy.ts';

/**
 * The names, places and sizes of what the map shows. Labels and bounds come from the shapes as drawn
 * (`level`), areas from the shapes before they were simplified (`faces`).
 */
export function compileGazetteer(level: Level, faces: Faces, policy: Policy): Gazetteer {
  const nameCountry = makeCountryNames(policy);
  const labels = readOwnJson<Record<string, { at: LngLat }>>('./authored/labels.json');
  const km2 = areasByOwner(faces);
  const neighbours = neighboursOf(level);
  const contested = listContested(policy, faces);
  const countries = shapesOf(level, 'countries').map(([code, geometry]) => [
    code,
    {
      iso2: code === 'XKX' ? null : (alpha2OfAlpha3(code) ?? null),
      names: nameCountry(code),
      label: labels[code]?.at ?? visualCentre(geometry),
      bounds: mainBounds(geometry),
      area: Math.round(km2.get(code) ?? 0),
      neighbours: neighbours.get(code)!,
      ...(policy.partOf[code] && { partOf: policy.partOf[code] })
    }
  ]);
  return {
    countries: Object.fromEntries(countries) as Gazetteer['countries'],
    groups: readGroups(),
    seas: readOwnJson<Gazetteer['seas']>('./authored/seas.json'),
    contested,
    policy: policy.statement.map((sentences) =>
      sentences.map((sentence) => whereToSay(sentence, contested))
    )
  };
}

function shapesOf(level: Level, name: string): [id: string, Polygon | MultiPolygon][] {
  const collection = feature(level, level.objects[name] as GeometryCollection);
  return collection.features.map(({ id, geometry }) => [
    String(id),
    geometry as Polygon | MultiPolygon
  ]);
}

/** The countries that each country borders on, sorted: those that share a line with it on the map as drawn. */
function neighboursOf(level: Level): Map<string, string[]> {
  const { geometries } = level.objects['countries'] as GeometryCollection;
  const codes = geometries.map(({ id }) => String(id));
  const indices = neighbors(geometries);
  return new Map(codes.map((code, i) => [code, indices[i]!.map((j) => codes[j]!).sort()]));
}

function areasByOwner({ land, statuses }: Faces): Map<string, number> {
  const km2 = new Map<string, number>();
  for (const shape of land.features) {
    const { owner } = statuses[shape.properties.face]!;
    km2.set(owner, (km2.get(owner) ?? 0) + area(shape) / 1e6);
  }
  return km2;
}

/** Everything that has a note: areas, lines, and places that have nothing but a note. */
function listContested({ areas, lines, noted }: Policy, faces: Faces): Gazetteer['contested'] {
  return [
    ...areas
      .filter(({ note }) => note)
      .map(({ area: id, name, note, at, form, belongsTo, heldBy }) => {
        const shown = areas.filter(({ area, group }) => area === id || group === id);
        const bounds = boundsOf(
          faces,
          shown.map(({ area }) => area)
        );
        const hasShape = form === 'hatched' || (form === 'dashed' && belongsTo === heldBy);
        return { id, name, note, at, bounds, form, ...(hasShape && { land: belongsTo }) };
      }),
    ...lines.flatMap(({ id, name, note, at, bounds, form }) =>
      id && name && note && at && bounds && form ? [{ id, name, note, at, bounds, form }] : []
    ),
    ...noted.map(({ id, name, note, at, bounds, since, land }) => ({
      id,
      name,
      note,
      at,
      bounds,
      ...(since && { since }),
      ...(land && { land }),
      form: 'noted' as const
    }))
  ];
}

/** The box around the land of some areas. */
function boundsOf({ land, statuses }: Faces, areas: readonly string[]): Box {
  const corners = land.features
    .filter(({ properties }) => areas.includes(statuses[properties.face]!.area))
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    )
    .flat();
  const [lngs, lats] = [corners.map(([lng]) => lng!), corners.map(([, lat]) => lat!)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)].map(
    (degrees) => Math.round(degrees * 100) / 100
  ) as unknown as Box;
}

/** A sentence with the boxes of the parts of the world that it is about: null where it is about all. */
function whereToSay(
  sentence: Policy['statement'][number][number],
  contested: Gazetteer['contested']
): Gazetteer['policy'][number][number] {
  if (typeof sentence === 'string') return { text: sentence, within: null };
  const { text } = sentence;
  if ('within' in sentence) return { text, within: [sentence.within] };
  const within = sentence.for.map((id) => {
    const area = contested.find((each) => each.id === id);
    if (!area)
      throw new Error(`policy.json statement: expected a noted area for "${id}", got none`);
    return area.bounds;
  });
  return { text, within };
}

/** The groups of `groups.json`, as far as stories need to know them. */
function readGroups(): Gazetteer['groups'] {
  const groups =
    readOwnJson<readonly (Gazetteer['groups'][string] & { id: string })[]>('./groups.json');
  return Object.fromEntries(
    groups.map(({ id, names, source, members }) => [id, { names, source, members }])
  );
}
