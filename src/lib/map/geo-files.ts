import type { Bounds } from '../geometry/bounds.ts';

/** The geography's files that all stories share, under their base address. */
export const geoFiles = {
  coarse: 'world-coarse.json',
  water: 'water.json'
} as const;

/** A picture of relief: its address, and what part of the world it covers. */
export interface ReliefPicture {
  readonly url: string;
  readonly bounds: Bounds;
}

/** Where the ground that a story goes to is found: the address of its fine level, and its relief. */
export interface GroundFiles {
  readonly fine: string;
  readonly relief: readonly ReliefPicture[];
}
