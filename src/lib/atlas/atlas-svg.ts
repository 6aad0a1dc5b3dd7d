import type { View } from '../view.ts';
import { escapeXml } from '../markup/escape-xml.ts';
import type { LaidPicture } from '../story/story.ts';
import type { AtlasBase } from './atlas-base.ts';
import { basePaths } from './base-paths.ts';
import { colorSheet } from './colors.ts';
import { baseDefs, drawBase } from './draw-base.ts';
import { drawLayers, layerDefs } from './draw-layers.ts';
import { drawArcs, drawBadges, drawDots, drawLabels, labelSheet, signDefs } from './draw-marks.ts';
import { drawPictures } from './draw-pictures.ts';
import { groundUnder } from './ground.ts';
import { mapKey } from './map-key.ts';
import { px } from './px.ts';

export interface AtlasOptions {
  /** The picture's title, plain text. */
  readonly title: string;
  /** What it shows, plain text, as from `describePicture`. */
  readonly desc: string;
  /** The language of the names, BCP 47; `en` by default. */
  readonly lang?: string;
  /** Adds a strip with key, scale and source below the map; true by default. */
  readonly key?: boolean;
  /** The source of the geography, for the strip. */
  readonly source?: string;
  /** By default the pictures that layers lay on the map are left out. */
  readonly pictureData?: PictureData | undefined;
}

/** Gives a picture that a layer lays on the map as a data URL: an SVG that is shown as an image may load no file. */
export type PictureData = (picture: LaidPicture) => string;

/**
 * A View as a complete SVG document, without scripts or external files. The map fills the View's frame from the
 * upper left corner; the strip below makes the picture taller than the frame. Light and dark follow the reader's
 * preference; a renderer without one draws it light.
 */
export function atlasSvg(
  view: View,
  base: AtlasBase,
  {
    title,
    desc,
    lang = 'en',
    key = true,
    source = 'Natural Earth, our borders',
    pictureData
  }: AtlasOptions
): string {
  const { frame, camera, fade } = view;
  const ground = groundUnder(camera, frame);
  const strip = key ? mapKey(view, ground, source) : null;
  const height = frame.height + (strip?.heightPx ?? 0);
  const laid = pictureData ? drawPictures(view, ground, pictureData) : '';
  const map =
    drawBase(basePaths(view, base, ground), camera.zoom, ground, frame, laid) +
    drawLayers(view, ground) +
    drawArcs(view, ground) +
    drawDots(view, ground) +
    drawLabels(view) +
    drawBadges(view);
  const body =
    (fade < 1 ? `<g opacity="${px(fade)}">${map}</g>` : map) +
    (strip === null ? '' : `<g transform="translate(0 ${frame.height})">${strip.svg}</g>`);
  const defs = `<defs>${baseDefs}${layerDefs(view.shapes.map(({ event }) => event))}${signDefs(body, view)}</defs>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}"` +
    ` role="img" aria-labelledby="title desc" xml:lang="${escapeXml(lang)}">` +
    `<title id="title">${escapeXml(title)}</title><desc id="desc">${escapeXml(desc)}</desc>` +
    `<style>${colorSheet(defs + body)}${labelSheet}</style>${defs}${body}</svg>\n`
  );
}
