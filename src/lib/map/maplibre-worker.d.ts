/** The worker of MapLibre's own, which brings no types: started by its module, it stands in `self.worker`. */
declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  const MapLibreWorker: abstract new (...parameters: never[]) => object;
  export default MapLibreWorker;
}
