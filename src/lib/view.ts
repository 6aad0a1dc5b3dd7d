import { pointAlong } from './arcs/arc-paths.ts';
import { nearLng, viewportOf } from './camera/camera.ts';
import { ease, fly } from './camera/fly.ts';
import type { Frame } from './frame.ts';
import { layOutLabels } from './picture/lay-out-labels.ts';
import type { PlacedLabel } from './labels/label-kinds.ts';
import { stepCamera } from './picture/step-camera.ts';
import type { StepPicture } from './picture/step-picture.ts';
import { storyAtlas, type Tint } from './picture/story-atlas.ts';
import { certaintyKey, everyCertainty, type CertaintyFilter } from './story/certainty-filter.ts';
import type { Camera, LngLat, Story, StoryEvent } from './story/story.ts';

export type { Frame } from './frame.ts';
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
export interface ViewDot {
  readonly id: string;
  readonly lngLat: LngLat;
  readonly opacity: number;
}

/** A country that the passage speaks of. */
export interface ViewHighlight {
  readonly code: string;
  readonly tint: Tint;
  readonly opacity: number;
}

/** A group's outline. */
export interface ViewGroup {
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

/** Opacity of what is kept from earlier steps. */
export const keptOpacity = 0.48;
/** Shares of the way between two steps: what leaves is gone by the first, arcs grow from the second on. */
const leaveBy = 0.35;
const growFrom = 0.4;
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
  const comes = still && heldBack(a) ? withheld!.share : 0;
  const t = still ? Math.max(0, comes) : share;
  const [withoutA, withoutB] = [heldBack(a), heldBack(b) && !(comes > 0)];

  const [restA, restB] = [
    restAt(story, a, frame, certainties, withoutA),
    restAt(story, b, frame, certainties, withoutB)
  ];
  const flown = still ? restA.camera : flightFrom(story, a, frame)(ease(t));
  const seen = camera ?? flown;
  const viewport = viewportOf(seen, frame);
  const near = (lng: number) => nearLng(lng, seen.center[0]);
  const project = ([lng, lat]: LngLat): readonly [number, number] => {
    const [x, y] = viewport.project([near(lng), lat]);
    return [x!, y!];
  };

