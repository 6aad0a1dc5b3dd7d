import { describe, expect, it } from 'vitest';
import { readWorld } from '../../cli/read-stories.ts';
import type { LngLat } from '../story/story.ts';
import { landOf, rectangle } from './fixtures.ts';
import { routeThrough } from './route-through.ts';

const { land } = readWorld();
const novorossiysk: LngLat = [37.8, 44.7];
const tartus: LngLat = [35.86, 34.9];

/** Whether some waypoint lies within a degree of a place. */
function passes(waypoints: unknown, [lng, lat]: LngLat): boolean {
  return (waypoints as LngLat[]).some(([x, y]) => Math.hypot(x - lng, y - lat) < 1);
}

describe('routeThrough(points, way, land)', () => {
  it('goes by sea through straits narrower than the map', () => {
    const way = routeThrough([novorossiysk, tartus], 'sea', land);
    expect(passes(way, [29.07, 41.12])).toBe(true);
    expect(passes(way, [26.3, 40.1])).toBe(true);
  });

  it('goes by sea through the author’s places in their order', () => {
    const [portsmouth, ascension, stanley]: LngLat[] = [
      [-1.1, 50.8],
      [-14.4, -7.93],
      [-57.85, -51.69]
    ];
    const way = routeThrough([portsmouth!, ascension!, stanley!], 'sea', land) as LngLat[];
    const at = way.indexOf(ascension!);
    expect(at).toBeGreaterThan(0);
    expect(way.slice(0, at).every(([, lat]) => lat > -8)).toBe(true);
    expect(way.slice(at + 1).every(([, lat]) => lat < -7)).toBe(true);
  });

  it('goes by land around a bay, and says which leg the water blocks', () => {
    const horseshoe = landOf(
      [rectangle(0, 0, 2, 10)],
      [rectangle(8, 0, 10, 10)],
      [rectangle(0, 0, 10, 2)]
    );
    const around = routeThrough(
      [
        [1, 9],
        [9, 9]
      ],
      'land',
      horseshoe
    ) as LngLat[];
    expect(Math.min(...around.map(([, lat]) => lat))).toBeLessThan(2.5);
    const islands = landOf([rectangle(0, 0, 2, 10)], [rectangle(8, 0, 10, 10)]);
    expect(
      routeThrough(
        [
          [1, 1],
          [1, 9],
          [9, 9]
        ],
        'land',
        islands
      )
    ).toEqual({ blockedLeg: 1 });
  });

  it('goes by air straight from place to place', () => {
    expect(routeThrough([novorossiysk, [30, 40], tartus], 'air', land)).toEqual([[30, 40]]);
  });
});
