import { memoize } from '../cache.ts';
import { fitFrame } from '../camera/fit-frame.ts';
import { lengthWords, scaleBar } from '../camera/scale-bar.ts';
import type { Frame } from '../frame.ts';
import type { Point } from '../geometry/polyline.ts';
import { escapeXml } from '../markup/escape-xml.ts';
import type { Camera, LngLat, Story } from '../story/story.ts';
import { light, lightContrast } from '../theme/palette.ts';
import type { AtlasBase } from './atlas-base.ts';
import { basePaths, type BasePath } from './base-paths.ts';
import { globeDisc } from './draw-globe.ts';
import { groundUnder, isOnGlobe } from './ground.ts';
import { px } from './px.ts';

/** The frame of the outline map: 4 px are a millimetre of a sheet, across which it is 180 mm wide. */
export const outlineFrame: Frame = {
  width: 720,
  height: 400,
  padding: { top: 24, right: 24, bottom: 32, left: 24 }
};
/** Around each place there is room for a letter, px. */
const letterPx = 20;
/** Coarser than the other pictures: a pen is wider than their detail. */
const detailPx2 = 1.2;
const longestBarPx = 150;

/** How a line of the geography is drawn: thin and grey, so that what is drawn over it stands out; lengths in px. */
interface PaperLine {
  readonly color: string;
  readonly width: number;
  readonly dash?: string;
}
const paperLines: Partial<Record<BasePath['style'], PaperLine>> = {
  lake: { color: light.coast, width: 0.8 },
  river: { color: light.coast, width: 0.8 },
  border: { color: light.borderContested, width: 0.7 },
  disputed: { color: light.borderContested, width: 0.9, dash: '4 3' },
  control: { color: light.borderContested, width: 0.9, dash: '4 2 1 2' },
  coast: { color: lightContrast.coast, width: 1.3 }
};

type OutlineStory = Pick<Story, 'places' | 'projection'>;

/** The camera of a story's outline map, north up. All places of its gazetteer are in view, so a lesson's map is the story's. */
export const outlineCamera = memoize(({ places, projection }: OutlineStory): Camera =>
  fitFrame(
    places.map(({ lngLat }) => [
      { lngLat, left: letterPx, right: letterPx, top: letterPx, bottom: letterPx }
    ]),
    outlineFrame,
    projection
  )
);

/** Where a place is on a story's outline map, px of `outlineFrame`, in whichever copy of the world is in view. */
export function outlinePoint(story: OutlineStory, [lng, lat]: LngLat): Point {
  const camera = outlineCamera(story);
  const turns = Math.round((camera.center[0] - lng) / 360);
  return groundUnder(camera, outlineFrame).project([lng + 360 * turns, lat]);
}

/**
 * A blank map of a story's part of the world as a complete SVG document, to be drawn on: coasts, borders and waters in
 * thin lines on white, and a scale, without names, tints or marks.
 */
export function outlineSvg(
  story: OutlineStory & Pick<Story, 'title' | 'lang'>,
  base: AtlasBase
): string {
  const { width, height } = outlineFrame;
  const camera = outlineCamera(story);
  const ground = groundUnder(camera, outlineFrame);
  const paths = basePaths({ camera, highlights: [], groups: [] }, base, ground, detailPx2);
  const edge = isOnGlobe(ground) ? drawLine(paperLines.border, globeDisc(ground)) : '';
  const lines = edge + paths.map(({ style, data }) => drawLine(paperLines[style], data)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" xml:lang="${escapeXml(story.lang)}">` +
    `<title id="title">${escapeXml(`Outline map: ${story.title}`)}</title>` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/><g fill="none" stroke-linejoin="round">${lines}` +
    `<path stroke="${light.inkSoft}" d="M.5 .5h${width - 1}v${height - 1}H.5z"/></g>` +
    `${drawScale(camera)}</svg>\n`
  );
}

function drawLine(line: PaperLine | undefined, data: string): string {
  if (line === undefined) return '';
  const dash = line.dash === undefined ? '' : ` stroke-dasharray="${line.dash}"`;
  return `<path stroke="${line.color}" stroke-width="${line.width}"${dash} d="${data}"/>`;
}

/** The scale, on white, in the lower left corner. */
function drawScale(camera: Camera): string {
  const { widthPx, km } = scaleBar(camera, longestBarPx);
  const foot = outlineFrame.height - 12;
  return (
    `<path fill="#fff" d="M4 ${foot - 24}h${px(widthPx + 20)}v32H4z"/>` +
    `<path fill="none" stroke="${light.inkSoft}" d="M14 ${foot - 4}v5h${px(widthPx)}v-5"/>` +
    `<text x="${px(14 + widthPx / 2)}" y="${foot - 6}" text-anchor="middle" font-size="13" fill="${light.inkSoft}"` +
    ` font-family="&quot;Noto Sans&quot;,Arial,&quot;Liberation Sans&quot;,sans-serif">${lengthWords(km)}</text>`
  );
}
