import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Box } from './policy.ts';
import { fadeOut, mercatorY } from './relief.ts';

/** A picture of relief and what it covers; east exceeds 180 across the date line. */
export interface ReliefPart {
  readonly webp: Uint8Array;
  readonly bounds: Box;
}

/** The world's relief as `drawRelief` draws it, without fading out. */
export const worldRelief: {
  readonly bounds: Box;
  readonly widthPx: number;
  readonly quality: number;
} = {
  bounds: [-180, -85, 180, 85],
  widthPx: 8192,
  quality: 50
};
const worldReliefFile = fileURLToPath(new URL('./world-relief.webp', import.meta.url));

/** Around a box there is relief for this share of its width and height, where it fades out. */
const marginShare = 0.1;
/** As many px as the theatre's relief has, about: what a phone can shade. */
const mostPx = 4_000_000;
const quality = 35;

/** Cuts the relief of some boxes out of the world's, each with ground around it in which it fades out. */
export async function cutRelief(boxes: readonly Box[]): Promise<ReliefPart[]> {
  const covered = boxes.map(withMargin);
  const areas = covered.map(areaOf);
  const total = areas.reduce((sum, { width, height }) => sum + width * height, 0);
  const scale = Math.min(1, Math.sqrt(mostPx / total));
  return Promise.all(
    covered.map(async (bounds, i) => ({ webp: await cutPicture(areas[i]!, scale), bounds }))
  );
}

/** A part of the world's picture, px; the left may lie beyond its right edge, across the date line. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function withMargin([west, south, east, north]: Box): Box {
  const [across, along] = [(east - west) * marginShare, (north - south) * marginShare];
  const round = east - west + 2 * across >= 360;
  const [, least, , most] = worldRelief.bounds;
  const bounds: Box = [
    round ? -180 : west - across,
    Math.max(least, south - along),
    round ? 180 : east + across,
    Math.min(most, north + along)
  ];
  return bounds.map((degrees) => Math.round(degrees)) as unknown as Box;
}

function areaOf([west, south, east, north]: Box): Area {
  const pxPerDegree = worldRelief.widthPx / 360;
  const top = mercatorY(worldRelief.bounds[3]);
  const row = (lat: number): number =>
    Math.round(((top - mercatorY(lat)) * worldRelief.widthPx) / (2 * Math.PI));
  const left = Math.round((west + 180) * pxPerDegree);
  return {
    left,
    top: row(north),
    width: Math.round((east + 180) * pxPerDegree) - left,
    height: row(south) - row(north)
  };
}

async function cutPicture(area: Area, scale: number): Promise<Uint8Array> {
  const whole = await greyAcross(area);
  const [width, height] = [area.width, area.height].map((px) => Math.round(px * scale)) as [
    number,
    number
  ];
  const grey = await sharp(whole, {
    raw: { width: area.width, height: area.height, channels: 1 }
  })
    .resize(width, height)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return sharp(fadeOut(grey, width, height), { raw: { width, height, channels: 2 } })
    .webp({ quality, effort: 6 })
    .toBuffer();
}

/** The greys of an area, row by row; what lies beyond an edge of the picture is taken from the other side. */
async function greyAcross({ left, top, width, height }: Area): Promise<Uint8Array> {
  const { widthPx } = worldRelief;
  const start = ((left % widthPx) + widthPx) % widthPx;
  const first = Math.min(width, widthPx - start);
  const cut = async (from: number, wide: number): Promise<Uint8Array> =>
    wide === 0
      ? new Uint8Array()
      : sharp(worldReliefFile)
          .extract({ left: from, top, width: wide, height })
          .toColourspace('b-w')
          .raw()
          .toBuffer();
  const [near, far] = [await cut(start, first), await cut(0, width - first)];
  const joined = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    joined.set(near.subarray(row * first, (row + 1) * first), row * width);
    joined.set(
      far.subarray(row * (width - first), (row + 1) * (width - first)),
      row * width + first
    );
  }
  return joined;
}
