import { isBehind, viewportOf } from './camera/camera.ts';
import { ease } from './ease.ts';
import type { Frame } from './frame.ts';
import { nearLng } from './geometry/date-line.ts';
import type { PlacedLabel } from './labels/label-kinds.ts';
import { layOutLabels } from './picture/lay-out-labels.ts';
import { movingLabels } from './picture/moving-labels.ts';
import { drawnInOverture, openingPosition } from './picture/opening.ts';
import { badgeHalfPx } from './picture/step-camera.ts';
import type { Change } from './picture/step-change.ts';
import { flightFrom, restingCamera } from './picture/step-flight.ts';
import type { PictureChoice } from './picture/step-picture.ts';
import { storyAtlas } from './picture/story-atlas.ts';
import type { Highlight } from './picture/tints.ts';
import { blend, grown, growFrom } from './picture/transition.ts';
import { everyCertainty, type CertaintyFilter } from './story/certainty-filter.ts';
import type { Camera, LngLat, Shape, Story, StoryEvent } from './story/story.ts';

export type { Frame } from './frame.ts';
export {
  drawnInOverture,
  openingEvents,
  openingPosition,
  openingStep,
  stepAt
} from './picture/opening.ts';
export { keptOpacity } from './picture/step-change.ts';
export type { Tint } from './picture/tints.ts';

/** An event's arc. */
export interface ViewArc {
  readonly event: StoryEvent;
  /** From `from` to `to`, unwrapped (no jump of more than 180° between two points). Same array every time. */
  readonly path: readonly LngLat[];
  /** How much of it is drawn, 0 to 1, from its start. */
  readonly drawn: number;
  /** 1 where the step shows it, less where it is kept from an earlier one, 0 where it is gone. */
  readonly opacity: number;
  /** The middle of its badge, px in the frame; null until the arc has grown that far, and where it has no room. */
  readonly badge: readonly [x: number, y: number] | null;
}

/** An event at one place. */
export interface ViewMarker {
  readonly event: StoryEvent;
  readonly lngLat: LngLat;
  readonly opacity: number;
  /** The middle of its badge, px in the frame. */
  readonly badge: readonly [x: number, y: number];
}

/** What a layer shows. */
export interface ViewShape {
  readonly event: StoryEvent & { readonly geometry: Shape };
  readonly opacity: number;
  /** The middle of its badge, px in the frame; null where a globe hides it. */
  readonly badge: readonly [x: number, y: number] | null;
}

/** A place's dot. */
interface ViewDot {
  readonly id: string;
  readonly lngLat: LngLat;
  /** px in the frame. */
  readonly at: readonly [x: number, y: number];
  readonly opacity: number;
}

/** A country that the step highlights. */
interface ViewHighlight extends Highlight {
  readonly opacity: number;
}

/** A group's outline. */
interface ViewGroup {
  readonly id: string;
  /** The codes of the countries that it runs around. */
  readonly land: readonly string[];
  readonly opacity: number;
}

/** A name on the map, laid out so that no two overlap. */
export interface ViewLabel extends PlacedLabel {
  readonly opacity: number;
}

/** Everything visible at a position in a frame: what both renderers, `map/` and `atlas/`, draw. */
export interface View {
  readonly position: number;
  /** Index of the step nearest to the position; `openingPosition` for the opening. */
  readonly step: number;
  readonly frame: Frame;
  readonly camera: Camera;
  /** Opacity of the whole picture: below 1 only in the fade that replaces a flight under reduced motion. */
  readonly fade: number;
  readonly arcs: readonly ViewArc[];
  readonly markers: readonly ViewMarker[];
  readonly shapes: readonly ViewShape[];
  readonly dots: readonly ViewDot[];
  readonly highlights: readonly ViewHighlight[];
  readonly groups: readonly ViewGroup[];
  readonly labels: readonly ViewLabel[];
}

export interface ViewOptions {
  /** No flight: each step's picture stays still, and fades into the next at the midpoint. */
  readonly reducedMotion?: boolean;
  /** The reader's own camera, while exploring. */
  readonly camera?: Camera;
  /** Only events of these certainties are on the map; all by default. The camera frames the step as if all were. */
  readonly certainties?: CertaintyFilter;
  /** A step whose events wait for an answer. The camera frames the step as if they were there. */
  readonly reveal?: Reveal | null;
  /** How much of the year the opening has drawn, 0 to 1; all by default. */
  readonly overture?: number;
  /** False takes every name off the map. */
  readonly names?: boolean;
}

/** A step that asks a question: its own events are hidden, and then drawn as if the step arrived. */
export interface Reveal {
  /** The step's index. */
  readonly step: number;
  /** 0 while nothing is revealed, 1 once everything is. */
  readonly progress: number;
}

/** How far before and after the midpoint between two steps the fade under reduced motion reaches. */
export const fadeReach = 0.18;

/**
 * What is to be seen at a position: 4 is step 4 at rest, 4.25 a quarter of the way to step 5, -1 the opening. It
 * depends on its arguments alone; a position outside the story is clamped to the opening or the last step.
 */
