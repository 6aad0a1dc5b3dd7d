import distance from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyEvent } from '../story/fixtures.ts';
import type { LngLat, Story, StoryEvent } from '../story/story.ts';
import { arcPaths, greatCircleThrough, pointAlong } from './arc-paths.ts';

const lngLats = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -70, max: 70, noNaN: true })
);

function arc(id: string, from: string, to: string, via: readonly LngLat[] = []): StoryEvent {
  return storyEvent({ id, geometry: { type: 'arc', from, to, through: [], way: null, via } });
}

function storyOf(places: Record<string, LngLat>, events: StoryEvent[]): Story {
  return {
    places: Object.entries(places).map(([id, lngLat]) => ({
      id,
      name: id,
      kind: '',
      country: '',
      lngLat
    })),
    events
  } as unknown as Story;
}

describe('greatCircleThrough(ends)', () => {
  it('runs from the first end to the last without a jump, over the date line too', () => {
    fc.assert(
      fc.property(lngLats, lngLats, (from, to) => {
        const km = distance([...from], [...to]);
        fc.pre(km > 1 && km < 19_000);
        const path = greatCircleThrough([from, to]);
        expect(distance([...path[0]!], [...from])).toBeLessThan(0.01);
        expect(distance([...path.at(-1)!], [...to])).toBeLessThan(0.01);
        for (let i = 1; i < path.length; i++) {
          expect(Math.abs(path[i]![0] - path[i - 1]![0])).toBeLessThan(180);
        }
      })
    );
  });

  it('is the shortest line: no longer than the distance between its ends', () => {
    fc.assert(
      fc.property(lngLats, lngLats, (from, to) => {
        const km = distance([...from], [...to]);
        fc.pre(km > 100 && km < 18_000);
        const path = greatCircleThrough([from, to]);
        const length = path
          .slice(1)
          .reduce((sum, point, i) => sum + distance([...path[i]!], [...point]), 0);
        expect(length / km).toBeCloseTo(1, 2);
      })
    );
  });
});

describe('pointAlong(path, share)', () => {
  const corner: readonly LngLat[] = [
    [0, 0],
    [30, 0],
    [30, 0],
    [30, 10],
    [30, 20]
  ];

  it('is at the ends for 0 and 1, and held to them beyond', () => {
    expect([-1, 0].map((share) => pointAlong(corner, share))).toEqual([corner[0], corner[0]]);
    expect([1, 2].map((share) => pointAlong(corner, share))).toEqual([corner[4], corner[4]]);
  });

  it('goes by lengths on the Mercator plane, not by points', () => {
    const [lng, lat] = pointAlong(
      [
        [0, 0],
        [10, 0],
        [40, 0]
      ],
      0.5
    );
    expect([lng, lat]).toEqual([20, 0]);
    const [x, y] = pointAlong(corner, 0.4);
    expect(y).toBe(0);
    // 20° of latitude are 20.42° of longitude wide there.
    expect(x).toBeCloseTo(0.4 * 50.42, 1);
  });

  it('lies on the path, the further on the greater the share', () => {
    let last = -1;
    for (let share = 0; share <= 1; share += 0.05) {
      const [x, y] = pointAlong(corner, share);
      expect(x === 30 || y === 0).toBe(true);
      expect(x + y).toBeGreaterThan(last);
      last = x + y;
    }
  });
});

