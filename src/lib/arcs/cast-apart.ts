import type { Point } from '../geometry/polyline.ts';

/** All lines between the same two ends, bowed side by side. Points are on the Mercator plane, y northwards. */
export interface Bundle {
  readonly ends: readonly [from: Point, to: Point];
  /** How far its outermost line is bowed to either side of its middle, as a share of the distance between the ends. */
  readonly halfWidth: number;
}

/** The least angle, radians, between the directions in which two bundles leave the place they share. */
const leastAngle = Math.PI / 16;
/** The most that a bundle's middle is bowed, as a share of the distance between its ends. */
const mostBow = 0.16;
const rounds = 24;

/**
 * By how much the middle of each bundle is bowed (positive: to the right of its direction), as a share of the distance
 * between its ends, so that bundles which leave one place in nearly the same direction part from each other there.
 * Those that have room keep to 0.
 */
export function castApart(bundles: readonly Bundle[]): number[] {
  const bows = bundles.map(() => 0);
  const pairs = neighbours(bundles);
  for (let round = 0; round < rounds; round++) {
    const pushes = bundles.map(() => 0);
    for (const [left, right] of pairs) {
      // A line bowed by a share of its length leaves its end at about π times that share.
      const gap =
        right.heading -
        left.heading +
        Math.PI * (right.side * bows[right.bundle]! - left.side * bows[left.bundle]!) -
        Math.PI * (bundles[left.bundle]!.halfWidth + bundles[right.bundle]!.halfWidth);
      const push = Math.max(0, leastAngle - gap) / Math.PI / 4;
      pushes[left.bundle]! -= left.side * push;
      pushes[right.bundle]! += right.side * push;
    }
    pushes.forEach((push, i) => {
      bows[i] = Math.min(mostBow, Math.max(-mostBow, bows[i]! + push));
    });
  }
  return bows;
}

/** A bundle at one of its ends. */
interface Departure {
  readonly bundle: number;
  /** Clockwise from north, radians. */
  readonly heading: number;
  /** 1 where its right is the right of one who leaves, -1 where it is their left. */
  readonly side: 1 | -1;
}

/** The bundles that leave one place side by side, by halves of the circle: the one to the left, the one to the right. */
function neighbours(bundles: readonly Bundle[]): [left: Departure, right: Departure][] {
  const places = new Map<string, Departure[]>();
  bundles.forEach(({ ends: [from, to] }, bundle) => {
    for (const [here, there, side] of [
      [from, to, 1],
      [to, from, -1]
    ] as const) {
      const heading = Math.atan2(there[0] - here[0], there[1] - here[1]);
      const departures = places.get(here.join(' ')) ?? [];
      departures.push({ bundle, heading, side });
      places.set(here.join(' '), departures);
    }
  });
  return [...places.values()].flatMap((departures) => {
    const around = departures.sort((a, b) => a.heading - b.heading);
    return around.flatMap((left, i): [Departure, Departure][] => {
      const right = around[(i + 1) % around.length]!;
      const turned =
        right.heading > left.heading || i < around.length - 1
          ? right
          : { ...right, heading: right.heading + 2 * Math.PI };
      return around.length > 1 && turned.heading - left.heading < Math.PI ? [[left, turned]] : [];
    });
  });
}
