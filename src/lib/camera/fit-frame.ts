import { freePart, type Box, type Frame } from '../frame.ts';
import type { Camera, LngLat } from '../story/story.ts';
import { wrapLng } from '../geometry/date-line.ts';
import { cameraOn, latitudeAt, mercatorY } from './camera.ts';
import { globe } from './load-globe.ts';

/** A point and the px around it that must be visible too: its dot, its label, its badge. */
export interface Extent {
  readonly lngLat: LngLat;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Points that are framed as one: an arc, a country's bounds, a place. Longitudes within a shape are unwrapped. */
export type Shape = readonly Extent[];

/** The zoom beyond which the geography has no more detail. */
export const maxFitZoom = 6.5;
/** How much of the world to show around a single place, in degrees of longitude. */
export const lonePlaceDegrees = 16;

const worldsMiddle: Extent = { lngLat: [0, 20], left: 0, right: 0, top: 0, bottom: 0 };

/**
 * The camera that shows all shapes as large as possible in the frame's free part, north up. Shapes on both sides of
 * the date line are framed across it. Without shapes it shows the whole world.
 */
export function fitFrame(
  shapes: readonly Shape[],
  frame: Frame,
  projection?: Camera['projection']
): Camera {
  const nothing = shapes.flat().length === 0;
  if (nothing && projection === undefined) {
    return cameraOn(worldsMiddle.lngLat, { zoom: 0, bearing: 0, pitch: 0 }, frame);
  }
  const free = freePart(frame);
  const shorterSide = Math.min(free.right - free.left, free.bottom - free.top);
  if (projection === 'globe') {
    if (nothing)
      return globe().fitGlobe([[worldsMiddle]], frame, { zoom: 0, radius: shorterSide / 2 });
    const widest = isLone(shapes) ? shorterSide / ((lonePlaceDegrees * Math.PI) / 180) : Infinity;
    return globe().fitGlobe(shapes, frame, { zoom: maxFitZoom, radius: widest });
  }
  const lonePlaceZoom = Math.log2((shorterSide * 360) / (512 * lonePlaceDegrees));
  const maxZoom = isLone(shapes) ? Math.min(maxFitZoom, lonePlaceZoom) : maxFitZoom;
  const boxOf = boxAtScale(shapes);
  const boxAt = (zoom: number) => {
    const world = 512 * 2 ** zoom;
    return { world, ...boxOf(world) };
  };
  const fits = (zoom: number) => {
    const box = boxAt(zoom);
    return (
      box.right - box.left <= free.right - free.left &&
      box.bottom - box.top <= free.bottom - free.top
    );
  };
  let low = 0;
  let high = maxZoom;
  if (fits(high)) low = high;
  // The box grows with the zoom, so halving finds the largest that fits; 30 halvings leave 1e-8 levels.
  for (let i = 0; i < 30 && low < high; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  const box = boxAt(low);
  const focus: LngLat = [
    ((box.left + box.right) / 2 / box.world) * 360,
    latitudeAt(-(box.top + box.bottom) / 2 / box.world)
  ];
  return cameraOn(focus, { zoom: low, bearing: 0, pitch: 0 }, frame);
}

/** Whether the shapes are a single point. */
export function isLone(shapes: readonly Shape[]): boolean {
  return new Set(shapes.flat().map(({ lngLat }) => lngLat.join())).size === 1;
}

/**
 * The box around all shapes and the px around them, for a world `worldPx` wide: in px from the world's middle, y
 * downwards. There must be at least one shape.
 */
export function boxAtScale(shapes: readonly Shape[]): (worldPx: number) => Box {
  const points = unwrapShapes(shapes)
    .flat()
    .map((extent) => ({
      ...extent,
      x: extent.lngLat[0] / 360,
      y: -mercatorY(extent.lngLat[1])
    }));
  return (worldPx) => ({
    left: Math.min(...points.map((p) => p.x * worldPx - p.left)),
    right: Math.max(...points.map((p) => p.x * worldPx + p.right)),
    top: Math.min(...points.map((p) => p.y * worldPx - p.top)),
    bottom: Math.max(...points.map((p) => p.y * worldPx + p.bottom))
  });
}

/** The shapes, each moved by whole turns so that together they span as few degrees of longitude as possible. */
function unwrapShapes(shapes: readonly Shape[]): Shape[] {
  const middles = shapes
    .filter((shape) => shape.length > 0)
    .map((shape) => {
      const lngs = shape.map((extent) => extent.lngLat[0]);
      const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
      return { shape, middle, turned: wrapLng(middle) };
    })
    .sort((a, b) => a.turned - b.turned);
  let start = 0;
  let widest = -1;
  middles.forEach(({ turned }, i) => {
    const before = i === 0 ? middles.at(-1)!.turned - 360 : middles[i - 1]!.turned;
    if (turned - before > widest) {
      widest = turned - before;
      start = turned;
    }
  });
  return middles.map(({ shape, middle, turned }) => {
    const shift = (turned < start ? turned + 360 : turned) - middle;
    return shape.map((extent) => ({
      ...extent,
      lngLat: [extent.lngLat[0] + shift, extent.lngLat[1]] as const
    }));
  });
}
