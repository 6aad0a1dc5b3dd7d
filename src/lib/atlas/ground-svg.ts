import type { Story } from '../story/story.ts';
import { viewAt } from '../view.ts';
import type { AtlasBase } from './atlas-base.ts';
import { basePaths } from './base-paths.ts';
import { colorSheet, fill } from './colors.ts';
import { baseDefs, drawBase } from './draw-base.ts';
import { groundPicture } from './ground-picture.ts';
import { Ground } from './ground.ts';
import { escapeXml } from './xml.ts';

/** Stands only until the live map is there, or where bytes are dear: coarser than the other pictures. */
const detailPx2 = 1.6;

/**
 * A step's geography alone as a whole SVG document, wide enough for any usual stage, without names, lines or
 * marks: the page lays it where its stage's camera has it and draws the rest itself. Lines are as thin at any
 * size.
 */
export function groundSvg(story: Story, index: number, base: AtlasBase): string {
  const { camera, width, height } = groundPicture(story, index);
  const frame = { width, height, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
  const view = viewAt(story, index, frame, { camera });
  const paths = basePaths(view, base, new Ground(camera, frame), detailPx2);
  const body =
    `<path class="${fill('sea')}" d="M0 0h${width}v${height}H0z"/>` + drawBase(paths, camera.zoom);
  const defs = `<defs>${baseDefs}</defs>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="none">` +
    `<title>${escapeXml(story.steps[index]!.title)}</title>` +
    `<style>path{vector-effect:non-scaling-stroke}${colorSheet(defs + body)}</style>${defs}${body}</svg>\n`
  );
}
