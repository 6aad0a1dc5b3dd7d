import { distance } from '@turf/distance';
import { viewportOf } from '../../camera/camera.ts';
import { freePart, type Frame } from '../../frame.ts';
import { nearLng } from '../../geometry/date-line.ts';
import { placesElsewhere } from '../../picture/step-camera.ts';
import { restingCamera } from '../../picture/step-flight.ts';
import { eventsNamed, storyIndex } from '../../story/story-index.ts';
import type { Place, Story } from '../../story/story.ts';
import { show, type Report } from '../fault.ts';

/** The stages that most readers have: a laptop's, with the text beside the map, and a phone's, with the text below. */
const frames: readonly Frame[] = [
  { width: 1280, height: 800, padding: { top: 60, right: 16, bottom: 96, left: 500 } },
  { width: 390, height: 422, padding: { top: 16, right: 16, bottom: 80, left: 16 } }
];

/**
 * Warns of events that a step shows and whose ends its look leaves outside the frame, on one of those stages; not on a
 * globe. `lines` are those of the steps' map blocks.
 */
export function checkFrames(story: Story, lines: readonly number[], warn: Report): void {
  // What frames a globe is loaded later, and only where a page needs it.
  if (story.projection === 'globe') return;
  const { places } = storyIndex(story);
  for (const [index, step] of story.steps.entries()) {
    const { look } = step;
    const elsewhere = placesElsewhere(story, look.type === 'fit' ? look : nothing);
    for (const event of eventsNamed(story, step.show)) {
      const [far] = elsewhere(event)
        .map((id) => ({ id, km: kmOutside(story, index, places.get(id)!) }))
        .sort((a, b) => b.km - a.km);
      if (!far || far.km === 0) continue;
      const km = Math.max(1, Math.round(far.km)).toLocaleString('en');
      const hint = look.type === 'fit' ? 'add it to look' : 'move the camera, or zoom out';
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

const nothing = { type: 'fit', places: [], countries: [], groups: [], shapes: [] } as const;

/** How far a place lies outside what a step shows, km, on the stage where it is farthest; 0 where none leaves it out. */
function kmOutside(story: Story, step: number, { lngLat: [lng, lat] }: Place): number {
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
