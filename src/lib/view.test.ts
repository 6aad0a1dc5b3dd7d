import fc from 'fast-check';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../cli/read-stories.ts';
import { viewportOf } from './camera/camera.ts';
import { nearLng, wrapLng } from './geometry/date-line.ts';
import { contains, freePart, overlaps, type Box } from './frame.ts';
import { labelBox } from './labels/place-labels.ts';
import { placesOf } from './picture/step-picture.ts';
import { parseStory } from './parse/parse-story.ts';
import { certainties, type LngLat } from './story/story.ts';
import { openingPosition, viewAt, type Frame, type View } from './view.ts';

const root = resolve(import.meta.dirname, '../..');
const world = readWorld();
const stories = ['src/stories', 'tests/stories'].flatMap((directory) =>
  readStoryFolders(resolve(root, directory)).map((folder) => parseStory(folder, world))
);
const story = stories.find(({ slug }) => slug === 'russia-iran-2015')!;

/** The stage on the reading page in a window of that size; the browser tests hold the page to these. */
const frames: Record<string, Frame> = {
  '360×740': { width: 360, height: 303, padding: { top: 14, right: 14, bottom: 14, left: 14 } },
  '768×1024': { width: 768, height: 445, padding: { top: 20, right: 20, bottom: 20, left: 20 } },
  '1366×768': { width: 1366, height: 768, padding: { top: 35, right: 35, bottom: 189, left: 575 } },
  '1920×1080': {
    width: 1920,
    height: 1080,
    padding: { top: 44, right: 44, bottom: 198, left: 652 }
  }
};

const inside = (frame: Frame, air = 0.5): Box => {
  const { left, top, right, bottom } = freePart(frame);
  return { left: left - air, top: top - air, right: right + air, bottom: bottom + air };
};

function projector({ camera, frame }: View) {
  const viewport = viewportOf(camera, frame);
  return ([lng, lat]: LngLat): Box => {
    const [x, y] = viewport.project([nearLng(lng, camera.center[0]), lat]);
    return { left: x!, right: x!, top: y!, bottom: y! };
  };
}

