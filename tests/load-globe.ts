// Unit tests have the globe's code as pages on the server do, which load it before anything is drawn.
import { loadGlobe } from '../src/lib/camera/load-globe.ts';

await loadGlobe();
