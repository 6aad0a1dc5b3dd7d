import type { Box } from '../../frame.ts';
import type { Point } from '../../geometry/polyline.ts';
import { escapeXml } from '../../markup/escape-xml.ts';
import type { Story } from '../../story/story.ts';
import type { AtlasBase } from '../atlas-base.ts';
import { describePicture } from '../describe-picture.ts';
import { pathData } from '../path-data.ts';
import { px } from '../px.ts';
import { brailleMm, drawBraille } from './braille.ts';
import { drawEventLine } from './event-line.ts';
import type { Outline } from './smooth-outline.ts';
import { tactileMm } from './tactile-forms.ts';
import { isWithin } from './tactile-ground.ts';
import { drawRing } from './tactile-key.ts';
import { tactileMap, type MapBraille, type PlaceSign, type TactileMap } from './tactile-map.ts';
import type { TactileScene } from './tactile-scene.ts';
import { tactileSheet, tactileSheetMm } from './tactile-sheet.ts';
import { drawTexture } from './textures.ts';

/**
 * A step’s tactile sheet as a complete SVG document, a unit a millimetre: black on white for microcapsule paper, with
 * its title and key in uncontracted Braille and without print. A key that has no room beside its map is on a second
 * sheet, below the first.
 */
export function tactileSvg(story: Story, index: number, base: AtlasBase): string {
  const { title, scene, key, mapTop, keyTop, sheets } = tactileSheet(story, index);
  const step = story.steps[index]!;
  const { width } = tactileSheetMm;
  const height = tactileSheetMm.height * sheets;
  const heading = title.map((line, i) => drawBraille(line, 0, i * brailleMm.line)).join('');
  const map = drawMap(tactileMap(scene, base), scene);
  const body = `<g transform="translate(0 ${px(mapTop)})">${map}</g>${heading}${key.draw([0, keyTop])}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm" role="img" aria-labelledby="title desc" xml:lang="${escapeXml(story.lang)}">` +
    `<title id="title">${escapeXml(step.title)}</title><desc id="desc">${escapeXml(describePicture(story, step))}</desc>` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/>${body}</svg>\n`
  );
}

/** What lies lower is kept away from what lies above it by white around that. */
function drawMap(map: TactileMap, { areas }: TactileScene): string {
  const { bounds, ground, signs, lines, braille } = map;
  const { coast, border, gap } = tactileMm;
  const shapes = [
    { id: 'land', outlines: ground.land },
    { id: 'borders', outlines: ground.borders },
    ...areas.map(({ id }) => ({ id: `area-${id}`, outlines: ground.areas.get(id)! }))
  ].filter(({ outlines }) => outlines.length > 0);
  const inner = shapes.map(({ id }) => id).filter((id) => id !== 'land');
  const land = shapes.map(({ id }) => id).filter((id) => id === 'land');
  const textured = areas.map(({ id, texture }) => {
    if (texture === null || !inner.includes(`area-${id}`)) return '';
    const clip = `<clipPath id="within-${id}" clip-path="url(#map)"><use href="#area-${id}" clip-rule="evenodd"/></clipPath>`;
    const box = boxOf(ground.areas.get(id)!, bounds);
    const isInside = (point: Point) => isWithin(ground.areas.get(id)!, point);
    return `${clip}<g clip-path="url(#within-${id})">${drawTexture(texture, box, isInside)}</g>`;
  });
  const isSea = (point: Point) => ground.isOnEarth(point) && !isWithin(ground.land, point);
  const sea = drawTexture('sea', bounds, isSea);
  return (
    `<defs>${shapes.map(({ id, outlines }) => `<path id="${id}" d="${outlineData(outlines)}"/>`).join('')}` +
    `<clipPath id="map"><path d="M0 0h${px(bounds.right)}v${px(bounds.bottom)}H0z"/></clipPath></defs>` +
    `<g clip-path="url(#map)">${sea}</g>${textured.join('')}<g clip-path="url(#map)">` +
    outline(inner, border + 2 * gap, '#fff') +
    outline(land, coast + 2 * gap, '#fff') +
    outline(inner, border, '#000') +
    outline(land, coast, '#000') +
    `<g fill="#fff">${braille.map(clearing).join('')}${signs.map(clearDisc).join('')}</g>` +
    lines.map((line) => drawEventLine(line, true)).join('') +
    lines.map((line) => drawEventLine(line, false)).join('') +
    signs.map(drawSign).join('') +
    braille.map(({ cells, box }) => drawBraille(cells, box.left, box.top)).join('') +
    '</g>'
  );
}

function drawSign({ id, at, ring }: PlaceSign): string {
  const [x, y] = at;
  return (
    `<circle data-place="${id}" fill="#000" cx="${px(x)}" cy="${px(y)}" r="${tactileMm.place}"/>` +
    (ring === null ? '' : drawRing(ring, at, tactileMm.ring))
  );
}

function clearDisc({ at: [x, y], radius }: PlaceSign): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius + tactileMm.gap)}"/>`;
}

function clearing({ box: { left, right, top, bottom } }: MapBraille): string {
  const { gap } = tactileMm;
  return `<rect x="${px(left - gap)}" y="${px(top - gap)}" width="${px(right - left + 2 * gap)}" height="${px(bottom - top + 2 * gap)}" rx="${gap}"/>`;
}

function outline(ids: readonly string[], width: number, color: '#000' | '#fff'): string {
  return `<g fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round">${used(ids)}</g>`;
}

function used(ids: readonly string[]): string {
  return ids.map((id) => `<use href="#${id}"/>`).join('');
}

function outlineData(outlines: readonly Outline[]): string {
  return outlines.map(({ points, closed }) => pathData(points, closed)).join('');
}

/** The box around outlines, as far as it is on the map. */
function boxOf(outlines: readonly Outline[], { left, top, right, bottom }: Box): Box {
  const points = outlines.flatMap(({ points }) => points);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.max(left, Math.min(...xs)),
    top: Math.max(top, Math.min(...ys)),
    right: Math.min(right, Math.max(...xs)),
    bottom: Math.min(bottom, Math.max(...ys))
  };
}
