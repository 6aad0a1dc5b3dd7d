import type { Box, Frame } from '$lib/frame.ts';

/** The margin between what is framed and the edges of the free part, px: a share of the plate's shorter side. */
export function marginPx(width: number, height: number): number {
  return Math.round(Math.min(44, Math.max(14, 0.045 * Math.min(width, height))));
}

/** Whether the map is above the text, not behind it: its caption is then below the map, not over it. */
export function isStacked(plate: Box, caption: Box): boolean {
  return caption.top >= plate.bottom - 1;
}

/**
 * The frame of a map plate that a text column may cover from the left and a caption from below; boxes are in px of the
 * window. Where the map is above the text, they do not; where there is no caption, it is null. `covering` is what else
 * stands on it.
 */
export function stageFrame(
  plate: Box,
  column: Box,
  caption: Box | null,
  covering: readonly Box[] = []
): Frame {
  const width = Math.max(1, Math.round(plate.right - plate.left));
  const height = Math.max(1, Math.round(plate.bottom - plate.top));
  const margin = marginPx(width, height);
  const stacked = caption !== null && isStacked(plate, caption);
  const captionTop = caption?.top ?? plate.bottom;
  const below = Math.min(height / 2, Math.max(0, Math.round(plate.bottom - captionTop)));
  const beside = Math.max(0, Math.round(column.right - plate.left));
  return {
    width,
    height,
    padding: {
      top: margin,
      right: margin,
      bottom: margin + (stacked ? 0 : below),
      left: margin + (stacked ? 0 : beside)
    },
    ...(covering.length > 0 && {
      covered: covering.map(({ left, top, right, bottom }) => ({
        left: Math.floor(left - plate.left),
        top: Math.floor(top - plate.top),
        right: Math.ceil(right - plate.left),
        bottom: Math.ceil(bottom - plate.top)
      }))
    })
  };
}
