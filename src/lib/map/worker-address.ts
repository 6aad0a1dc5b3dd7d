import { aheadHash } from './geography-tiles.ts';
import workerUrl from './map-worker.ts?worker&url';

/** The address of the map's worker, which fetches the world under a base address as soon as it runs. */
export function workerAddress(geoBase: string): string {
  const url = new URL(workerUrl, document.baseURI);
  url.hash = aheadHash(new URL(geoBase, document.baseURI).href);
  return url.href;
}
