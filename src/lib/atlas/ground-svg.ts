import { memoize } from '../cache.ts';
import type { Story } from '../story/story.ts';
import { openingPosition, stepAt, viewAt, type View } from '../view.ts';
import { escapeXml } from '../markup/escape-xml.ts';
import type { AtlasBase } from './atlas-base.ts';
import { basePaths } from './base-paths.ts';
import { colorSheet, inPageColors } from './colors.ts';
import { baseDefs, drawBase } from './draw-base.ts';
import { groundPicture, openingGroundId } from './ground-picture.ts';
import { groundUnder } from './ground.ts';

/** Coarser than the other pictures: it is shown only until the live map is there, or where the reader saves data. */
const detailPx2 = 1.6;

/**
 * A step's geography as a complete SVG document, wide enough for any usual stage, without labels, arcs or marks.
 * The page places it where its stage's camera has it and draws the rest itself. Lines keep their width at any size.
 */
export function groundSvg(story: Story, index: number, base: AtlasBase): string {
  return groundOf(groundView(story, index), stepAt(story, index).title, base);
}

/** The geography of any View, as `groundSvg` draws that of a step. */
export function groundOf(view: View, title: string, base: AtlasBase): string {
  const { width, height } = view.frame;
  const drawn = drawGround(view, base);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="none">` +
    `<title>${escapeXml(title)}</title>` +
    `<style>path{vector-effect:non-scaling-stroke}${colorSheet(drawn)}</style>${drawn}</svg>\n`
  );
}

/**
 * A page with the opening's ground picture inlined at its end, if the page uses it: after the text, which it does
 * not delay, and yet there by the first frame. A file of its own would be requested late and parsed as a document
 * of its own.
 */
export function withOpeningGround(html: string, story: Story, base: () => AtlasBase): string {
  if (!html.includes(` href="#${openingGroundId}"`)) return html;
  const svg = openingSvg(base())(story);
  return html.replace('</body>', () => `${svg}</body>`);
}

const openingSvg = memoize((base: AtlasBase) =>
  memoize(
    (story: Story) =>
      `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><g id="${openingGroundId}">` +
      inPageColors(drawGround(groundView(story, openingPosition), base)).replaceAll(
        '<path ',
        '<path vector-effect="non-scaling-stroke" '
      ) +
      `</g></svg>`
  )
);

function groundView(story: Story, index: number): View {
  const { camera, width, height } = groundPicture(story, index);
  const frame = { width, height, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
  return viewAt(story, index, frame, { camera });
}

function drawGround(view: View, base: AtlasBase): string {
  const { camera, frame } = view;
  const ground = groundUnder(camera, frame);
  const paths = basePaths(view, base, ground, detailPx2);
  return `<defs>${baseDefs}</defs>${drawBase(paths, camera.zoom, ground, frame)}`;
}
