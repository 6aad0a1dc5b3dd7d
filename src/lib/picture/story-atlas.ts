import { arcPaths, type ArcPaths } from '../arcs/arc-paths.ts';
import { nearLng } from '../camera/camera.ts';
import { certaintyKey, everyCertainty, type CertaintyFilter } from '../story/certainty-filter.ts';
import type { LngLat, Place, Story } from '../story/story.ts';
import { stepPicture, type StepPicture } from './step-picture.ts';

export type Tint = 'first' | 'second' | 'other';

/** What a story's pictures have in common in every frame. */
export interface StoryAtlas {
  readonly places: ReadonlyMap<string, Place>;
  readonly arcs: ArcPaths;
  /** From a marker's place to the middle of its badge, px, by event id. */
  readonly markerSlots: ReadonlyMap<string, readonly [dx: number, dy: number]>;
  /** By step, with the events of every certainty. */
  readonly pictures: readonly StepPicture[];
  readonly tints: ReadonlyMap<string, Tint>;
  /** By step, with the events of these certainties alone. */
  picturesOf(certainties: CertaintyFilter): readonly StepPicture[];
  /** By step, the picture without the events that the step itself shows. */
  withheldOf(certainties: CertaintyFilter): readonly StepPicture[];
  /** The event's path moved by whole turns to lie nearest to a longitude. */
  nearPath(event: string, lng: number): readonly LngLat[];
}

// The result of a pure function, kept for as long as its story lives: it changes no answer, only its price.
const atlases = new WeakMap<Story, StoryAtlas>();

/** What a story's pictures have in common. */
export function storyAtlas(story: Story): StoryAtlas {
  const known = atlases.get(story);
  if (known) return known;
  const arcs = arcPaths(story);
  const turned = new Map<string, readonly LngLat[]>();
  const sifted = new Map<string, readonly StepPicture[]>();
  const sift = (shown: CertaintyFilter, withheld: boolean) => {
    const key = `${certaintyKey(shown)} ${withheld}`;
    const pictures =
      sifted.get(key) ?? story.steps.map((step) => stepPicture(story, step, shown, withheld));
    sifted.set(key, pictures);
    return pictures;
  };
  const picturesOf = (shown: CertaintyFilter) => sift(shown, false);
  const atlas: StoryAtlas = {
    places: new Map(story.places.map((place) => [place.id, place])),
    arcs,
    markerSlots: markerSlots(story),
    pictures: picturesOf(everyCertainty),
    picturesOf,
    withheldOf: (shown) => sift(shown, true),
    tints: tints(story),
    nearPath(event, lng) {
      const { points } = arcs.get(event)!;
      const middle = points[points.length >> 1]![0];
      const shift = Math.round(nearLng(middle, lng) - middle);
      if (shift === 0) return points;
      const key = `${event} ${shift}`;
      const path = turned.get(key) ?? points.map(([x, y]) => [x + shift, y] as const);
      turned.set(key, path);
      return path;
    }
  };
  atlases.set(story, atlas);
  return atlas;
}

/** How far above its place a marker's badge stands, and how far apart those of one place are, px. */
const badgeRisePx = 24;
const badgeStepPx = 26;

/** Markers of one place stand in a row above it, in the order of the events, whichever of them are shown. */
function markerSlots(story: Story): Map<string, readonly [number, number]> {
  const rows = new Map<string, string[]>();
  for (const { id, geometry } of story.events) {
    if (geometry.type === 'marker') rows.set(geometry.at, [...(rows.get(geometry.at) ?? []), id]);
  }
  return new Map(
    [...rows.values()].flatMap((row) =>
      row.map(
        (id, i) => [id, [(i - (row.length - 1) / 2) * badgeStepPx, -badgeRisePx] as const] as const
      )
    )
  );
}

/** The two countries that most steps speak of have a tint each; of equals the earlier named comes first. */
function tints(story: Story): Map<string, Tint> {
  const counts = new Map<string, number>();
  for (const code of story.steps.flatMap((step) => step.highlight)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  return new Map(
    ranked.map((code, i) => [code, i === 0 ? 'first' : i === 1 ? 'second' : 'other'] as const)
  );
}
