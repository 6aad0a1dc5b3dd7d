import { geoFiles } from '$lib/map/geo-files.ts';
import { startWorkerAhead } from '$lib/map/worker-ahead.ts';
import { whyStill, type StillReason } from './why-still.ts';

type CreateLiveMap = (typeof import('$lib/map/live-map.ts'))['createLiveMap'];

let code: Promise<CreateLiveMap> | null = null;
let reason: StillReason | null | undefined;

/**
 * What makes a live map. The first call has its code fetched, starts its worker, and has the world's file under a base
 * address fetched for that.
 */
export function mapCode(geoBase: string): Promise<CreateLiveMap> {
  if (code) return code;
  startWorkerAhead(geoBase);
  fetchAhead(`${geoBase}/${geoFiles.coarse}`);
  code = import('$lib/map/live-map.ts').then(({ createLiveMap, prepareMap }) => {
    prepareMap(geoBase);
    return createLiveMap;
  });
  // Who asks again asks the server again.
  code.catch(() => (code = null));
  return code;
}

/** Why the maps of this page are to stay pictures; null where they may be live. It is found out once. */
export function whyPageStill(): StillReason | null {
  if (reason === undefined) reason = whyStill();
  return reason;
}

/** Has a file in the browser's cache by the time that the map's worker, which is still on its way, asks for it. */
function fetchAhead(url: string): void {
  void fetch(url)
    .then((response) => response.arrayBuffer())
    .catch(() => {});
}
