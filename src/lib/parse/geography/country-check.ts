import {
  coastToleranceKm,
  countryAt,
  isIn,
  isInland,
  kmFromCorners,
  polygonsByCountry
} from '../../sea-route/country-land.ts';
import type { Gazetteer } from '../../story/gazetteer.ts';
import type { LngLat, Place } from '../../story/story.ts';
import { show, type Fault } from '../fault.ts';
import type { World } from '../world.ts';

/** The kind of a place that lies in no country. */
export const seaKind = 'sea';

/** Farther from its country's land than this, no place is one of its islands, km. */
const continentKm = 2000;
/** The map's land ends here; south of it there is nothing but Antarctica. */
const southernEdge = -84.9;

/** What is odd about a place, and whether it is surely wrong. */
interface Oddity {
  readonly surely: boolean;
  readonly words: Pick<Fault, 'expected' | 'got'>;
}

type Polygons = Parameters<typeof isIn>[0];

/** Checks that places lie in the countries that they name, or at sea as they say. */
export class CountryCheck {
  readonly #gazetteer: Gazetteer;
  readonly #polygons: ReadonlyMap<string, Polygons>;

  constructor({ gazetteer, land, islets }: World) {
    this.#gazetteer = gazetteer;
    this.#polygons = polygonsByCountry(land, islets);
  }

  /**
   * Returns what is odd about a place; null where nothing is. Surely wrong are coordinates that are swapped, a continent
   * off, or in another country; but where land is contested, that is only odd.
   */
  oddityOf({ country, lngLat }: Pick<Place, 'country' | 'lngLat'>): Oddity | null {
    const at: LngLat = [lngLat[0], Math.max(southernEdge, lngLat[1])];
    return country === null ? this.#inlandOddity(at) : this.#outsideOddity(country, at);
  }

  /** Returns the code of the country that a point lies in, or else near, or null at sea. */
  countryAt(lngLat: LngLat): string | null {
    const near = () => [...this.#polygons].find(([, polygons]) => isIn(polygons, lngLat));
    return countryAt(this.#polygons, lngLat) ?? near()?.[0] ?? null;
  }

  #inlandOddity(at: LngLat): Oddity | null {
    const inland = [...this.#polygons].find(([, polygons]) => isInland(polygons, at));
    if (!inland) return null;
    const expected = `a place of kind ${seaKind} must lie at sea or within ${coastToleranceKm} km of it`;
    return { surely: true, words: { expected, got: `${show(at)}, which is in ${inland[0]}` } };
  }

  #outsideOddity(country: string, at: LngLat): Oddity | null {
    const polygons = this.#landOf(country);
    if (polygons.length === 0 || isIn(polygons, at)) return null;
    const rule = (verb: string) =>
      `coordinates ${verb} lie in ${country} or within ${coastToleranceKm} km of it`;
    const [lng, lat] = at;
    if (Math.abs(lng) <= 90 && isIn(polygons, [lat, lng])) {
      const got = `${show(at)}, which looks swapped (longitude comes first)`;
      return { surely: true, words: { expected: rule('must'), got } };
    }
    const other = countryAt(this.#polygons, at);
    const surely =
      (other !== null && !this.#isContested(at)) || kmFromCorners(polygons, at) > continentKm;
    // West of Greenwich and south of the equator a sign is soon lost.
    const mirrored = [[-lng, lat] as const, [lng, -lat] as const].find((point) =>
      isIn(polygons, point)
    );
    const hint = mirrored
      ? `with ${mirrored[0] === lng ? mirrored[1] : mirrored[0]} it would be in ${country}`
      : `there, a place has the kind ${seaKind} and no country`;
    const atSea = `at sea (${hint})`;
    return {
      surely,
      words: {
        expected: rule(surely ? 'must' : 'should'),
        got: `${show(at)}, which is ${other ? `in ${other}` : atSea}`
      }
    };
  }

  /** A country's land, with that of its parts that have a code of their own. */
  #landOf(country: string): Polygons {
    const { countries } = this.#gazetteer;
    const parts = Object.keys(countries).filter((code) => countries[code]!.partOf === country);
    const own = this.#polygons.get(country) ?? [];
    return parts.length === 0
      ? own
      : [...own, ...parts.flatMap((code) => this.#polygons.get(code) ?? [])];
  }

  #isContested([lng, lat]: LngLat): boolean {
    return this.#gazetteer.contested.some(
      ({ bounds: [west, south, east, north] }) =>
        lng >= west && lng <= east && lat >= south && lat <= north
    );
  }
}
