import { pictureFrame } from '$lib/atlas/picture-frame.ts';
import { pathOf, pixelsOf, weightPx, type Stroke } from '$lib/present/drawing.ts';
import type { Palette } from '$lib/theme/palette.ts';
import type { Story } from '$lib/story/story.ts';
import { viewAt } from '$lib/view.ts';

/** How many px of the PNG a px of the step's picture becomes. */
const scale = 3;

/**
 * A step's picture with what was drawn at the step, as a PNG. The picture has a camera of its own; the strokes
 * lie in it where they lie on the map.
 *
 * @param picture the address of the step's picture
 * @throws Error naming the picture, where it cannot be loaded or drawn
 */
export async function drawingPng(
  story: Story,
  stepIndex: number,
  strokes: readonly Stroke[],
  picture: string,
  palette: Palette
): Promise<Blob> {
  const image = new Image();
  image.src = picture;
  try {
    await image.decode();
  } catch (cause) {
    throw new Error(`${picture}: expected a picture`, { cause });
  }
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('expected a canvas to draw on, got none');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  // Nothing is drawn over the key below the map.
  context.beginPath();
  context.rect(0, 0, pictureFrame.width, pictureFrame.height);
  context.clip();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const view = viewAt(story, stepIndex, pictureFrame);
  for (const { pen, weight, points } of strokes) {
    const path = new Path2D(pathOf(pixelsOf(view, points)));
    for (const [color, width] of [
      [palette.card, weightPx[weight] + 2],
      [palette[pen], weightPx[weight]]
    ] as const) {
      context.strokeStyle = color;
      // The pen is thinner here because the picture is smaller than a screen's map.
      context.lineWidth = width / 2;
      context.stroke(path);
    }
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`${picture}: expected a PNG of it, got none`));
    }, 'image/png');
  });
}
