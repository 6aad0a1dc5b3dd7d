import type { GroundFit, GroundPicture } from '$lib/atlas/ground-picture.ts';
import { mercator } from '$lib/atlas/ground.ts';
import { globe } from '$lib/camera/load-globe.ts';
import { nearLng } from '$lib/geometry/date-line.ts';
import type { View } from '$lib/view.ts';

/** The covered lengths that a page sets on its map plate as custom properties, with their defaults. */
const coveredLeft = 'var(--covered-left, 0px)';
const coveredBottom = 'var(--covered-bottom, 0px)';

/**
 * The style that puts a ground picture exactly where the live map has the same ground, north up. `groundTilt` then turns
 * and tilts it around the middle of the frame.
 */
export function groundPlace(
  { camera, frame }: Pick<View, 'camera' | 'frame'>,
  { box, camera: own }: GroundPicture
): string {
  if (camera.projection === 'globe') {
    const { middle, radius } = new (globe().GlobeViewport)(camera, frame);
    return style(
      [px(middle[0] + box.left * radius), px(middle[1] + box.top * radius)],
      [px((box.right - box.left) * radius), px((box.bottom - box.top) * radius)]
    );
  }
  const worldPx = 512 * 2 ** camera.zoom;
  const lng = nearLng(camera.center[0], own.center[0]);
  const [x, y] = mercator([lng, camera.center[1]]);
  const left = frame.width / 2 + (box.left - x) * worldPx;
  const top = frame.height / 2 + (box.top - y) * worldPx;
  return style(
    [px(left), px(top)],
    [px((box.right - box.left) * worldPx), px((box.bottom - box.top) * worldPx)]
  );
}

/** The transform that turns and tilts the ground around its middle as MapLibre does; `none` where north is up. */
export function groundTilt({ camera, frame }: Pick<View, 'camera' | 'frame'>): string {
  const { bearing, pitch, projection } = camera;
  // A globe's picture is drawn as it is turned.
  if ((bearing === 0 && pitch === 0) || projection === 'globe') return 'none';
  // MapLibre's camera is one and a half heights of the frame away from what it looks at.
  return `perspective(${1.5 * frame.height}px) rotateX(${pitch}deg) rotateZ(${-bearing}deg)`;
}

/**
 * The style of a ground picture before the page's script runs, while the frame is unknown: it frames the step in what
 * `--covered-left` and `--covered-bottom` leave free of a container. It is a few px off; the script then corrects it.
 */
export function groundGuess(fit: GroundFit | null, { box, camera }: GroundPicture): string {
  const air = 'clamp(14px, 4.5cqmin, 44px)';
  const freeWidth = `(100cqw - ${coveredLeft} - 2 * ${air})`;
  const freeHeight = `(100cqh - ${coveredBottom} - 2 * ${air})`;
  const filled = (free: string, { perWorld, px: fixed }: GroundFit['width']) =>
    `(${free} - ${px(fixed)}) / ${number(Math.max(perWorld, 1e-6))}`;
  const onGlobe = camera.projection === 'globe';
  // The flat world is as tall as the frame at least, and the globe is there whole or fills what is free.
  const least = onGlobe ? `min(${freeWidth}, ${freeHeight}) / 2` : '100cqh';
  const worldPx =
    fit === null
      ? px(onGlobe ? globe().globeRadius(camera) : 512 * 2 ** camera.zoom)
      : `max(${least}, min(${filled(freeWidth, fit.width)}, ${filled(freeHeight, fit.height)}, ${px(fit.widestWorldPx)}))`;
  const [x, y] = onGlobe ? [0, 0] : mercator(camera.center);
  const middle = fit ?? { x: { at: x, px: 0 }, y: { at: y, px: 0 } };
  const from = (edge: number, { at, px: fixed }: GroundFit['x']) =>
    `${number(edge - at)} * var(--world) - ${px(fixed)}`;
  return `--world: ${worldPx}; ${style(
    [
      `calc(${coveredLeft} + ${air} + ${freeWidth} / 2 + ${from(box.left, middle.x)})`,
      `calc(${air} + ${freeHeight} / 2 + ${from(box.top, middle.y)})`
    ],
    [
      `calc(${number(box.right - box.left)} * var(--world))`,
      `calc(${number(box.bottom - box.top)} * var(--world))`
    ]
  )}`;
}

function style(
  [left, top]: readonly [string, string],
  [width, height]: readonly [string, string]
): string {
  // A transform, unlike `left` and `top`, does not count as layout shift.
  return `width: ${width}; height: ${height}; transform: translate(${left}, ${top})`;
}

function px(value: number): string {
  return `${Number(value.toFixed(2))}px`;
}

function number(value: number): string {
  return String(Number(value.toFixed(7)));
}
