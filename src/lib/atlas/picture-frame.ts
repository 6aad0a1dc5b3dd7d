import type { Frame } from '../frame.ts';

/**
 * The frame of the pictures beside the text, in print and where there is no live map. Type sized for it is still
 * legible when the whole picture is shown 320 px wide.
 */
export const pictureFrame: Frame = {
  width: 380,
  height: 320,
  padding: { top: 14, right: 14, bottom: 14, left: 14 }
};
