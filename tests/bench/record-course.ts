import type { Page } from '@playwright/test';
import { light } from '../../src/lib/theme/palette.ts';
import { rgbOf } from '../../src/lib/map/hatch.ts';
import { lineWidthPx } from '../../src/lib/theme/marks.ts';
import type { Box } from '../../src/lib/frame.ts';
import type { Story } from '../../src/lib/story/story.ts';
import { stageFrame } from '../../src/lib/plate/stage-frame.ts';
import { viewAt, type View } from '../../src/lib/view.ts';
import type { Course, CourseArc } from './pages/course.ts';

/** What a reading page shows along its scroll, so that a baseline page can show the same. */
export interface Recorded {
  readonly course: Course;
  readonly plate: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Scrolls a reading page whose map is idle, notes its positions, and computes the View at each. */
export async function recordCourse(page: Page, story: Story, stepPx: number): Promise<Recorded> {
  const { heightPx, positions, boxes } = await page.evaluate(readPage, stepPx);
  const frame = stageFrame(boxes.plate, boxes.opening, boxes.caption);
  const arcs: CourseArc[] = [];
  const arcIds = new Map<string, number>();
  const sets: number[][] = [];
  const setIds = new Map<string, number>();
  const setOf = (view: View): number => {
    const ids = view.arcs.map(({ event, path }) => {
      const id = arcIds.get(event.id) ?? arcs.length;
      if (id === arcs.length) {
        arcIds.set(event.id, id);
        arcs.push({ path, color: rgbOf(light.hues[event.kind.hue]), widthPx: lineWidthPx });
      }
      return id;
    });
    const set = setIds.get(ids.join()) ?? sets.length;
    if (set === sets.length) {
      setIds.set(ids.join(), set);
      sets.push(ids);
    }
    return set;
  };
  const views = positions.map((position) => viewAt(story, position, frame));
  return {
    course: {
      heightPx,
      stepPx,
      cameras: views.map(({ camera }) => camera),
      setAt: views.map(setOf),
      steps: story.steps.map((_, step) => {
        const view = viewAt(story, step, frame);
        return { camera: view.camera, set: setOf(view) };
      }),
      sets,
      arcs
    },
    plate: {
      left: boxes.plate.left,
      top: boxes.plate.top,
      width: boxes.plate.right - boxes.plate.left,
      height: boxes.plate.bottom - boxes.plate.top
    }
  };
}

/** Runs in the page. */
async function readPage(stepPx: number): Promise<{
  heightPx: number;
  positions: number[];
  boxes: Record<'plate' | 'opening' | 'caption', Box>;
}> {
  const boxOf = (selector: string): Box => {
    const { left, top, right, bottom } = document.querySelector(selector)!.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  scrollTo({ top: 0, behavior: 'instant' });
  const boxes = {
    plate: boxOf('.plate'),
    opening: boxOf('.opening'),
    caption: boxOf('.caption')
  };
  const { scrollHeight } = document.documentElement;
  const stage = document.querySelector<HTMLElement>('[data-position]')!;
  const positions: number[] = [];
  for (let top = 0; top <= scrollHeight - innerHeight + stepPx; top += stepPx) {
    scrollTo({ top, behavior: 'instant' });
    // Scroll events, on which the page writes its position, come before the frame's callbacks.
    await new Promise(requestAnimationFrame);
    positions.push(Number(stage.dataset.position));
  }
  scrollTo({ top: 0, behavior: 'instant' });
  return { heightPx: scrollHeight, positions, boxes };
}