describe('arcPaths(story)', () => {
  const places = { moscow: [37.6173, 55.7558], tehran: [51.389, 35.6892] } as const;
  const six = [
    arc('a', 'moscow', 'tehran'),
    arc('b', 'tehran', 'moscow'),
    arc('c', 'tehran', 'moscow'),
    arc('d', 'moscow', 'tehran'),
    arc('e', 'moscow', 'tehran'),
    arc('f', 'moscow', 'tehran')
  ];

  it('keeps a lone arc on its great circle', () => {
    const path = arcPaths(storyOf(places, [six[0]!])).get('a')!;
    const circle = greatCircleThrough([places.moscow, places.tehran]);
    path.points.forEach((point, i) => {
      expect(distance([...point], [...circle[i]!])).toBeLessThan(0.01);
    });
  });

  it('fans out arcs between the same two places, whichever way they run', () => {
    const paths = arcPaths(storyOf(places, six));
    const middles = six
      .map(({ id }) => pointAlong(paths.get(id)!.points, 0.5)[0])
      .sort((a, b) => a - b);
    for (let i = 1; i < middles.length; i++)
      expect(middles[i]! - middles[i - 1]!).toBeGreaterThan(0.8);
  });

  it('starts at from and ends at to', () => {
    const path = arcPaths(storyOf(places, six)).get('c')!.points;
    expect(distance([...path[0]!], [...places.tehran])).toBeLessThan(0.01);
    expect(distance([...path.at(-1)!], [...places.moscow])).toBeLessThan(0.01);
  });

  it('has the same arc for an event every time, and none for what is no arc', () => {
    const marker = { ...six[0]!, id: 'm', geometry: { type: 'marker', at: 'moscow' } } as const;
    const paths = arcPaths(storyOf(places, [six[0]!, marker]));
    expect(paths.get('a')).toBe(paths.get('a'));
    expect(paths.get('m')).toBeUndefined();
    expect(paths.get('nothing')).toBeUndefined();
  });

  it('bows a fan evenly to both sides of the great circle, as seen on the map', () => {
    const equator = { a: [0, 0], b: [40, 0] } as const;
    const fan = ['1', '2', '3'].map((id) => arc(id, 'a', 'b'));
    const paths = arcPaths(storyOf(equator, fan));
    const [south, middle, north] = fan
      .map(({ id }) => pointAlong(paths.get(id)!.points, 0.5))
      .sort((a, b) => a[1] - b[1]);
    expect(middle![1]).toBeCloseTo(0, 9);
    expect(north![1]).toBeCloseTo(-south![1], 9);
    for (const [lng] of [south!, north!]) expect(lng).toBeCloseTo(20, 1);
    // 7.5 % of the way between the places, which near the equator are 3°.
    expect(north![1]).toBeCloseTo(3, 1);
  });

  it('bows none at its ends, and most in its middle', () => {
    const equator = { a: [0, 0], b: [40, 0] } as const;
    const { points } = arcPaths(storyOf(equator, [arc('1', 'a', 'b'), arc('2', 'a', 'b')])).get(
      '1'
    )!;
    const away = points.map(([, lat]) => Math.abs(lat));
    expect(away[0]).toBeCloseTo(0, 9);
    expect(away.at(-1)).toBeCloseTo(0, 9);
    const most = away.indexOf(Math.max(...away));
    expect(most).toBe((points.length - 1) / 2);
    expect(away.slice(0, most + 1)).toEqual([...away.slice(0, most + 1)].sort((a, b) => a - b));
    expect(away.slice(most)).toEqual([...away.slice(most)].sort((a, b) => b - a));
  });

  it('keeps a fan of many no wider than four tenths of the way', () => {
    const equator = { a: [0, 0], b: [40, 0] } as const;
    const many = Array.from({ length: 21 }, (_, i) => arc(`e${i}`, 'a', 'b'));
    const paths = arcPaths(storyOf(equator, many));
    const middles = many.map(({ id }) => pointAlong(paths.get(id)!.points, 0.5)[1]);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(0.4 * 40);
    expect(Math.max(...middles) - Math.min(...middles)).toBeGreaterThan(0.3 * 40);
  });

  it('stands a lone badge in the middle, and those of neighbours in turn before and after it', () => {
    const lone = arcPaths(storyOf(places, [six[0]!])).get('a')!;
    expect(lone.badgeAt).toBe(0.5);
    const paths = arcPaths(storyOf(places, six));
    // From Moscow on: b and c run the other way.
    const shares = ['a', 'b', 'c', 'd'].map((id) => paths.get(id)!.badgeAt);
    expect(shares).toEqual([0.435, 0.435, 0.565, 0.565]);
    for (const { id } of six) {
      const { points, badgeAt, badge } = paths.get(id)!;
      expect(badge).toEqual(pointAlong(points, badgeAt));
    }
  });

  it('does not mind what else the story tells of in other directions', () => {
    const other = { ...places, riyadh: [46.7, 24.7], london: [-0.1, 51.5] } as const;
    const alone = arcPaths(storyOf(places, six.slice(0, 2))).get('b');
    const among = arcPaths(
      storyOf(other, [arc('x', 'moscow', 'london'), six[0]!, arc('y', 'riyadh', 'tehran'), six[1]!])
    ).get('b');
    expect(among).toEqual(alone);
  });

  describe('over water', () => {
    const ports = { sevastopol: [33.5, 44.6], tartus: [35.9, 34.9] } as const;
    const straits: readonly LngLat[] = [
      [29, 41.2],
      [26, 40],
      [27, 36]
    ];
    const nearest = (points: readonly LngLat[], to: LngLat) =>
      Math.min(...points.map((point) => distance([...point], [...to])));

    it('leads a lone arc through its waypoints, whichever way it runs', () => {
      for (const event of [
        arc('s', 'sevastopol', 'tartus', straits),
        arc('s', 'tartus', 'sevastopol', [...straits].reverse())
      ]) {
        const { points } = arcPaths(storyOf(ports, [event])).get('s')!;
        for (const strait of straits) expect(nearest(points, strait)).toBeLessThan(0.1);
        const from = event.geometry.type === 'arc' ? event.geometry.from : '';
        expect(nearest([points[0]!], ports[from as keyof typeof ports])).toBeLessThan(0.1);
      }
    });

    it('has ways between the same ports share the waypoints of the first, close side by side', () => {
      const paths = arcPaths(
        storyOf(ports, [
          arc('1', 'sevastopol', 'tartus', straits),
          arc('2', 'tartus', 'sevastopol', [[60, 40]])
        ])
      );
      const [one, two] = ['1', '2'].map((id) => paths.get(id)!.points);
      expect(two).toHaveLength(one!.length);
      const middle = pointAlong(one!, 0.5);
      const apart = nearest(two!, middle);
      expect(apart).toBeGreaterThan(10);
      expect(apart).toBeLessThan(100);
      for (const strait of straits) expect(nearest(two!, strait)).toBeLessThan(60);
    });

    it('leaves an arc through the air between the same ports on its great circle', () => {
      const paths = arcPaths(
        storyOf(ports, [
          arc('air', 'sevastopol', 'tartus'),
          arc('sea', 'sevastopol', 'tartus', straits)
        ])
      );
      expect(nearest(paths.get('air')!.points, straits[1]!)).toBeGreaterThan(300);
      expect(nearest(paths.get('sea')!.points, straits[1]!)).toBeLessThan(60);
    });
  });
});