  const pictureOf = (index: number, without: boolean) =>
    (without ? atlas.withheldOf(certainties) : atlas.picturesOf(certainties))[index]!;
  const [pictureA, pictureB] = [pictureOf(a, withoutA), pictureOf(b, withoutB)];
  const arcs: ViewArc[] = [];
  const markers: ViewMarker[] = [];
  for (const event of story.events) {
    const [before, after] = [strength(pictureA, event), strength(pictureB, event)];
    if (before === 0 && after === 0) continue;
    const opacity = blend(before, after, t);
    if (event.geometry.type === 'marker') {
      const { lngLat } = atlas.places.get(event.geometry.at)!;
      const [x, y] = project(lngLat);
      const [dx, dy] = atlas.markerSlots.get(event.id)!;
      markers.push({ event, lngLat, opacity, badge: [x + dx, y + dy] });
    } else {
      const { points, badgeAt } = atlas.arcs.get(event.id)!;
      const grows = before === 0 && after === 1;
      const drawn = grows ? ease((t - growFrom) / (1 - growFrom)) : 1;
      const badge = drawn > badgeAt ? project(pointAlong(points, badgeAt)) : null;
      arcs.push({
        event,
        path: atlas.nearPath(event.id, seen.center[0]),
        drawn,
        opacity: grows ? 1 : opacity,
        badge
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
    dots: story.places.flatMap((place) => {
      const opacity = blend(dotStrength(pictureA, place.id), dotStrength(pictureB, place.id), t);
      return opacity > 0
        ? [{ id: place.id, lngLat: [near(place.lngLat[0]), place.lngLat[1]], opacity }]
        : [];
    }),
    highlights: blendSets(pictureA.highlight, pictureB.highlight, t).map(([code, opacity]) => ({
      code,
      tint: atlas.tints.get(code) ?? 'other',
      opacity
    })),
    groups: blendSets(pictureA.groups, pictureB.groups, t).map(([id, opacity]) => ({
      id,
      opacity
    })),
    labels: !names
      ? []
      : camera === undefined
        ? blendLabels(restA, restB, t, project)
        : layOutLabels(story, t > growFrom ? pictureB : pictureA, atlas, seen, frame).map(
            ({ label }) => withOpacity(label)
          )
  };
}

/** 1 where the passage speaks of the event, less where it is kept, 0 where it is not on the map. */
function strength(picture: StepPicture, event: StoryEvent): number {
  if (picture.shown.includes(event)) return 1;
  return picture.kept.includes(event) ? keptOpacity : 0;
}

function dotStrength(picture: StepPicture, id: string): number {
  if (picture.foremost.has(id)) return 1;
  return picture.places.some((place) => place.id === id) ? 0.7 : 0;
}

/** From `before` to `after`: what goes is gone early, what comes comes late, what stays changes evenly. */
function blend(before: number, after: number, t: number): number {
  if (t === 0 || before === after) return before;
  if (after === 0) return before * (1 - ease(t / leaveBy));
  if (before === 0) return after * ease((t - growFrom) / (1 - growFrom));
  return before + (after - before) * ease(t);
}

function blendSets(a: ReadonlySet<string>, b: ReadonlySet<string>, t: number): [string, number][] {
  return [...new Set([...a, ...b])]
    .sort()
    .map((id): [string, number] => [id, blend(a.has(id) ? 1 : 0, b.has(id) ? 1 : 0, t)])
    .filter(([, opacity]) => opacity > 0);
}

function withOpacity(label: PlacedLabel): ViewLabel {
  return { ...label, opacity: 1 };
}

/** Labels keep the side they have at rest, and fade where they are not in both pictures alike. */
function blendLabels(
  a: Rest,
  b: Rest,
  t: number,
  project: (lngLat: LngLat) => readonly [number, number]
): ViewLabel[] {
  if (t === 0) return a.labels.map(({ label }) => withOpacity(label));
  const move = ({ label, lngLat, offset }: RestLabel, opacity: number): ViewLabel => {
    const [x, y] = project(lngLat);
    return { ...label, x: x + offset[0], y: y + offset[1], opacity };
  };
  const same = (one: RestLabel, other: RestLabel) =>
    one.label.id === other.label.id &&
    one.label.anchor === other.label.anchor &&
    one.label.sizePx === other.label.sizePx &&
    Math.abs(one.offset[0] - other.offset[0]) + Math.abs(one.offset[1] - other.offset[1]) < 0.01;
  const stays = a.labels.filter((one) => b.labels.some((other) => same(one, other)));
  const goes = a.labels.filter((one) => !stays.includes(one));
  const comes = b.labels.filter((other) => !stays.some((one) => same(one, other)));
  return [
    ...stays.map((label) => move(label, 1)),
    ...(t < leaveBy ? goes.map((label) => move(label, blend(1, 0, t))) : []),
    ...(t > 0.6 ? comes.map((label) => move(label, ease((t - 0.6) / 0.4))) : [])
  ];
}

interface RestLabel {
  readonly label: PlacedLabel;
  readonly lngLat: LngLat;
  /** From the point to the label's anchor, px. */
  readonly offset: readonly [number, number];
}

/** A step's camera and labels at rest in a frame. */
interface Rest {
  readonly camera: Camera;
  readonly labels: readonly RestLabel[];
}

// Results of pure functions kept for as long as their story lives; they change no answer, only its price.
const frames = new WeakMap<Story, Map<string, Map<string, unknown>>>();
const framesKept = 6;

function inFrame<Value>(story: Story, frame: Frame, key: string, make: () => Value): Value {
  const ofStory = frames.get(story) ?? new Map<string, Map<string, unknown>>();
  frames.set(story, ofStory);
  const { width, height, padding } = frame;
  const size = [width, height, padding.top, padding.right, padding.bottom, padding.left].join(' ');
  const ofFrame = ofStory.get(size) ?? new Map<string, unknown>();
  ofStory.set(size, ofFrame);
  if (ofStory.size > framesKept) ofStory.delete(ofStory.keys().next().value!);
  if (!ofFrame.has(key)) ofFrame.set(key, make());
  return ofFrame.get(key) as Value;
}

function restAt(
  story: Story,
  index: number,
  frame: Frame,
  certainties: CertaintyFilter,
  withheld: boolean
): Rest {
  return inFrame(story, frame, `rest ${index} ${certaintyKey(certainties)} ${withheld}`, () => {
    const atlas = storyAtlas(story);
    const camera = cameraAt(story, index, frame);
    const viewport = viewportOf(camera, frame);
    const pictures = withheld ? atlas.withheldOf(certainties) : atlas.picturesOf(certainties);
    const picture = pictures[index]!;
    const labels = layOutLabels(story, picture, atlas, camera, frame).map(({ label, wish }) => {
      const { lngLat } = wish;
      const [x, y] = viewport.project([nearLng(lngLat[0], camera.center[0]), lngLat[1]]);
      return { label, lngLat, offset: [label.x - x!, label.y - y!] as const };
    });
    return { camera, labels };
  });
}

/** What a step frames does not depend on what is left out of it. */
function cameraAt(story: Story, index: number, frame: Frame): Camera {
  return inFrame(story, frame, `camera ${index}`, () => {
    const atlas = storyAtlas(story);
    return stepCamera(story, story.steps[index]!, atlas.pictures[index]!, atlas, frame);
  });
}

function flightFrom(story: Story, index: number, frame: Frame): (t: number) => Camera {
  return inFrame(story, frame, `flight ${index}`, () =>
    fly(cameraAt(story, index, frame), cameraAt(story, index + 1, frame), frame)
  );
}
