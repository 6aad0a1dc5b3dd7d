import { readFileSync } from 'node:fs';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { withBorderForms, type BorderForm } from './border-forms.ts';

const world = JSON.parse(readFileSync('static/geo/world-coarse.json', 'utf8')) as Topology;
const nowhere = { within: [0, 0, 0, 0], except: [] } as const;

function featuresIn(topology: Topology, name: string): Feature[] {
  const found = feature(topology, topology.objects[name] as GeometryCollection);
  return (found as FeatureCollection).features;
}

/** Whose land a point is, by the areas of one object of a topology. */
function ownersAt(topology: Topology, at: [number, number], name = 'countries') {
  return featuresIn(topology, name)
    .filter((each) => booleanPointInPolygon(at, each as Feature<MultiPolygon>))
    .map(({ id }) => id);
}

/** The classes of the lines that have a point in a box. */
function classesIn(topology: Topology, [west, south, east, north]: BorderForm['within']) {
  const found = featuresIn(topology, 'borders').filter(({ geometry }) =>
    (geometry as MultiLineString).coordinates
      .flat()
      .some(([lng, lat]) => lng! > west && lng! < east && lat! > south && lat! < north)
  );
  return found.map(({ properties }) => properties!.class as string);
}

const crimea: [number, number] = [34.4, 45.2];
const stanley: [number, number] = [-58.6, -51.75];

describe('withBorderForms(topology, forms)', () => {
  it('leaves the map as it is where no other form is asked for', () => {
    expect(withBorderForms(world, [])).toBe(world);
  });

  it('shows an area with another country, and no longer with its own', () => {
    const form = { id: 'crimea', area: 'plain', land: 'UKR', with: 'RUS', ...nowhere } as const;
    expect([ownersAt(world, crimea), ownersAt(world, crimea, 'contested')]).toEqual([
      ['UKR'],
      ['crimea']
    ]);
    const own = withBorderForms(world, [form]);
    expect([ownersAt(own, crimea), ownersAt(own, crimea, 'contested')]).toEqual([['RUS'], []]);
    expect(ownersAt(own, [30.5, 50.4])).toEqual(['UKR']);
    expect(ownersAt(own, [37.6, 55.7])).toEqual(['RUS']);
    // The map that all stories share stays as it is.
    expect(ownersAt(world, crimea)).toEqual(['UKR']);
  });

  it('hatches land that has a code of its own, or shows it with another country', () => {
    const form = { id: 'falklands', land: 'FLK', ...nowhere } as const;
    const hatched = withBorderForms(world, [{ ...form, area: 'hatched' }]);
    expect(ownersAt(hatched, stanley, 'contested')).toEqual(['falklands']);
    expect(ownersAt(hatched, stanley)).toEqual(['FLK']);
    expect(ownersAt(withBorderForms(world, [{ ...form, with: 'ARG' }]), stanley)).toEqual(['ARG']);
  });

  it('draws the contested lines in a box as borders, dashed or not at all', () => {
    const within = [73, 32.3, 80.5, 37.1] as const;
    const middle = [73, 33.5, 77, 36] as const;
    const lines = (line: BorderForm['line'], except: BorderForm['except'] = []) =>
      classesIn(withBorderForms(world, [{ id: 'kashmir', line: line!, within, except }]), middle);
    expect(classesIn(world, middle)).toContain('line-of-control');
    expect(lines('hidden')).not.toContain('line-of-control');
    expect(lines('dashed')).toContain('disputed');
    expect(lines('dashed')).not.toContain('line-of-control');
    expect(lines('solid')).toEqual(['recognised']);
    expect(lines('hidden', [within])).toContain('line-of-control');
  });
});
