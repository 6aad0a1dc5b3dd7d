import type { Frame } from '../frame.ts';

/**
 * Usual sizes of the stage, from a phone to a wide screen: what a step shows in any of them lies within its ground
 * picture; one is a frame in an article's column.
 */
export const usualStages: readonly Frame[] = [
  { width: 360, height: 300, padding: { top: 14, right: 14, bottom: 14, left: 14 } },
  { width: 768, height: 446, padding: { top: 20, right: 20, bottom: 20, left: 20 } },
  { width: 640, height: 300, padding: { top: 17, right: 17, bottom: 17, left: 17 } },
  { width: 1366, height: 768, padding: { top: 35, right: 35, bottom: 131, left: 575 } },
  { width: 1920, height: 1080, padding: { top: 44, right: 44, bottom: 150, left: 652 } },
  { width: 2560, height: 1080, padding: { top: 44, right: 44, bottom: 150, left: 652 } }
];

/** That of a laptop, which sets the scale of a step's ground picture. */
export const referenceStage = usualStages[3]!;
