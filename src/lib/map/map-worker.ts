// MapLibre's worker, which also fetches, decodes and cuts the geography: none of that costs the page's own thread.
import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import type { WorkerGlobalScopeInterface } from 'maplibre-gl';
import { Recent } from '../cache.ts';
import { withBorderForms } from '../geometry/border-forms.ts';
import { cutBoth, cutTiles, type TileCutter } from './cut-tiles.ts';
import {
  coarseCollection,
  coarseOutlines,
  fetchCoarse,
  fetchFine,
  fetchWater,
  fineCollection,
  fineOutlines
} from './geo-sources.ts';
import {
  baseAhead,
  geographyProtocol,
  groupLayer,
  maxZooms,
  tileOfGeography,
  type GeographyAddress,
  type GeographyPart
} from './geography-tiles.ts';

/** Keeps what is made of an address; what could not be made is made anew for whoever asks again. */
function kept<Address, Value>(
  make: (address: Address) => Promise<Value>
): (address: Address) => Promise<Value> {
  const made = new Recent<Promise<Value>>(4);
  return (address) => {
    const key = JSON.stringify(address);
    return made.get(key, () => {
      const making = make(address);
      making.catch(() => made.delete(key));
      return making;
    });
  };
}

// Whoever asked first may lose interest; the others have not.
const { signal } = new AbortController();

type Borders = Pick<GeographyAddress, 'borders'>;

const fetchedCoarse = kept((base: string) => fetchCoarse(base, signal));
/** The coarse topology: the fine level takes its rim from it. */
const coarse = kept(async ({ base, borders }: { readonly base: string } & Borders) =>
  withBorderForms(await fetchedCoarse(base), borders)
);
const fine = kept(async ({ fine: url, borders }: { readonly fine: string } & Borders) =>
  withBorderForms(await fetchFine(url, signal), borders)
);

const cutCoarse = kept(async (address: { readonly base: string } & Borders) =>
  cutTiles(coarseCollection(await coarse(address)), maxZooms.coarse)
);
const cutFine = kept(async ({ base, fine: url, borders }: Omit<GeographyAddress, 'groups'>) =>
  cutTiles(
    fineCollection(await fine({ fine: url, borders }), await coarse({ base, borders })),
    maxZooms.fine
  )
);
const cutWater = kept(async (base: string) =>
  cutTiles(await fetchWater(base, signal), maxZooms.water)
);

/** The geography of a part, and in a layer of their own the outlines of the groups that a story names. */
const cutters: Record<GeographyPart, (address: GeographyAddress) => Promise<TileCutter>> = {
  coarse: kept(async ({ base, groups, borders }) => {
    const outlines = coarseOutlines(await coarse({ base, borders }), groups);
    return cutBoth(
      await cutCoarse({ base, borders }),
      cutTiles(outlines, maxZooms.coarse, groupLayer)
    );
  }),
  fine: kept(async ({ base, fine: url, groups, borders }) => {
    const levels = [await fine({ fine: url, borders }), await coarse({ base, borders })] as const;
    const outlines = fineOutlines(...levels, groups);
    return cutBoth(
      await cutFine({ base, fine: url, borders }),
      cutTiles(outlines, maxZooms.fine, groupLayer)
    );
  }),
  water: ({ base }) => cutWater(base)
};

/** Has a part cut before it is asked for. If that fails, the request for it reports why. */
function cutAhead(cutting: Promise<TileCutter>): void {
  cutting.catch(() => {});
}

const { addProtocol, worker } = self as unknown as WorkerGlobalScopeInterface;
// Named here, for its package says that it may be left out of a bundle where nothing of it is used by name.
if (!(worker instanceof MapLibreWorker)) throw new Error('MapLibre’s worker has not started');
addProtocol(geographyProtocol, async ({ url }) => {
  const { part, z, x, y, ...address } = tileOfGeography(url);
  // Water is asked for once the world has been drawn, the fine level only near by: a flight there finds it ready.
  if (part === 'water') cutAhead(cutters.fine(address));
  return { data: (await cutters[part](address))(z, x, y) };
});

const ahead = baseAhead(self.location.hash);
if (ahead !== null) cutAhead(cutCoarse({ base: ahead, borders: [] }));
