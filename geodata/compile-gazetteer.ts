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
import type { Policy } from './policy.ts';

/**
 * The names, places and sizes of what the map shows. Labels and bounds come from the shapes as drawn
 * (`level`), areas from the shapes before they were simplified (`faces`).
 */
export function compileGazetteer(level: Level, faces: Faces, policy: Policy): Gazetteer {
  const nameCountry = makeCountryNames(policy);
  const labels = readOwnJson<Record<string, { at: LngLat }>>('./authored/labels.json');
  const km2 = areasByOwner(faces);
  const neighbours = neighboursOf(level);
  const countries = shapesOf(level, 'countries').map(([code, geometry]) => [
    code,
    {
      iso2: code === 'XKX' ? null : (alpha2OfAlpha3(code) ?? null),
      names: nameCountry(code),
      label: labels[code]?.at ?? visualCentre(geometry),
      bounds: mainBounds(geometry),
      area: Math.round(km2.get(code) ?? 0),
      neighbours: neighbours.get(code)!
    }
  ]);
  const groups = shapesOf(level, 'groups').map(([id, geometry]) => {
    const { members, names } = policy.groups.find((group) => group.id === id)!;
    return [id, { names, members, label: visualCentre(geometry), bounds: mainBounds(geometry) }];
  });
  return {
    countries: Object.fromEntries(countries) as Gazetteer['countries'],
    groups: Object.fromEntries(groups) as Gazetteer['groups'],
    seas: readOwnJson<Gazetteer['seas']>('./authored/seas.json'),
    contested: listContested(policy),
    policy: policy.statement
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
function listContested({ areas, lines, noted }: Policy): Gazetteer['contested'] {
  return [
    ...areas
      .filter(({ note }) => note)
      .map(({ area: id, name, note, at, form }) => ({ id, name, note, at, form })),
    ...lines.flatMap(({ id, name, note, at, form }) =>
      id && name && note && at && form ? [{ id, name, note, at, form }] : []
    ),
    ...noted.map(({ id, name, note, at }) => ({ id, name, note, at, form: 'noted' as const }))
  ];
}
