import { distance } from '@turf/distance';
import { viewportOf } from '../../camera/camera.ts';
import { freePart, type Frame } from '../../frame.ts';
import { nearLng } from '../../geometry/date-line.ts';
import { placesElsewhere } from '../../picture/step-camera.ts';
import { restingCamera } from '../../picture/step-flight.ts';
import { eventsNamed, storyIndex } from '../../story/story-index.ts';
import { shapePoints } from '../../story/shape-points.ts';
import type { Place, Shape, Story } from '../../story/story.ts';
import { show, type Report } from '../fault.ts';

/** The stages that most readers have: a laptop's, with the text beside the map, and a phone's, with the text below. */
const frames: readonly Frame[] = [
  { width: 1280, height: 800, padding: { top: 60, right: 16, bottom: 96, left: 500 } },
  { width: 390, height: 422, padding: { top: 16, right: 16, bottom: 80, left: 16 } }
];

/**
 * Warns of events that a step shows and whose ends its look leaves outside the frame, on one of those stages, and of what
 * layers have wholly outside it; not on a globe. `lines` are those of the steps' map blocks.
 */
export function checkFrames(story: Story, lines: readonly number[], warn: Report): void {
  // What frames a globe is loaded later, and only where a page needs it.
  if (story.projection === 'globe') return;
  const { places } = storyIndex(story);
  for (const [index, step] of story.steps.entries()) {
    const { look } = step;
    const elsewhere = placesElsewhere(story, look.type === 'fit' ? look : nothing);
    for (const event of eventsNamed(story, step.show)) {
      if (event.geometry.type === 'shape') {
        const km = kmAway(story, index, event.geometry);
        if (km === 0) continue;
        const hint = km > suspectKm ? ' (are its coordinates right, longitude first?)' : '';
        const expected = `what layers has should be in the frame: this is ${words(km)} km outside it${hint}`;
        const where = `step ${show(step.id)}`;
        warn({ file: 'story.md', line: lines[index]!, where, expected, got: show(event.id) });
        continue;
      }
      const [far] = elsewhere(event)
        .map((id) => ({ id, km: kmOutside(story, index, places.get(id)!) }))
        .sort((a, b) => b.km - a.km);
      if (!far || far.km === 0) continue;
      const km = words(far.km);
      const hint =
        far.km > suspectKm
          ? 'are its coordinates right, longitude first?'
          : look.type === 'fit'
            ? 'add it to look'
            : 'move the camera, or zoom out';
      warn({
        file: 'story.md',
        line: lines[index]!,
        where: `step ${show(step.id)}`,
        expected: `the places of what show draws should be in the frame: ${show(far.id)} is ${km} km outside it (${hint})`,
        got: show(event.id)
      });
    }
  }
}

function words(km: number): string {
  return Math.max(1, Math.round(km)).toLocaleString('en');
}

/** What is so far away was hardly meant to be seen in the same frame, km. */
const suspectKm = 5000;

const nothing = { type: 'fit', places: [], countries: [], groups: [], shapes: [] } as const;

/** So many corners of a shape tell where it is. */
const mostCorners = 100;

/** How far all of a shape lies outside what a step shows, km; 0 where some of it is in view. */
function kmAway(story: Story, step: number, shape: Shape): number {
  const points = shapePoints(shape);
  const [lng, lat] = restingCamera(story, step, frames[0]!).center;
  const [lngs, lats] = [points.map(([x]) => nearLng(x, lng)), points.map(([, y]) => y)];
  const isAround =
    Math.min(...lngs) <= lng &&
    lng <= Math.max(...lngs) &&
    Math.min(...lats) <= lat &&
    lat <= Math.max(...lats);
  if (isAround) return 0;
  const stride = Math.ceil(points.length / mostCorners);
  const some = points.filter((_, i) => i % stride === 0);
  return Math.min(...some.map((lngLat) => kmOutside(story, step, { lngLat })));
}

/** How far a place lies outside what a step shows, km, on the stage where it is farthest; 0 where none leaves it out. */
function kmOutside(
  story: Story,
  step: number,
  { lngLat: [lng, lat] }: Pick<Place, 'lngLat'>
): number {
  return Math.max(
    ...frames.map((frame) => {
      const camera = restingCamera(story, step, frame);
      const viewport = viewportOf(camera, frame);
      const near: [number, number] = [nearLng(lng, camera.center[0]), lat];
      const [x, y] = viewport.project(near) as [number, number];
      const free = freePart(frame);
      const edge = [
        Math.min(free.right, Math.max(free.left, x)),
        Math.min(free.bottom, Math.max(free.top, y))
      ] as const;
      if (edge[0] === x && edge[1] === y) return 0;
      return distance(near, viewport.unproject([...edge]) as [number, number]);
    })
  );
}
