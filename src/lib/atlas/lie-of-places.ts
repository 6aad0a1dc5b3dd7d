import { distance } from '@turf/distance';
import { rhumbBearing } from '@turf/rhumb-bearing';
import type { LngLat } from '../story/story.ts';

/** A point with a name. */
interface Named {
  readonly name: string;
  readonly lngLat: LngLat;
}

/** So many places lie where they lie in one sentence; more could not be kept in mind. */
const mostPlaces = 4;

const winds = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west'
] as const;

/**
 * How far and in which direction places lie from each other, each from the one before, as a sentence; empty for fewer
 * than two: `Tehran lies some 2,500 km south-east of Moscow, Damascus some 1,400 km west of Tehran.` Directions are those
 * of a map with north at its top.
 */
export function lieOfPlaces(places: readonly Named[], lang: string): string {
  const pairs = places.slice(1, mostPlaces).map((place, i) => {
    const from = places[i]!;
    const km = aboutKm(distance([...from.lngLat], [...place.lngLat]));
    const bearing = rhumbBearing([...from.lngLat], [...place.lngLat]);
    const wind = winds[(Math.round(bearing / 45) + 8) % 8]!;
    const lies = i === 0 ? ' lies' : '';
    return `${place.name}${lies} some ${km.toLocaleString(lang)} km ${wind} of ${from.name}`;
  });
  return pairs.length === 0 ? '' : `${pairs.join(', ')}.`;
}

/** A distance as one says it, km: by hundreds from a thousand on, by fifties from two hundred, below by tens. */
function aboutKm(km: number): number {
  const step = km >= 1000 ? 100 : km >= 200 ? 50 : 10;
  return Math.max(step, Math.round(km / step) * step);
}
