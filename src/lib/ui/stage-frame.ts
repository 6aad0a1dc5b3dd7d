import type { Box, Frame } from '../frame.ts';

/** Air between what is framed and the edges of the free part: a share of the plate's shorter side, px. */
function airPx(width: number, height: number): number {
  return Math.round(Math.min(44, Math.max(14, 0.045 * Math.min(width, height))));
}

/**
 * The frame of a map plate that a text column may cover from its left and a caption from below (boxes in px
 * of the window). A column as wide as the plate stands below it and covers nothing.
 */
export function stageFrame(plate: Box, column: Box, caption: Box): Frame {
  const width = Math.max(1, Math.round(plate.right - plate.left));
  const height = Math.max(1, Math.round(plate.bottom - plate.top));
  const air = airPx(width, height);
  const beside = column.right - column.left < 0.75 * width;
  return {
    width,
    height,
    padding: {
      top: air,
      right: air,
      bottom: air + Math.min(height / 2, Math.max(0, Math.round(plate.bottom - caption.top))),
      left: air + (beside ? Math.max(0, Math.round(column.right - plate.left)) : 0)
    }
  };
}
