import { viewportOf } from './camera/camera.ts';
import { nearLng } from './geometry/date-line.ts';
import { fly } from './camera/fly.ts';
import { ease } from './ease.ts';
import type { Frame } from './frame.ts';
import type { PlacedLabel } from './labels/label-kinds.ts';
import { memoize, Recent } from './cache.ts';
import { layOutLabels } from './picture/lay-out-labels.ts';
import { stepCamera } from './picture/step-camera.ts';
import type { Change } from './picture/step-change.ts';
import { choiceKey, wholePicture, type PictureChoice } from './picture/step-picture.ts';
import { storyAtlas, type Tint } from './picture/story-atlas.ts';
import { everyCertainty, type CertaintyFilter } from './story/certainty-filter.ts';
import type { Camera, LngLat, Story, StoryEvent } from './story/story.ts';

export type { Frame } from './frame.ts';
export { keptOpacity } from './picture/step-change.ts';
export type { Tint } from './picture/story-atlas.ts';

/** An event's arc. */
export interface ViewArc {
  readonly event: StoryEvent;
  /** From `from` to `to`, unwrapped (no jump of more than 180° between two points). Same array every time. */
  readonly path: readonly LngLat[];
  /** How much of it is drawn, 0 to 1, from its start. */
  readonly drawn: number;
  /** 1 where the passage speaks of it, less where it is kept, 0 gone. */
  readonly opacity: number;
  /** Where its badge stands, px in the frame; null while the arc has not grown so far. */
  readonly badge: readonly [x: number, y: number] | null;
}

/** An event at one place. */
export interface ViewMarker {
  readonly event: StoryEvent;
  readonly lngLat: LngLat;
  readonly opacity: number;
  /** Where its badge stands, px in the frame. */
  readonly badge: readonly [x: number, y: number];
}

/** A place's dot. */
interface ViewDot {
  readonly id: string;
  readonly lngLat: LngLat;
  /** px in the frame. */
  readonly at: readonly [x: number, y: number];
  readonly opacity: number;
}

/** A country that the passage speaks of. */
interface ViewHighlight {
  readonly code: string;
  readonly tint: Tint;
  readonly opacity: number;
}

/** A group's outline. */
interface ViewGroup {
  readonly id: string;
  readonly opacity: number;
}

/** A name on the map, laid out so that no two overlap. */
export interface ViewLabel extends PlacedLabel {
  readonly opacity: number;
}

/** All that is to be seen at a position in a frame. */
export interface View {
  readonly position: number;
  /** Index of the step nearest to the position. */
  readonly step: number;
  readonly frame: Frame;
  readonly camera: Camera;
  /** Opacity of the whole picture: below 1 only where reduced motion fades from one step to the next. */
  readonly fade: number;
  readonly arcs: readonly ViewArc[];
  readonly markers: readonly ViewMarker[];
  readonly dots: readonly ViewDot[];
  readonly highlights: readonly ViewHighlight[];
  readonly groups: readonly ViewGroup[];
  readonly labels: readonly ViewLabel[];
}

export interface ViewOptions {
  /** No flight: each step's picture stands still, and fades into the next at the midpoint. */
  readonly reducedMotion?: boolean;
  /** The reader's own camera, while exploring. */
  readonly camera?: Camera;
  /** Only events of these certainties are on the map; default: all. The camera stays where it would be with all. */
  readonly certainties?: CertaintyFilter;
  /**
   * A step whose own events are held back, and how much of them has come: 0 nothing yet, 1 all, between the two
   * they are drawn as if the step arrived. The camera stays where it would be with all.
   */
  readonly withheld?: Withheld | null;
  /** False takes every name off the map. */
  readonly names?: boolean;
}

/** A step whose own events are held back, and the share of them that has come, 0 to 1. */
export interface Withheld {
  /** Its index. */
  readonly step: number;
  readonly share: number;
}

/** Shares of the way between two steps: what leaves is gone by the first, arcs grow from the second on. */
const leaveBy = 0.35;
const growFrom = 0.4;
/** The share from which new names come. */
const comeFrom = 0.6;
/** Half the share of the way that the fade of reduced motion takes, around the midpoint. */
const fadeReach = 0.18;

