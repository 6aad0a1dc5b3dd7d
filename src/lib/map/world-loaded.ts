import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';

/** MapLibre's error event names the source that an error is of, where it is of one; its types leave that out. */
export type SourceErrorEvent = ErrorEvent & { readonly sourceId?: string };

/**
 * How long the map's worker may take with the world, ms: one that could not be loaded before there was a map says
 * nothing, ever.
 */
const answerMs = 60_000;

/**
 * Resolves with the first tile of the coarse world that a map has loaded; rejects with the first error before it that is
 * of its source or, as one of the map's worker, of none, or where none of that comes in time.
 */
export function worldLoaded(map: Pick<MapLibreMap, 'off' | 'on'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const onData = ({ sourceId, tile }: MapSourceDataEvent) => {
      if (sourceId === 'coarse' && tile?.state === 'loaded') settle(resolve);
    };
    const onError = ({ error, sourceId }: SourceErrorEvent) => {
      if (sourceId === 'coarse' || sourceId === undefined) settle(() => reject(error));
    };
    const settle = (how: () => void) => {
      map.off('sourcedata', onData);
      map.off('error', onError);
      clearTimeout(timer);
      how();
    };
    const timer = setTimeout(
      () => settle(() => reject(new Error('no answer from the map’s worker'))),
      answerMs
    );
    map.on('sourcedata', onData);
    map.on('error', onError);
  });
}
