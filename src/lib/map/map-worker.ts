// MapLibre's worker, which also fetches and decodes the geography: none of that costs the page's own thread.
import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import type { WorkerGlobalScopeInterface } from 'maplibre-gl';
import type { Topology } from 'topojson-specification';
import {
  coarseCollection,
  fetchCoarse,
  fetchFine,
  fetchWater,
  type GeoCollection
} from './geo-sources.ts';
import {
  baseAhead,
  geographyProtocol,
  partOfGeography,
  type GeographyPart
} from './geography-url.ts';

/** The coarse topology by its base address: the fine level takes its rim from it. */
const coarse = new Map<string, Promise<Topology>>();

function coarseOf(base: string): Promise<Topology> {
  const known = coarse.get(base);
  if (known) return known;
  // Whoever asked first may lose interest; the others have not.
  const coming = fetchCoarse(base, new AbortController().signal);
  coarse.set(base, coming);
  coming.catch(() => coarse.delete(base));
  return coming;
}

const decodeCoarse = async (base: string) => coarseCollection(await coarseOf(base));

/** The world decoded before it was asked for, until it is. */
let decoded: { readonly base: string; readonly collection: Promise<GeoCollection> } | null = null;

const parts: Record<GeographyPart, (base: string, signal: AbortSignal) => Promise<GeoCollection>> =
  {
    coarse: (base) => {
      const collection = decoded?.base === base ? decoded.collection : decodeCoarse(base);
      decoded = null;
      return collection;
    },
    fine: async (base, signal) => fetchFine(base, await coarseOf(base), signal),
    water: fetchWater
  };

/**
 * The same collection, with its features where MapLibre's worker finds them but does not enumerate them: it sends
 * the page a copy of what it enumerates of any data that came by address.
 */
function keptHere({ type, features }: GeoCollection): GeoCollection {
  return Object.defineProperty({ type } as GeoCollection, 'features', { value: features });
}

const { addProtocol, worker } = self as unknown as WorkerGlobalScopeInterface;
// Named here, for its package says that it may be left out of a bundle where nothing of it is used by name.
if (!(worker instanceof MapLibreWorker)) throw new Error('MapLibre’s worker has not started');
addProtocol(geographyProtocol, async ({ url }, { signal }) => {
  const { part, base } = partOfGeography(url);
  return { data: keptHere(await parts[part](base, signal)) };
});

const ahead = baseAhead(self.location.hash);
if (ahead !== null) {
  decoded = { base: ahead, collection: decodeCoarse(ahead) };
  // Where it does not come, the map that asks for it again is told.
  decoded.collection.catch(() => (decoded = null));
}
