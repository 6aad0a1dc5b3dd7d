import { memoize, Recent } from '../cache.ts';
import { latitudeAt, viewportOf } from '../camera/camera.ts';
import { globe } from '../camera/load-globe.ts';
import { turnsTo } from '../geometry/date-line.ts';
import { boxAtScale, isLone, lonePlaceDegrees, maxFitZoom } from '../camera/fit-frame.ts';
import type { Box, Frame } from '../frame.ts';
import { openingPosition, stepAt } from '../picture/opening.ts';
import { stepCamera, stepShapes } from '../picture/step-camera.ts';
import { wholePicture } from '../picture/step-picture.ts';
import { storyAtlas } from '../picture/story-atlas.ts';
import { referenceStage, usualStages } from '../picture/usual-stages.ts';
import type { Camera, Story } from '../story/story.ts';
import { mercator } from './ground.ts';

/**
 * The ground picture of a step: which part of the Mercator plane (in worlds, as from `mercator`) it shows; of a globe,
 * which part of the picture around its middle, in radii.
 */
export interface GroundPicture {
  readonly box: Box;
  /** North up, flat, in the middle of the box. */
  readonly camera: Camera;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** The id of the opening's ground picture, which is inlined in the page. */
export const openingGroundId = 'opening-ground';

/**
 * What a page needs to place the opening's ground picture before its scripts run. `fit` is null where the step's
 * camera is set by hand, and so the same in every frame.
 */
export interface OpeningGround {
  readonly picture: GroundPicture;
  readonly fit: GroundFit | null;
}

const openings = memoize<Story, Recent<OpeningGround>>(() => new Recent(1));
const pictures = memoize<Story, Recent<GroundPicture>>(() => new Recent(256));

export function openingGround(story: Story): OpeningGround {
  return openings(story).get('opening', () => ({
    picture: computePicture(story, openingPosition),
    fit: groundFit(story, openingPosition)
  }));
}

/** Seeds the cache with the server's result, which comes with the page, so that the browser need not compute it. */
export function seedOpeningGround(story: Story, opening: OpeningGround): void {
  openings(story).get('opening', () => opening);
}

/** The ground picture of a step, or of the opening: everything visible of the ground at that step in a usual stage. */
export function groundPicture(story: Story, index: number): GroundPicture {
  return index === openingPosition
    ? openingGround(story).picture
    : pictures(story).get(String(index), () => computePicture(story, index));
}

function computePicture(story: Story, index: number): GroundPicture {
  const cameras = usualStages.map((stage) => cameraOf(story, index, stage));
  if (story.projection === 'globe') return globePicture(cameras);
  const boxes = usualStages.map((stage, i) => seenBox(cameras[i]!, stage, cameras[0]!.center[0]));
  const left = Math.min(...boxes.map((box) => box.left));
  const box = {
    left,
    right: Math.min(left + 1, Math.max(...boxes.map(({ right }) => right))),
    top: Math.max(-0.5, Math.min(...boxes.map(({ top }) => top))),
    bottom: Math.min(0.5, Math.max(...boxes.map(({ bottom }) => bottom)))
  };
  const { zoom } = cameras[usualStages.indexOf(referenceStage)]!;
  const worldPx = 512 * 2 ** zoom;
  return {
    box,
    camera: {
      center: [180 * (box.left + box.right), latitudeAt(-(box.top + box.bottom) / 2)],
      zoom,
      bearing: 0,
      pitch: 0
    },
    width: Math.round((box.right - box.left) * worldPx),
    height: Math.round((box.bottom - box.top) * worldPx)
  };
}

/** The picture of a globe that all cameras see from the same side, even about its middle. */
function globePicture(cameras: readonly Camera[]): GroundPicture {
  const camera = cameras[usualStages.indexOf(referenceStage)]!;
  const { x, y, radius } = globe().seenIn(cameras, usualStages, camera);
  return {
    box: { left: -x, right: x, top: -y, bottom: y },
    camera,
    width: Math.round(2 * x * radius),
    height: Math.round(2 * y * radius)
  };
}

function cameraOf(story: Story, index: number, frame: Frame): Camera {
  const atlas = storyAtlas(story);
  return stepCamera(
    story,
    stepAt(story, index),
    atlas.pictureOf(wholePicture(index)),
    atlas,
    frame
  );
}

/** The part of the Mercator plane that a camera sees, in the copy of the world nearest to a longitude. */
function seenBox(camera: Camera, frame: Frame, lng: number): Box {
  const corners = [0, frame.width].flatMap((x) => [0, frame.height].map((y) => [x, y]));
  const viewport = viewportOf(camera, frame);
  const seen = corners.map((corner) => mercator(viewport.unproject(corner) as [number, number]));
  const turns = turnsTo(camera.center[0], lng);
  const [xs, ys] = [seen.map(([x]) => x + turns), seen.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys)
  };
}

