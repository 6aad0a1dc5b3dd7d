import sharp, { type Sharp } from 'sharp';
import type { CardPicture } from '../atlas/card-svg.ts';
import { stagedIn } from '../story/media-in.ts';
import type { Step, Story } from '../story/story.ts';
import { light } from '../theme/palette.ts';
import { mediumPath } from './find-medium.ts';

interface Size {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

/**
 * What a card shows of a step whose medium takes the map's place: the picture, what stands for a video, or a comparison
 * with its divider in the middle; null where the step has none.
 */
export async function stagedPicture(
  story: Story,
  { id, html }: Step,
  size: Size
): Promise<CardPicture | null> {
  const figure = stagedIn(html);
  if (figure === undefined) return null;
  const shown = story.media.filter(
    ({ step, picture }) => step === id && picture && figure.includes(picture.address)
  );
  const [first, second] = await Promise.all(
    shown.map(({ kind, address, picture }) =>
      fitted(story, kind === 'image' ? address : picture!.address, size)
    )
  );
  if (first === undefined) return null;
  const jpeg = await (second === undefined ? sharp(first) : divided(first, second, size))
    .jpeg({ quality: 90, mozjpeg: true })
    .toBuffer();
  return {
    href: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
    ...size,
    credit: [...new Set(shown.map(({ credit, licence }) => `${credit} · ${licence}`))].join('; ')
  };
}

/** A picture as large as a size lets it be, on paper. */
async function fitted(part: Story, address: string, { width, height }: Size): Promise<Buffer> {
  return sharp(mediumPath(part, address))
    .resize(width, height, { fit: 'contain', background: light.paper })
    .png()
    .toBuffer();
}

/** The left half of one picture before the right half of another. */
function divided(before: Buffer, after: Buffer, { width, height }: Size): Sharp {
  const half = Math.round(width / 2);
  const channels = 3 as const;
  const divider = { create: { width: 4, height, channels, background: light.card } };
  return sharp(after).composite([
    { input: before, left: half - width, top: 0 },
    { input: divider, left: half - 2, top: 0 }
  ]);
}
