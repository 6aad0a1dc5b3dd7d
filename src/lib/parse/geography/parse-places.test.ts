import { describe, expect, it } from 'vitest';
import { smallWorld } from '../../../../tests/broken-stories/read-broken-story.ts';
import { formatFault, formatWarning } from '../fault.ts';
import { parsePlaces } from './parse-places.ts';

/** Returns the places of features, each given as its name, its id and its geometry, and what the author is told. */
function read(...features: readonly (readonly [name: string, id?: unknown, geometry?: object])[]) {
  const told: string[] = [];
  const collection = {
    type: 'FeatureCollection',
    features: features.map(([name, id, geometry]) => ({
      type: 'Feature',
      properties: { 'marker-color': '#7e7e7e', name, country: 'RUS' },
      geometry: geometry ?? { type: 'Point', coordinates: [37.6, 55.8] },
      id
    }))
  };
  const places = parsePlaces(JSON.stringify(collection), smallWorld, {
    report: (fault) => told.push(formatFault(fault)),
    warn: (fault) => told.push(formatWarning(fault))
  });
  return { places: [...places.items.values()], told };
}

describe('parsePlaces(json, world, { report, warn })', () => {
  it('makes ids from names where geojson.io or QGIS wrote none, beside those that are there', () => {
    const { places, told } = read(['Port Stanley'], ['Port Stanley', 3], ['Kyiv', 'port-stanley']);
    expect(places.map(({ id }) => id)).toEqual([
      'port-stanley-2',
      'port-stanley-3',
      'port-stanley'
    ]);
    expect(told).toEqual([
      'places.geojson:1 feature 1: warning: a place should have an id; from its name this one is "port-stanley-2", got nothing',
      'places.geojson:1 feature 2: warning: a place should have an id; from its name this one is "port-stanley-3", got 3'
    ]);
  });

  it('needs no kind, drops heights, and takes a MultiPoint of one point', () => {
    const geometry = { type: 'MultiPoint', coordinates: [[37.6, 55.8, 156]] };
    expect(read(['Moscow', 'moscow', geometry])).toEqual({
      places: [
        { id: 'moscow', name: 'Moscow', kind: 'place', country: 'RUS', lngLat: [37.6, 55.8] }
      ],
      told: []
    });
  });
});
