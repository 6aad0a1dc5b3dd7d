import { distance } from '@turf/distance';
import { rhumbBearing } from '@turf/rhumb-bearing';
import { listed } from '../story/listed.ts';
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

/** A country of more neighbours is known by its own name. */
const mostNeighbours = 7;

/** A neighbour whose label is so near lies on no one side, km: it may lie within the country, or around it. */
const nearKm = 150;

interface Neighboured {
  readonly name: string;
  readonly label: LngLat;
  readonly neighbours: readonly { readonly name: string; readonly label: LngLat }[];
}

/**
 * Between which neighbours a country lies, as a sentence: `Syria lies between Turkey in the north, Iraq in the east and
 * Lebanon in the west.` Empty for an island, for one that has too many of
 * them, and where one lies on no one side. Directions go from label to label.
 */
export function lieOfCountry({ name, label, neighbours }: Neighboured): string {
  if (neighbours.length === 0 || neighbours.length > mostNeighbours) return '';
  if (neighbours.some((each) => distance([...label], [...each.label]) < nearKm)) return '';
  const sides = (['north', 'east', 'south', 'west'] as const).flatMap((side, quarter) => {
    const names = neighbours
      .filter((each) => {
        const bearing = rhumbBearing([...label], [...each.label]);
        return (Math.round(bearing / 90) + 4) % 4 === quarter;
      })
      .map((each) => each.name);
    return names.length === 0 ? [] : [`${listed(names)} in the ${side}`];
  });
  return `${name} ${sides.length === 1 ? 'borders on' : 'lies between'} ${listed(sides)}.`;
}

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
