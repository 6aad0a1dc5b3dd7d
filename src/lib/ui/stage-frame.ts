import type { Box, Frame } from '../frame.ts';

/** Air between what is framed and the edges of the free part, px. */
const airPx = 18;

/**
 * The frame of a map plate that a text column may cover from its left and a caption from below (boxes in px
 * of the window). A column as wide as the plate stands below it and covers nothing.
 */
export function stageFrame(plate: Box, column: Box, caption: Box): Frame {
  const width = Math.max(1, Math.round(plate.right - plate.left));
  const height = Math.max(1, Math.round(plate.bottom - plate.top));
  const beside = column.right - column.left < 0.75 * width;
  return {
    width,
    height,
    padding: {
      top: airPx,
      right: airPx,
      bottom: airPx + Math.min(height / 2, Math.max(0, Math.round(plate.bottom - caption.top))),
      left: airPx + (beside ? Math.max(0, Math.round(column.right - plate.left)) : 0)
    }
  };
}