/**
 * What is to be seen at a position: 4 is step 4 at rest, 4.25 a quarter of the way to step 5. A function of
 * its arguments alone; a position outside the story is held to its first or last step.
 */
export function viewAt(
  story: Story,
  position: number,
  frame: Frame,
  {
    reducedMotion = false,
    camera,
    certainties = everyCertainty,
    withheld = null,
    names = true
  }: ViewOptions = {}
): View {
  const atlas = storyAtlas(story);
  const last = story.steps.length - 1;
  const held = Math.min(last, Math.max(0, Number.isFinite(position) ? position : 0));
  const step = Math.min(last, Math.floor(held + 0.5));
  const from = Math.min(last, Math.floor(held));
  const share = held - from;
  const still = share === 0 || reducedMotion;
  const a = still ? step : from;
  const b = still ? step : from + 1;
  const heldBack = (index: number) => withheld?.step === index && withheld.share < 1;
  // At rest, what is held back comes as the next step's events do, under a camera that stays.
  const comes = still && heldBack(a) ? Math.max(0, withheld!.share) : 0;
  const t = still ? comes : share;
  const choices: readonly [PictureChoice, PictureChoice] = [
    { step: a, certainties, withheld: heldBack(a) },
    { step: b, certainties, withheld: heldBack(b) && comes === 0 }
  ];
  const flown = still ? cameraAt(story, a, frame) : flightFrom(story, a, frame)(ease(t));
  const seen = camera ?? flown;
  const viewport = viewportOf(seen, frame);
  const near = (lng: number) => nearLng(lng, seen.center[0]);
  const project = ([lng, lat]: LngLat): readonly [number, number] => {
    const [x, y] = viewport.project([near(lng), lat]);
    return [x!, y!];
  };

  const change = atlas.changeOf(...choices);
  const arcs: ViewArc[] = [];
  const markers: ViewMarker[] = [];
  for (const { thing: event, before, after } of change.events) {
    const opacity = blend(before, after, t);
    if (event.geometry.type === 'marker') {
      const { lngLat } = atlas.places.get(event.geometry.at)!;
      const [x, y] = project(lngLat);
      const [dx, dy] = atlas.markerSlots.get(event.id)!;
      markers.push({ event, lngLat, opacity, badge: [x + dx, y + dy] });
    } else {
      const arc = atlas.arcs.get(event.id)!;
      const grows = before === 0 && after === 1;
      const drawn = grows ? ease((t - growFrom) / (1 - growFrom)) : 1;
      arcs.push({
        event,
        path: atlas.nearPath(event.id, seen.center[0]),
        drawn,
        opacity: grows ? 1 : opacity,
        badge: drawn > arc.badgeAt ? project(arc.badge) : null
      });
    }
  }

  return {
    position: held,
    step,
    frame,
    camera: seen,
    fade: reducedMotion && share > 0 ? Math.min(1, Math.abs(share - 0.5) / fadeReach) : 1,
    arcs,
    markers,
    dots: seenOf(change.places, t).map(([{ id, lngLat }, opacity]) => ({
      id,
      lngLat: [near(lngLat[0]), lngLat[1]],
      at: project(lngLat),
      opacity
    })),
    highlights: seenOf(change.highlights, t).map(([code, opacity]) => ({
      code,
      tint: atlas.tints.get(code) ?? 'other',
      opacity
    })),
    groups: seenOf(change.groups, t).map(([id, opacity]) => ({ id, opacity })),
    labels: !names
      ? []
      : camera === undefined
        ? blendLabels(story, choices, t, frame, project)
        : layOutLabels(
            story,
            atlas.pictureOf(choices[t > growFrom ? 1 : 0]),
            atlas,
            seen,
            frame
          ).map(({ label }) => withOpacity(label))
  };
}

/** What is to be seen at a share of the way from one step to the next, with its opacity. */
function seenOf<Thing>(changes: readonly Change<Thing>[], t: number): [Thing, number][] {
  return changes
    .map(({ thing, before, after }): [Thing, number] => [thing, blend(before, after, t)])
    .filter(([, opacity]) => opacity > 0);
}

/** From `before` to `after`: what goes is gone early, what comes comes late, what stays changes evenly. */
function blend(before: number, after: number, t: number): number {
  if (t === 0 || before === after) return before;
  if (after === 0) return before * (1 - ease(t / leaveBy));
  if (before === 0) return after * ease((t - growFrom) / (1 - growFrom));
  return before + (after - before) * ease(t);
}

