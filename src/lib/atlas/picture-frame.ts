import type { Frame } from '../frame.ts';

/**
 * The map area of the pictures that stand beside the text, in print and where there is no live map. Type is
 * set for it to be still readable where the whole is shown 320 px wide.
 */
export const pictureFrame: Frame = {
  width: 380,
  height: 320,
  padding: { top: 14, right: 14, bottom: 14, left: 14 }
};
