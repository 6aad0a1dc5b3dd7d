import { viewportOf } from '../camera/camera.ts';
import { freePart, type Box, type Frame } from '../frame.ts';
import { nearLng } from '../geometry/date-line.ts';
import { isWithin, onWorld, unionOf, type Bounds } from '../geometry/bounds.ts';
import { fineFromZoom, theatre } from '../geometry/levels.ts';
import { storyParts } from '../story/story-parts.ts';
import type { Camera, Story } from '../story/story.ts';
import { openingPosition } from './opening.ts';
import { restingCamera } from './step-flight.ts';
import { usualStages } from './usual-stages.ts';

/** The ground reaches this share of a picture's width and height beyond it. */
const marginShare = 0.1;
/** What reaches beyond this latitude, degrees, goes to the pole and all round: there a frame may hold every longitude. */
const polarLatitude = 80;

/** The latitudes at which the map's land ends. */
const [mapSouth, mapNorth] = [-85, 90];

/** Where a presentation fills the screen. */
const fullScreen: Frame = {
  width: 1920,
  height: 1080,
  padding: { top: 44, right: 44, bottom: 44, left: 44 }
};

/**
 * The parts of the world that a story shows close up at its steps, in any usual stage, in whole degrees: boxes that lie
 * apart from each other. None where the theatre holds all that a reader sees of them, or nothing is shown so close.
 */
export function groundBoxes(story: Story): Bounds[] {
  const close = storyParts(story).flatMap((part) =>
    [openingPosition, ...part.steps.keys()].flatMap((index) =>
      [...usualStages, fullScreen].flatMap((frame) => {
        const camera = restingCamera(part, index, frame);
        return camera.zoom >= fineFromZoom ? [{ camera, frame }] : [];
      })
    )
  );
  const inTheatre = close.every(({ camera, frame }) =>
    isWithin(seen(camera, frame, freePart(frame)), theatre)
  );
  if (inTheatre) return [];
  return apart(close.map(({ camera, frame }) => withMargin(seen(camera, frame, whole(frame)))));
}

function whole({ width, height }: Frame): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** The points at which a picture is looked up, as shares of its width and height: on a globe its edges are no parallels. */
const shares = [0, 0.25, 0.5, 0.75, 1];

/** What a camera shows in a part of the frame. */
function seen(camera: Camera, frame: Frame, { left, top, right, bottom }: Box): Bounds {
  const viewport = viewportOf(camera, frame);
  const points = shares.flatMap((x) =>
    shares.map((y) => viewport.unproject([left + (right - left) * x, top + (bottom - top) * y]))
  );
  const lngs = points.map(([lng]) => nearLng(lng!, camera.center[0]));
  const lats = points.map(([, lat]) => lat!);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** A box with the ground around it, in whole degrees. */
function withMargin([west, south, east, north]: Bounds): Bounds {
  const [across, along] = [(east - west) * marginShare, (north - south) * marginShare];
  const [low, high] = [Math.floor(south - along), Math.ceil(north + along)];
  const [toSouth, toNorth] = [low < -polarLatitude, high > polarLatitude];
  return onWorld([
    toSouth || toNorth ? -180 : Math.floor(west - across),
    toSouth ? mapSouth : low,
    toSouth || toNorth ? 180 : Math.ceil(east + across),
    toNorth ? mapNorth : high
  ]);
}

/** Boxes that hold all of these and lie apart from each other. */
function apart(boxes: readonly Bounds[]): Bounds[] {
  return boxes.reduce<Bounds[]>(join, []).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function join(boxes: Bounds[], added: Bounds): Bounds[] {
  for (const box of boxes) {
    const union = unionOf(box, added);
    if (union)
      return join(
        boxes.filter((other) => other !== box),
        union
      );
  }
  return [...boxes, added];
}