function withOpacity(label: PlacedLabel): ViewLabel {
  return { ...label, opacity: 1 };
}

/** Labels keep the side they have at rest, and fade where they are not in both pictures alike. */
function blendLabels(
  story: Story,
  [a, b]: readonly [PictureChoice, PictureChoice],
  t: number,
  frame: Frame,
  project: (lngLat: LngLat) => readonly [number, number]
): readonly ViewLabel[] {
  const before = labelsAt(story, a, frame);
  if (t === 0) return before.map(({ label }) => withOpacity(label));
  const move = ({ label, lngLat, offset }: RestLabel, opacity: number): ViewLabel => {
    const [x, y] = project(lngLat);
    return { ...label, x: x + offset[0], y: y + offset[1], opacity };
  };
  const { stay, go, come } = inFrame(story, frame, `names ${choiceKey(a)} to ${choiceKey(b)}`, () =>
    compareLabels(before, labelsAt(story, b, frame))
  );
  return [
    ...stay.map((label) => move(label, 1)),
    ...(t < leaveBy ? go.map((label) => move(label, blend(1, 0, t))) : []),
    ...(t > comeFrom ? come.map((label) => move(label, ease((t - comeFrom) / (1 - comeFrom)))) : [])
  ];
}

/** Which labels of two pictures at rest are in both alike, and which are in one alone. */
function compareLabels(a: readonly RestLabel[], b: readonly RestLabel[]) {
  const same = (one: RestLabel, other: RestLabel) =>
    one.label.id === other.label.id &&
    one.label.anchor === other.label.anchor &&
    one.label.sizePx === other.label.sizePx &&
    Math.abs(one.offset[0] - other.offset[0]) + Math.abs(one.offset[1] - other.offset[1]) < 0.01;
  return {
    stay: a.filter((one) => b.some((other) => same(one, other))),
    go: a.filter((one) => !b.some((other) => same(one, other))),
    come: b.filter((other) => !a.some((one) => same(one, other)))
  };
}

interface RestLabel {
  readonly label: PlacedLabel;
  readonly lngLat: LngLat;
  /** From the point to the label's anchor, px. */
  readonly offset: readonly [number, number];
}

const framesKept = 6;
const keptInFrame = 256;

const framesOf = memoize<Story, Recent<Recent<NonNullable<unknown>>>>(() => new Recent(framesKept));

function inFrame<Value extends NonNullable<unknown>>(
  story: Story,
  { width, height, padding }: Frame,
  key: string,
  make: () => Value
): Value {
  const size = `${width} ${height} ${padding.top} ${padding.right} ${padding.bottom} ${padding.left}`;
  return framesOf(story)
    .get(size, () => new Recent(keptInFrame))
    .get(key, make) as Value;
}

/** A picture's labels at rest in a frame. */
function labelsAt(story: Story, choice: PictureChoice, frame: Frame): readonly RestLabel[] {
  return inFrame(story, frame, `labels ${choiceKey(choice)}`, () => {
    const atlas = storyAtlas(story);
    const camera = cameraAt(story, choice.step, frame);
    const viewport = viewportOf(camera, frame);
    const picture = atlas.pictureOf(choice);
    return layOutLabels(story, picture, atlas, camera, frame).map(({ label, wish }) => {
      const { lngLat } = wish;
      const [x, y] = viewport.project([nearLng(lngLat[0], camera.center[0]), lngLat[1]]);
      return { label, lngLat, offset: [label.x - x!, label.y - y!] as const };
    });
  });
}

/** What a step frames does not depend on what is left out of it. */
function cameraAt(story: Story, index: number, frame: Frame): Camera {
  return inFrame(story, frame, `camera ${index}`, () => {
    const atlas = storyAtlas(story);
    const picture = atlas.pictureOf(wholePicture(index));
    return stepCamera(story, story.steps[index]!, picture, atlas, frame);
  });
}

function flightFrom(story: Story, index: number, frame: Frame): (t: number) => Camera {
  return inFrame(story, frame, `flight ${index}`, () =>
    fly(cameraAt(story, index, frame), cameraAt(story, index + 1, frame), frame)
  );
}
