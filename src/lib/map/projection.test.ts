import fc from 'fast-check';
import type { TransformConstrainFunction } from 'maplibre-gl';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { groundUnder } from '../atlas/ground.ts';
import { isBehind, viewportOf } from '../camera/camera.ts';
import { fromAfar } from '../camera/globe.ts';
import { nearLng } from '../geometry/date-line.ts';
import { parseStory } from '../parse/parse-story.ts';
import type { Camera, LngLat } from '../story/story.ts';
import { viewAt, type Frame } from '../view.ts';
import { unconstrained } from './camera-control.ts';

/** What is asked of MapLibre's own sources: its types do not stand this project's compiler. */
interface MapLibreTransform {
  resize(width: number, height: number): void;
  setZoom(zoom: number): void;
  setCenter(center: object): void;
  setBearing(bearing: number): void;
  setPitch(pitch: number): void;
  setFov(degrees: number): void;
  setPadding(padding: Frame['padding']): void;
  setConstrainOverride(constrain: TransformConstrainFunction): void;
  locationToScreenPoint(lngLat: object): { readonly x: number; readonly y: number };
}
const root = resolve(import.meta.dirname, '../../..');
const mapLibre = (path: string) => import(resolve(root, 'node_modules/maplibre-gl/src/geo', path));
const MapLibreLngLat = (await mapLibre('lng_lat.ts')).LngLat as new (
  lng: number,
  lat: number
) => object;
const MercatorTransform = (await mapLibre('projection/mercator_transform.ts'))
  .MercatorTransform as new () => MapLibreTransform;

const GlobeTransform = (await mapLibre('projection/vertical_perspective_transform.ts'))
  .VerticalPerspectiveTransform as new () => MapLibreTransform;

const frame: Frame = {
  width: 1366,
  height: 768,
  padding: { top: 35, right: 35, bottom: 131, left: 575 }
};

/** Where MapLibre's own transform, which `Map.project` asks, has a place under a camera, px. */
function mapLibreProject(camera: Camera): (lngLat: LngLat) => [number, number] {
  const onGlobe = camera.projection === 'globe';
  const transform = onGlobe ? new GlobeTransform() : new MercatorTransform();
  transform.setConstrainOverride(unconstrained);
  transform.resize(frame.width, frame.height);
  if (onGlobe) {
    transform.setFov(fromAfar);
    transform.setPadding(frame.padding);
  }
  transform.setZoom(camera.zoom);
  transform.setCenter(new MapLibreLngLat(camera.center[0], camera.center[1]));
  transform.setBearing(camera.bearing);
  transform.setPitch(camera.pitch);
  return ([lng, lat]) => {
    const { x, y } = transform.locationToScreenPoint(new MapLibreLngLat(lng, lat));
    return [x, y];
  };
}

const places = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true })
);
const globeCameras = fc.record({
  center: places,
  zoom: fc.double({ min: -2, max: 7, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
  pitch: fc.constant(0),
  projection: fc.constant('globe' as const)
});

const apart = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);

describe('the atlas, the view and MapLibre', () => {
  const world = readWorld();
  for (const folder of ['src/stories', 'tests/stories'].flatMap((directory) =>
    readStoryFolders(resolve(root, directory))
  )) {
    const story = parseStory(folder, world);
    it(`have every named point of ${story.slug} within 2 px of each other at 1366×768`, () => {
      for (const [index, step] of story.steps.entries()) {
        const { camera, arcs } = viewAt(story, index, frame);
        const points = [
          ...story.places.map(({ lngLat }): LngLat => [
            nearLng(lngLat[0], camera.center[0]),
            lngLat[1]
          ]),
          ...arcs.flatMap(({ path }) => [path[0]!, path.at(-1)!])
        ];
        const live = mapLibreProject(camera);
        const ground = groundUnder(camera, frame);
        const viewport = viewportOf(camera, frame);
        for (const point of points) {
          expect(apart(ground.project(point), live(point)), step.id).toBeLessThan(2);
          expect(apart(viewport.project([...point]), live(point)), step.id).toBeLessThan(2);
        }
      }
    });
  }

  it('agree on a globe, from pole to pole', () => {
    fc.assert(
      fc.property(globeCameras, places, (camera, place) => {
        if (isBehind(camera, place, 0)) return;
        const seen = viewportOf(camera, frame).project([...place]);
        expect(apart(seen, mapLibreProject(camera)(place))).toBeLessThan(0.01);
      })
    );
  });

  it('agree under a turned and tilted camera too', () => {
    const camera: Camera = { center: [45, 35], zoom: 5, bearing: 30, pitch: 40 };
    const live = mapLibreProject(camera);
    const ground = groundUnder(camera, frame);
    for (const point of [
      [45, 35],
      [51.4, 35.7],
      [36.3, 33.5],
      [46.7, 24.7]
    ] as const) {
      expect(apart(ground.project(point), live(point))).toBeLessThan(2);
    }
  });
});