describe('viewAt(story, position, frame)', () => {
  for (const [size, frame] of Object.entries(frames)) {
    describe(`at ${size}`, () => {
      it('stands all that a step looks at and shows in the free part', () => {
        for (const told of stories) {
          told.steps.forEach((step, k) => {
            if (step.look.type === 'camera') return;
            const view = viewAt(told, k, frame);
            const project = projector(view);
            const looked = step.look;
            const corners = [
              ...told.geography.countries.filter(({ code }) => looked.countries.includes(code)),
              ...told.geography.groups.filter(({ id }) => looked.groups.includes(id))
            ].flatMap(({ bounds: [west, south, east, north] }): LngLat[] => {
              const middle = view.camera.center[0];
              const shift = nearLng((west + east) / 2, middle) - (west + east) / 2;
              return [west, east].flatMap((lng) =>
                [south, north].map((lat): LngLat => [lng + shift, lat])
              );
            });
            const places = told.places.filter(({ id }) => looked.places.includes(id));
            const shown = view.arcs.filter(({ event }) => step.show.includes(event.id));
            const marks = view.markers.filter(({ event }) => step.show.includes(event.id));
            const points = [
              ...corners,
              ...places.map(({ lngLat }) => lngLat),
              ...shown.flatMap(({ path }) => path),
              ...marks.map(({ lngLat }) => lngLat)
            ];
            expect(points.length, step.id).toBeGreaterThan(0);
            for (const point of points) {
              expect(contains(inside(frame), project(point)), `${step.id} ${point}`).toBe(true);
            }
            for (const { badge, event } of [...shown, ...marks]) {
              const [x, y] = badge!;
              const box = { left: x - 13, right: x + 13, top: y - 13, bottom: y + 13 };
              expect(contains(inside(frame), box), `badge of ${event.id} in ${step.id}`).toBe(true);
            }
          });
        }
      });

      it('labels every place that the passage is about, and every arc it shows', () => {
        for (const told of stories) {
          told.steps.forEach((step, k) => {
            const view = viewAt(told, k, frame);
            const labelled = new Set(view.labels.map(({ id }) => id));
            for (const { event } of view.arcs) {
              if (!step.show.includes(event.id)) continue;
              expect(labelled, `${step.id} at ${size}`).toContain(`arc ${event.id}`);
              for (const id of placesOf(event)) expect(labelled).toContain(`place ${id}`);
            }
          });
        }
      });

      it('lets no two labels overlap, and none leave the free part', () => {
        for (const told of stories) {
          told.steps.forEach((step, k) => {
            const boxes = viewAt(told, k, frame).labels.map((label) => ({
              id: label.id,
              ...labelBox(label)
            }));
            boxes.forEach((box, i) => {
              expect(contains(inside(frame), box), `${box.id} in ${step.id}`).toBe(true);
              for (const other of boxes.slice(i + 1)) {
                expect(overlaps(box, other), `${box.id} and ${other.id} in ${step.id}`).toBe(false);
              }
            });
          });
        }
      });
    });
  }

  it('is the same picture however often and in whatever order it is asked for', () => {
    const frame = frames['1366×768']!;
    const fresh = JSON.stringify(viewAt(structuredClone(story), 7.3, frame));
    for (const position of [29, 0, 7.9, 7.3]) viewAt(story, position, frame);
    for (const size of Object.values(frames)) viewAt(story, 7.3, size);
    expect(JSON.stringify(viewAt(story, 7.3, frame))).toBe(fresh);
  });

  it('has no jump of the camera anywhere in the story', () => {
    const frame = frames['360×740']!;
    for (let position = 0; position < story.steps.length - 1; position += 0.01) {
      const [a, b] = [
        viewAt(story, position, frame).camera,
        viewAt(story, position + 0.01, frame).camera
      ];
      expect(Math.abs(b.zoom - a.zoom)).toBeLessThan(0.15);
      expect(Math.abs(wrapLng(b.center[0] - a.center[0]))).toBeLessThan(2.5);
    }
  });

  it('draws an arc from its start to its end as the step arrives, and never back', () => {
    const frame = frames['360×740']!;
    const k = story.steps.findIndex(({ show }) => show.includes('shoigu-tehran'));
    const drawn = Array.from({ length: 50 }, (_, i) => {
      const arc = viewAt(story, k - 1 + i / 49, frame).arcs.find(
        ({ event }) => event.id === 'shoigu-tehran'
      );
      return arc?.drawn ?? 0;
    });
    expect(drawn[0]).toBe(0);
    expect(drawn.at(-1)).toBe(1);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    expect(drawn.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(10);
  });

  it('holds a position outside the story to its ends, and nonsense to its first step', () => {
    const frame = frames['360×740']!;
    expect(viewAt(story, -3, frame)).toEqual(viewAt(story, openingPosition, frame));
    expect(viewAt(story, 99, frame).position).toBe(story.steps.length - 1);
    expect(viewAt(story, Number.NaN, frame)).toEqual(viewAt(story, 0, frame));
  });

  it('stands still but for a fade at the midpoint where motion is reduced', () => {
    const frame = frames['1366×768']!;
    fc.assert(
      fc.property(fc.double({ min: 0, max: story.steps.length - 1, noNaN: true }), (position) => {
        const view = viewAt(story, position, frame, { reducedMotion: true });
        expect(view.camera).toEqual(viewAt(story, Math.floor(position + 0.5), frame).camera);
        expect(view.arcs.every(({ drawn }) => drawn === 1)).toBe(true);
      })
    );
    expect(viewAt(story, 4.5, frame, { reducedMotion: true }).fade).toBe(0);
    expect(viewAt(story, 4.2, frame, { reducedMotion: true }).fade).toBe(1);
  });

  it('frames each of the five theatres', () => {
    const looks = story.steps.flatMap(({ look }) =>
      look.type === 'fit' ? [[...look.places, ...look.countries, ...look.groups]] : []
    );
    for (const theatre of [
      ['moscow'],
      ['tehran', 'IRN'],
      ['SYR', 'damascus', 'hmeimim'],
      ['ISR'],
      ['GCC']
    ]) {
      expect(looks.some((look) => theatre.some((id) => look.includes(id)))).toBe(true);
    }
  });

  it('leaves out the events of other certainties, and moves no camera for it', () => {
    const frame = frames['1366×768']!;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: story.steps.length - 1, noNaN: true }),
        fc.subarray([...certainties], { minLength: 1 }),
        (position, asked) => {
          const all = viewAt(story, position, frame);
          const some = viewAt(story, position, frame, { certainties: new Set(asked) });
          expect(some.camera).toEqual(all.camera);
          const ids = ({ arcs, markers }: View) => [...arcs, ...markers].map(({ event }) => event);
          expect(ids(some)).toEqual(ids(all).filter(({ certainty }) => asked.includes(certainty)));
        }
      ),
      { numRuns: 60 }
    );
  });
});
