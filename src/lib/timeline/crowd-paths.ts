import { shortForm, type ShortForm } from './short-form.ts';
import type { MarkLine } from './time-marks.ts';

/** From this many events on, those that are not on the map are drawn together: no reader can tell them apart. */
export const crowdedFrom = 150;

/** All lines of one form as one path, px. */
export interface CrowdPath {
  readonly form: ShortForm;
  readonly d: string;
}

/** Many lines as a few paths, one for each form. */
export function crowdPaths(lines: readonly MarkLine[]): CrowdPath[] {
  const paths = new Map<string, { form: ShortForm; parts: string[] }>();
  for (const { mark, x1, y1, x2, y2 } of lines) {
    const form = shortForm(mark.event.certainty, Math.round(Math.hypot(x2 - x1, y2 - y1)));
    const key = form.dash.join(' ');
    const path = paths.get(key) ?? { form, parts: [] };
    paths.set(key, path);
    path.parts.push(`M${tenths(x1)} ${tenths(y1)}L${tenths(x2)} ${tenths(y2)}`);
  }
  return [...paths.values()].map(({ form, parts }) => ({ form, d: parts.join('') }));
}

function tenths(px: number): number {
  return Math.round(px * 10) / 10;
}
