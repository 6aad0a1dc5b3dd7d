import { arcPaths, type ArcPaths } from '../arcs/arc-paths.ts';
import { lngShiftTo } from '../geometry/date-line.ts';
import { memoize, Recent } from '../cache.ts';
import type { LngLat, Place, Story } from '../story/story.ts';
import { groupLand } from '../story/marked-in.ts';
import { storyIndex } from '../story/story-index.ts';
import { stepChange, type StepChange } from './step-change.ts';
import { choiceKey, stepPicture, type PictureChoice, type StepPicture } from './step-picture.ts';

/** What all pictures of a story share, in every frame. */
export interface StoryAtlas {
  readonly places: ReadonlyMap<string, Place>;
  readonly arcs: ArcPaths;
  /** By event id, the offset of a marker's badge from its place, px. */
  readonly markerSlots: ReadonlyMap<string, readonly [dx: number, dy: number]>;
  /** By a group's id, the codes of its land. */
  readonly groupLand: Readonly<Record<string, readonly string[]>>;
  pictureOf(choice: PictureChoice): StepPicture;
  /** What changes from one picture to another. */
  changeOf(from: PictureChoice, to: PictureChoice): StepChange;
  /** The event's path moved by whole turns to lie nearest to a longitude. */
  nearPath(event: string, lng: number): readonly LngLat[];
}

/** Far more than one View needs. */
const maxPictures = 64;
const maxPaths = 4096;

/** The atlas of a story. What belongs to one step or one arc is computed when it is first asked for. */
export const storyAtlas = memoize((story: Story): StoryAtlas => {
  const { places, eventOrder, placeOrder } = storyIndex(story);
  const arcs = arcPaths(story);
  const movedPaths = new Recent<readonly LngLat[]>(maxPaths);
  const pictures = new Recent<StepPicture>(maxPictures);
  const stepChanges = new Recent<StepChange>(maxPictures);
  const atlas: StoryAtlas = {
    places,
    arcs,
    markerSlots: markerSlots(story),
    groupLand: groupLand(story),
    pictureOf: (choice) => pictures.get(choiceKey(choice), () => stepPicture(story, choice)),
    changeOf: (from, to) =>
      stepChanges.get(`${choiceKey(from)} to ${choiceKey(to)}`, () =>
        stepChange(atlas.pictureOf(from), atlas.pictureOf(to), {
          events: eventOrder,
          places: placeOrder
        })
      ),
    nearPath(event, lng) {
      const { points } = arcs.get(event)!;
      const shift = lngShiftTo(points, lng);
      if (shift === 0) return points;
      return movedPaths.get(`${event} ${shift}`, () =>
        points.map(([x, y]) => [x + shift, y] as const)
      );
    }
  };
  return atlas;
});

/** How far above its place a marker's badge is, and how far apart the badges of one place are, px. */
const badgeRisePx = 24;
const badgeStepPx = 26;

/** The badges of one place form a row above it, in the order of the events, whichever of them are shown. */
function markerSlots(story: Story): Map<string, readonly [number, number]> {
  const rows = new Map<string, string[]>();
  for (const { id, geometry } of story.events) {
    if (geometry.type !== 'marker') continue;
    const row = rows.get(geometry.at);
    if (row) row.push(id);
    else rows.set(geometry.at, [id]);
  }
  return new Map(
    [...rows.values()].flatMap((row) =>
      row.map(
        (id, i) => [id, [(i - (row.length - 1) / 2) * badgeStepPx, -badgeRisePx] as const] as const
      )
    )
  );
}
