import { isBehind, viewportOf } from '../camera/camera.ts';
import { ease } from '../ease.ts';
import type { Frame } from '../frame.ts';
import { nearLng } from '../geometry/date-line.ts';
import type { PlacedLabel } from '../labels/label-kinds.ts';
import type { Camera, LngLat, Story } from '../story/story.ts';
import { inFrame } from './frame-cache.ts';
import { layOutLabels } from './lay-out-labels.ts';
import { restingCamera } from './step-flight.ts';
import { choiceKey, type PictureChoice } from './step-picture.ts';
import { storyAtlas } from './story-atlas.ts';
import { blend, leaveBy } from './transition.ts';

/** The share of a transition from which new names come. */
const enterFrom = 0.6;

/** A label as a picture at rest has it, with the point on the map that it moves along with. */
interface RestingLabel {
  readonly label: PlacedLabel;
  readonly lngLat: LngLat;
  /** From the point to the label's anchor, px. */
  readonly offset: readonly [number, number];
}

/**
 * The labels at a share of the transition between two pictures, with their opacities. A label keeps the side of
 * its point that it has at rest, and fades unless both pictures have it there.
 */
export function movingLabels(
  story: Story,
  [a, b]: readonly [PictureChoice, PictureChoice],
  share: number,
  frame: Frame,
  camera: Camera,
  project: (lngLat: LngLat) => readonly [number, number]
): readonly (PlacedLabel & { readonly opacity: number })[] {
  const before = restingLabels(story, a, frame);
  if (share === 0) return before.map(({ label }) => ({ ...label, opacity: 1 }));
  const move = ({ label, lngLat, offset }: RestingLabel, opacity: number) => {
    if (isBehind(camera, lngLat)) return [];
    const [x, y] = project(lngLat);
    return [{ ...label, x: x + offset[0], y: y + offset[1], opacity }];
  };
  const { staying, leaving, entering } = inFrame(
    story,
    frame,
    `names ${choiceKey(a)} to ${choiceKey(b)}`,
    () => compareLabels(before, restingLabels(story, b, frame))
  );
  const leavingOpacity = share < leaveBy ? blend(1, 0, share) : 0;
  const enteringOpacity = ease((share - enterFrom) / (1 - enterFrom));
  return [
    ...staying.flatMap((label) => move(label, 1)),
    ...(leavingOpacity > 0 ? leaving.flatMap((label) => move(label, leavingOpacity)) : []),
    ...(enteringOpacity > 0 ? entering.flatMap((label) => move(label, enteringOpacity)) : [])
  ];
}

function restingLabels(story: Story, choice: PictureChoice, frame: Frame): readonly RestingLabel[] {
  return inFrame(story, frame, `labels ${choiceKey(choice)}`, () => {
    const atlas = storyAtlas(story);
    const camera = restingCamera(story, choice.step, frame);
    const viewport = viewportOf(camera, frame);
    const picture = atlas.pictureOf(choice);
    return layOutLabels(story, picture, atlas, camera, frame).map(({ label, candidate }) => {
      const { lngLat } = candidate;
      const [x, y] = viewport.project([nearLng(lngLat[0], camera.center[0]), lngLat[1]]);
      return { label, lngLat, offset: [label.x - x!, label.y - y!] as const };
    });
  });
}

function compareLabels(before: readonly RestingLabel[], after: readonly RestingLabel[]) {
  const isIn = (labels: readonly RestingLabel[]) => (label: RestingLabel) =>
    labels.some((other) => isSame(label, other));
  return {
    staying: before.filter(isIn(after)),
    leaving: before.filter((label) => !isIn(after)(label)),
    entering: after.filter((label) => !isIn(before)(label))
  };
}

function isSame(a: RestingLabel, b: RestingLabel): boolean {
  return (
    a.label.id === b.label.id &&
    a.lngLat[0] === b.lngLat[0] &&
    a.lngLat[1] === b.lngLat[1] &&
    a.label.anchor === b.label.anchor &&
    a.label.sizePx === b.label.sizePx &&
    a.label.spacingEm === b.label.spacingEm &&
    Math.abs(a.offset[0] - b.offset[0]) + Math.abs(a.offset[1] - b.offset[1]) < 0.01
  );
}