export function viewAt(
  story: Story,
  position: number,
  frame: Frame,
  {
    reducedMotion = false,
    camera: ownCamera,
    certainties = everyCertainty,
    reveal = null,
    overture = 1,
    names = true
  }: ViewOptions = {}
): View {
  const atlas = storyAtlas(story);
  const last = story.steps.length - 1;
  const clamped = Math.min(
    last,
    Math.max(openingPosition, Number.isFinite(position) ? position : 0)
  );
  const step = Math.min(last, Math.floor(clamped + 0.5));
  const from = Math.min(last, Math.floor(clamped));
  const share = clamped - from;
  const still = share === 0 || reducedMotion;
  const a = still ? step : from;
  const b = still ? step : from + 1;
  const isHidden = (index: number) => reveal?.step === index && reveal.progress < 1;
  // At rest a reveal runs like the transition to the next step, under a camera that stays.
  const revealed = still && isHidden(a) ? Math.max(0, reveal!.progress) : 0;
  const t = still ? revealed : share;
  const choices: readonly [PictureChoice, PictureChoice] = [
    { step: a, certainties, ownEvents: !isHidden(a) },
    { step: b, certainties, ownEvents: !isHidden(b) || revealed > 0 }
  ];
  const camera = ownCamera
    ? inProjectionOf(story, ownCamera)
    : still
      ? restingCamera(story, a, frame)
      : flightFrom(story, a, frame)(ease(t));
  const viewport = viewportOf(camera, frame);
  const near = (lng: number) => nearLng(lng, camera.center[0]);
  const project = ([lng, lat]: LngLat): readonly [number, number] => {
    const [x, y] = viewport.project([near(lng), lat]);
    return [x!, y!];
  };

  const change = atlas.changeOf(...choices);
  // The opening shows so many events that not all of their badges may have room.
  const roomFor = a === openingPosition ? roomForBadges() : () => true;
  const arcs: ViewArc[] = [];
  const markers: ViewMarker[] = [];
  const shapes: ViewShape[] = [];
  for (const { item: event, before, after } of change.events) {
    const opacity = blend(before, after, t);
    if (isShape(event)) {
      if (opacity > 0)
        shapes.push({
          event,
          opacity,
          badge: isBehind(camera, event.geometry.label) ? null : project(event.geometry.label)
        });
    } else if (event.geometry.type === 'marker') {
      const { lngLat } = atlas.places.get(event.geometry.at)!;
      if (isBehind(camera, lngLat)) continue;
      const [x, y] = project(lngLat);
      const [dx, dy] = atlas.markerSlots.get(event.id)!;
      markers.push({ event, lngLat, opacity, badge: [x + dx, y + dy] });
    } else {
      const arc = atlas.arcs.get(event.id)!;
      const grows = before === 0 && after === 1;
      const ofOverture = a === openingPosition && overture < 1 && before > 0;
      const drawn = grows
        ? grown(t)
        : ofOverture
          ? Math.max(drawnInOverture(story, event, overture), after === 0 ? 0 : grown(t))
          : 1;
      // Before the overture the map need not know of lines at all.
      if (ofOverture && overture === 0) continue;
      const at = project(arc.badge);
      const hasRoom = !isBehind(camera, arc.badge, 0) && roomFor(at);
      arcs.push({
        event,
        path: atlas.nearPath(event.id, camera.center[0]),
        drawn,
        opacity: grows ? 1 : opacity,
        badge: hasRoom && drawn > arc.badgeAt ? at : null
      });
    }
  }

  return {
    position: clamped,
    step,
    frame,
    camera,
    fade: reducedMotion && share > 0 ? Math.min(1, Math.abs(share - 0.5) / fadeReach) : 1,
    arcs,
    markers,
    shapes,
    dots: visible(change.places, t)
      .filter(([{ lngLat }]) => !isBehind(camera, lngLat))
      .map(([{ id, lngLat }, opacity]) => ({
        id,
        lngLat: [near(lngLat[0]), lngLat[1]],
        at: project(lngLat),
        opacity
      })),
    highlights: visible(change.highlights, t).map(([highlight, opacity]) => ({
      ...highlight,
      opacity
    })),
    groups: visible(change.groups, t).map(([id, opacity]) => ({
      id,
      land: atlas.groupLand[id] ?? [],
      opacity
    })),
    labels: labels()
  };

  function labels(): readonly ViewLabel[] {
    if (!names) return [];
    if (ownCamera === undefined) return movingLabels(story, choices, t, frame, camera, project);
    const picture = atlas.pictureOf(choices[t > growFrom ? 1 : 0]);
    return layOutLabels(story, picture, atlas, camera, frame).map(({ label }) => ({
      ...label,
      opacity: 1
    }));
  }
}

/** All that a View shows of events, each with its badge. */
export function marksOf({
  arcs,
  markers,
  shapes
}: Pick<View, 'arcs' | 'markers' | 'shapes'>): readonly (ViewArc | ViewMarker | ViewShape)[] {
  return [...arcs, ...markers, ...shapes];
}

export function isShape(event: StoryEvent): event is ViewShape['event'] {
  return event.geometry.type === 'shape';
}

/** A camera that may come from elsewhere, as the story's maps show the Earth. */
function inProjectionOf({ projection }: Story, camera: Camera): Camera {
  return projection === undefined ? camera : { ...camera, pitch: 0, projection };
}

/** Whether a badge has room beside those asked for before. */
function roomForBadges(): (at: readonly [x: number, y: number]) => boolean {
  const taken: (readonly [number, number])[] = [];
  return ([x, y]) => {
    const isFree = taken.every(
      ([otherX, otherY]) => Math.max(Math.abs(x - otherX), Math.abs(y - otherY)) >= 2 * badgeHalfPx
    );
    if (isFree) taken.push([x, y]);
    return isFree;
  };
}

/** What is visible at a share of the transition between two steps, with its opacity. */
function visible<Item>(changes: readonly Change<Item>[], share: number): [Item, number][] {
  return changes
    .map(({ item, before, after }): [Item, number] => [item, blend(before, after, share)])
    .filter(([, opacity]) => opacity > 0);
}
