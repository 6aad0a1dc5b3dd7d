// MapLibre's worker, which also fetches, decodes and cuts the geography: none of that costs the page's own thread.
import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import type { WorkerGlobalScopeInterface } from 'maplibre-gl';
import { Recent } from '../cache.ts';
import { cutTiles, type TileCutter } from './cut-tiles.ts';
import { coarseCollection, fetchCoarse, fetchFine, fetchWater } from './geo-sources.ts';
import {
  baseAhead,
  geographyProtocol,
  maxZooms,
  tileOfGeography,
  type GeographyPart
} from './geography-tiles.ts';

/** Keeps what is made of a base address; what could not be made is made anew for whoever asks again. */
function kept<Value>(make: (base: string) => Promise<Value>): (base: string) => Promise<Value> {
  const made = new Recent<Promise<Value>>(4);
  return (base) =>
    made.get(base, () => {
      const making = make(base);
      making.catch(() => made.delete(base));
      return making;
    });
}

// Whoever asked first may lose interest; the others have not.
const { signal } = new AbortController();

/** The coarse topology: the fine level takes its rim from it. */
const coarse = kept((base) => fetchCoarse(base, signal));

const cutters: Record<GeographyPart, (base: string) => Promise<TileCutter>> = {
  coarse: kept(async (base) => cutTiles(coarseCollection(await coarse(base)), maxZooms.coarse)),
  fine: kept(async (base) =>
    cutTiles(await fetchFine(base, await coarse(base), signal), maxZooms.fine)
  ),
  water: kept(async (base) => cutTiles(await fetchWater(base, signal), maxZooms.water))
};

/** Has a part cut before it is asked for. If that fails, the request for it reports why. */
function cutAhead(part: GeographyPart, base: string): void {
  cutters[part](base).catch(() => {});
}

const { addProtocol, worker } = self as unknown as WorkerGlobalScopeInterface;
// Named here, for its package says that it may be left out of a bundle where nothing of it is used by name.
if (!(worker instanceof MapLibreWorker)) throw new Error('MapLibre’s worker has not started');
addProtocol(geographyProtocol, async ({ url }) => {
  const { part, base, z, x, y } = tileOfGeography(url);
  // Water is asked for once the world has been drawn, the theatre only near by: a flight there finds it ready.
  if (part === 'water') cutAhead('fine', base);
  return { data: (await cutters[part](base))(z, x, y) };
});

const ahead = baseAhead(self.location.hash);
if (ahead !== null) cutAhead('coarse', ahead);