/**
 * How a step is framed, simple enough for a style sheet to compute: the world is as wide as it can be with
 * `perWorld` worlds plus `px` px still within the free part in both directions, and the middle of the free part is
 * `at` worlds from the world's middle, plus `px` px.
 */
export interface GroundFit {
  readonly width: { readonly perWorld: number; readonly px: number };
  readonly height: { readonly perWorld: number; readonly px: number };
  readonly widestWorldPx: number;
  readonly x: { readonly at: number; readonly px: number };
  readonly y: { readonly at: number; readonly px: number };
}

/** How a step, or the opening, is framed; null where its camera is set by hand. */
export function groundFit(story: Story, index: number): GroundFit | null {
  const { look } = stepAt(story, index);
  if (look.type === 'camera') return null;
  const atlas = storyAtlas(story);
  const shapes = stepShapes(story, look, atlas.pictureOf(wholePicture(index)), atlas);
  if (shapes.flat().length === 0) return null;
  // A single place is shown with its surroundings.
  const lone = isLone(shapes) && { perWorld: lonePlaceDegrees / 360, px: 0 };
  if (story.projection === 'globe') {
    // A globe's radius takes the place of the world's width, and its middle is that of the free part.
    const camera = cameraOf(story, index, referenceStage);
    const { width, height } = globe().framingOf(shapes, camera);
    const turned = lone && { ...lone, perWorld: 2 * Math.PI * lone.perWorld };
    const middle = { at: 0, px: 0 };
    const widestWorldPx = globe().globeRadius({ ...camera, zoom: maxFitZoom });
    return {
      width: turned || width,
      height: turned || height,
      widestWorldPx,
      x: middle,
      y: middle
    };
  }
  // The box grows almost linearly with the world, so two sizes determine it.
  const worldPx = 512 * 2 ** cameraOf(story, index, referenceStage).zoom;
  const boxOf = boxAtScale(shapes);
  const [small, large] = [boxOf(worldPx / 2), boxOf(worldPx * 1.25)];
  const even = (value: (box: Box) => number): { perWorld: number; px: number } => {
    const perWorld = (value(large) - value(small)) / (worldPx * 0.75);
    return { perWorld, px: value(small) - (perWorld * worldPx) / 2 };
  };
  const x = even(({ left, right }) => (left + right) / 2);
  // In the copy of the world that the picture's box is measured in.
  const turns = turnsTo(360 * x.perWorld, cameraOf(story, index, usualStages[0]!).center[0]);
  const y = even(({ top, bottom }) => (top + bottom) / 2);
  return {
    width: lone || even(({ left, right }) => right - left),
    height: lone || even(({ top, bottom }) => bottom - top),
    widestWorldPx: 512 * 2 ** maxFitZoom,
    x: { at: x.perWorld + turns, px: x.px },
    y: { at: y.perWorld, px: y.px }
  };
}
