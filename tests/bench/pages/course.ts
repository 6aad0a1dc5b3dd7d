import type { GroundFiles } from '../../../src/lib/map/geo-files.ts';
import type { Camera } from '../../../src/lib/story/story.ts';

/** What a page needs for its first picture; it stands in the page. */
export interface Opening {
  readonly geoBase: string;
  readonly ground: GroundFiles;
  readonly camera: Camera;
  /** The map in the window, px. */
  readonly plate: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** Where the course lies. */
  readonly course: string;
}

/** A line on the map: colours 0 to 255. */
export interface CourseArc {
  readonly path: readonly (readonly [number, number])[];
  readonly color: readonly [number, number, number];
  readonly widthPx: number;
}

/** What the map shows along the whole scroll. */
export interface Course {
  readonly heightPx: number;
  readonly stepPx: number;
  /** The camera at every multiple of `stepPx` from the top. */
  readonly cameras: readonly Camera[];
  /** The arcs there, as an index into `sets`. */
  readonly sets: readonly (readonly number[])[];
  readonly setAt: readonly number[];
  readonly arcs: readonly CourseArc[];
  /** By step: its camera at rest and the index of its set of arcs. */
  readonly steps: readonly { readonly camera: Camera; readonly set: number }[];
}

/** The opening that stands in this page. */
export function readOpening(): Opening {
  return JSON.parse(document.getElementById('opening')!.textContent) as Opening;
}

export async function fetchCourse({ course }: Opening): Promise<Course> {
  return (await (await fetch(course)).json()) as Course;
}
