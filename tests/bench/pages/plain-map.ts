import 'maplibre-gl/dist/maplibre-gl.css';
import {
  Map as MapLibreMap,
  setWorkerUrl,
  type GeoJSONSource,
  type StyleSpecification
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { BaseMap } from '../../../src/lib/map/base-map.ts';
import {
  coarseCollection,
  fetchCoarse,
  fetchFine,
  fetchWater,
  fineCollection,
  type GeoCollection
} from '../../../src/lib/map/geo-sources.ts';
import { maxZooms } from '../../../src/lib/map/geography-tiles.ts';
import { fetchRelief } from '../../../src/lib/map/relief.ts';
import { mapLayers } from '../../../src/lib/map/style.ts';
import { light } from '../../../src/lib/theme/palette.ts';
import type { CourseArc, Opening } from './course.ts';

setWorkerUrl(workerUrl);

/** The project's geography on a MapLibre map, and arcs on it; nothing of a story. */
export interface PlainMap {
  readonly map: MapLibreMap;
  /** Draws these arcs and no others. deck.gl comes with the first. */
  showArcs(arcs: readonly CourseArc[]): void;
  /** Fetches deck.gl and draws these arcs once, so that no scroll has to wait for it. */
  prepareArcs(arcs: readonly CourseArc[]): Promise<void>;
}

/** Makes the map; it marks `map-idle` when it first has nothing left to draw, and then loads the rest. */
export async function makePlainMap(container: HTMLElement, opening: Opening): Promise<PlainMap> {
  const { signal } = new AbortController();
  const coarse = await fetchCoarse(opening.geoBase, signal);
  const { center, zoom, bearing, pitch } = opening.camera;
  const pixelRatio = Math.min(devicePixelRatio, 2);
  const map = new MapLibreMap({
    container,
    style: plainStyle(coarseCollection(coarse)),
    center: [center[0], center[1]],
    zoom,
    bearing,
    pitch,
    pixelRatio,
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    transformConstrain: (lngLat, level) => ({ center: lngLat, zoom: level })
  });
  const base = new BaseMap(map, light, pixelRatio);
  map.on('render', () => {
    if (base.settleLevel()) map.triggerRepaint();
  });
  map.once('style.load', () => base.addHatch());
  map.once('idle', () => {
    performance.mark('map-idle');
    void fetchFine(opening.ground.fine, signal).then((fine) => {
      void map.getSource<GeoJSONSource>('fine')!.setData(fineCollection(fine, coarse));
      base.fineLoaded();
    });
    void fetchWater(opening.geoBase, signal).then(
      (water) => void map.getSource<GeoJSONSource>('water')!.setData(water)
    );
    void fetchRelief(opening.ground.relief, signal).then((relief) => base.setRelief(relief));
  });

  let overlay: Promise<import('./arc-overlay.ts').ArcOverlay> | null = null;
  let wanted: readonly CourseArc[] = [];
  const showArcs = (arcs: readonly CourseArc[]) => {
    if (arcs === wanted) return;
    wanted = arcs;
    if (arcs.length > 0 && overlay === null) {
      overlay = import('./arc-overlay.ts').then(({ addArcOverlay }) => addArcOverlay(map));
    }
    void overlay?.then((made) => made.show(wanted));
  };
  return {
    map,
    showArcs,
    async prepareArcs(arcs) {
      showArcs(arcs);
      await overlay;
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      showArcs([]);
    }
  };
}

/** The project's layers on sources as MapLibre is mostly given them: GeoJSON, which it cuts into tiles itself. */
function plainStyle(coarse: GeoCollection): StyleSpecification {
  const noFeatures: GeoCollection = { type: 'FeatureCollection', features: [] };
  const source = (part: keyof typeof maxZooms, data: GeoCollection) =>
    ({ type: 'geojson', data, maxzoom: maxZooms[part], tolerance: 0.2, promoteId: 'id' }) as const;
  return {
    version: 8,
    sources: {
      coarse: source('coarse', coarse),
      fine: source('fine', noFeatures),
      water: source('water', noFeatures)
    },
    layers: mapLayers(light).map((layer) => {
      const plain = { ...layer };
      if ('source-layer' in plain) delete plain['source-layer'];
      return plain;
    }),
    transition: { duration: 0, delay: 0 }
  };
}
