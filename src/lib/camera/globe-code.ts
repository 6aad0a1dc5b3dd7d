// All that draws on a globe, for `load-globe.ts`: nothing that a page needs at once may import it.
export { GlobeGround } from './globe-ground.ts';
export { bowOnGlobe, lengthsOnGlobe } from './globe-paths.ts';
export {
  cameraDistance,
  extentOnGlobe,
  fitGlobe,
  flyGlobe,
  framingOf,
  fromAfar,
  globeRadius,
  GlobeViewport,
  isBehindGlobe,
  seenIn
} from './globe.ts';
