import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';

/** MapLibre's error event names the source that an error is of, where it is of one; its types leave that out. */
export type SourceErrorEvent = ErrorEvent & { readonly sourceId?: string };

/**
 * Resolves with the first tile of the coarse world that a map has loaded; rejects with the first error before it that is
 * of its source or, as one of the map's worker, of none.
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
      how();
    };
    map.on('sourcedata', onData);
    map.on('error', onError);
  });
}
