import type { LngLat, Step, Story } from '../story/story.ts';
import { openingPosition, stepAt, viewAt, type View } from '../view.ts';
import { escapeXml } from '../markup/escape-xml.ts';
import { cardSize } from './card-size.ts';
import { groundUnder } from './ground.ts';
import { atlasSvg, type PictureData } from './atlas-svg.ts';
import type { AtlasBase } from './atlas-base.ts';
import { light } from '../theme/palette.ts';
import { wrapText } from './wrap-text.ts';
import { px } from './px.ts';

/** The headline's column; the plate takes the rest of the card. */
const columnPx = 470;
const edgePx = 52;
/** The plate is drawn small and enlarged, because cards are mostly seen at less than half their size. */
const enlarged = 1.35;
const plate = {
  width: Math.ceil((cardSize.width - columnPx) / enlarged),
  height: Math.ceil(cardSize.height / enlarged)
} as const;

const serif = 'Source Serif 4';
const sans = 'Noto Sans';
/** The typefaces for scripts that the pages' own two typefaces lack. */
const scriptFaces: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'Vazirmatn'],
  [/\p{Script=Hebrew}/u, 'Noto Sans Hebrew']
];

/** The words of a card, beside its plate. */
interface CardWords {
  readonly over: string;
  readonly headline: string;
  readonly under: string;
}

/** What a card shows in the place of its plate. */
export interface CardPicture {
  /** A `data:` address of a PNG or JPEG. */
  readonly href: string;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Whose it is, and under which licence. */
  readonly credit: string;
}

const creditPx = 40;
/** The room for a picture in the place of the plate, px. */
export const cardPictureSize = {
  width: cardSize.width - columnPx,
  height: cardSize.height - creditPx
} as const;

/**
 * The share card of a step as an SVG document, in light colours only: its section and headline beside its plate, or
 * beside a picture that the step shows in the map's place.
 */
export function stepCardSvg(
  story: Story,
  index: number,
  base: AtlasBase,
  picture: CardPicture | null,
  pictureData?: PictureData
): string {
  const step = story.steps[index]!;
  const words = {
    over: story.sections[step.section]!.title,
    headline: step.title,
    under: story.title
  };
  return cardSvg(
    picture === null ? plateSvg(story, step, index, base, pictureData) : pictureSvg(picture),
    words
  );
}

/** The share card of a whole story, with the plate of its opening. */
export function storyCardSvg(story: Story, base: AtlasBase): string {
  return cardSvg(plateSvg(story, stepAt(story, openingPosition), openingPosition, base), {
    over: '',
    headline: story.title,
    under: story.dek
  });
}

function cardSvg(plate: string, words: CardWords): string {
  const { width, height } = cardSize;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    plate +
    `<path fill="${light.paper}" d="M0 0h${columnPx}v${height}H0z"/>` +
    `<path fill="${light.rule}" d="M${columnPx - 1} 0h2v${height}h-2z"/>` +
    columnSvg(words) +
    '</svg>\n'
  );
}

/** The step's picture with its key, as tall as the card. */
function plateSvg(
  story: Story,
  step: Step,
  index: number,
  base: AtlasBase,
  pictureData?: PictureData
): string {
  const padding = { top: 14, right: 14, bottom: 14, left: 14 };
  const options = { title: step.title, desc: '', lang: story.lang, pictureData };
  const draw = (height: number) =>
    atlasSvg(inFrame(viewAt(story, index, { width: plate.width, height, padding })), base, options);
  // The key takes as many rows as the visible events need, and the map takes the rest.
  const keyPx = heightOf(draw(plate.height)) - plate.height;
  const svg = draw(plate.height - keyPx);
  // Unwrapped, not nested: whatever lies outside the plate is covered by the column or lies beyond the card.
  const inner = svg.replace(/^<svg [^>]*>/, '').replace(/<\/svg>\s*$/, '');
  return `<g transform="translate(${columnPx} 0)scale(${enlarged})">${inner}</g>`;
}

function pictureSvg({ href, width, height, credit }: CardPicture): string {
  const ground = `<path fill="${light.paper}" d="M${columnPx} 0h${cardPictureSize.width}v${cardSize.height}h-${cardPictureSize.width}z"/>`;
  const type = { face: sans, sizePx: 17, leadingPx: 0, color: light.inkSoft } as const;
  const { lines: words } = wrapText(credit, {
    widthPx: cardPictureSize.width - 40,
    mostLines: 1,
    sizesPx: [type.sizePx]
  });
  return (
    ground +
    `<image href="${href}" x="${columnPx}" y="0" width="${width}" height="${height}"/>` +
    lines(words, cardSize.height - 14, type, columnPx + 20)
  );
}

/** A View without what lies outside its frame: resvg fails on a shape that lies wholly outside. */
function inFrame(view: View): View {
  const { width, height } = view.frame;
  const ground = groundUnder(view.camera, view.frame);
  const within = (lngLat: LngLat) => {
    const [x, y] = ground.project(lngLat);
    return x > 0 && y > 0 && x < width && y < height;
  };
  return {
    ...view,
    arcs: view.arcs.filter(({ path }) => path.some(within)),
    dots: view.dots.filter(({ lngLat }) => within(lngLat))
  };
}

function heightOf(svg: string): number {
  return Number(/ height="([\d.]+)"/.exec(svg)![1]);
}

function columnSvg({ over, headline, under }: CardWords): string {
  const widthPx = columnPx - 2 * edgePx;
  const title = wrapText(headline, { widthPx, mostLines: 6, sizesPx: [56, 50, 44, 38, 33, 29] });
  const section = wrapText(over.toLocaleUpperCase(), { widthPx, mostLines: 2, sizesPx: [19] });
  const foot = wrapText(under, { widthPx, mostLines: 8, sizesPx: [24, 22, 20] });
  const top = 88;
  const afterSection = top + section.lines.length * 27 + (over === '' ? 0 : 22);
  const footTop = cardSize.height - 56 - (foot.lines.length - 1) * foot.sizePx * 1.35;
  return (
    lines(section.lines, top, {
      face: sans,
      weight: 600,
      sizePx: section.sizePx,
      leadingPx: 27,
      color: light.accent
    }) +
    lines(title.lines, afterSection + title.sizePx * 0.72, {
      face: serif,
      weight: 600,
      sizePx: title.sizePx,
      leadingPx: title.sizePx * 1.12,
      color: light.ink
    }) +
    `<path fill="${light.rule}" d="M${edgePx} ${px(footTop - foot.sizePx - 20)}h${widthPx}v2h-${widthPx}z"/>` +
    lines(foot.lines, footTop, {
      face: serif,
      sizePx: foot.sizePx,
      leadingPx: foot.sizePx * 1.35,
      color: light.inkSoft
    })
  );
}

interface Type {
  readonly face: string;
  readonly weight?: 400 | 600;
  readonly sizePx: number;
  readonly leadingPx: number;
  readonly color: string;
}

/** Lines from their first baseline down, aligned right for a script that runs right to left. */
function lines(
  texts: readonly string[],
  firstPx: number,
  { face, weight = 400, sizePx, leadingPx, color }: Type,
  leftPx: number = edgePx
): string {
  const [letter] = /\p{L}/u.exec(texts.join(' ')) ?? [''];
  const [, ofScript] = scriptFaces.find(([script]) => script.test(letter)) ?? [];
  const leftwards = ofScript !== undefined;
  return texts
    .map((text, i) => {
      // An isolate (Unicode, UAX #9), so that punctuation at a line's end is on the side where its script has it.
      const shown = leftwards ? `\u2067${text}\u2069` : text;
      return (
        `<text x="${leftwards ? columnPx - edgePx : leftPx}" y="${px(firstPx + i * leadingPx)}"` +
        `${leftwards ? ' text-anchor="end"' : ''} style="font-family:'${ofScript ?? face}'" font-weight="${weight}"` +
        ` font-size="${sizePx}" fill="${color}">${escapeXml(shown)}</text>`
      );
    })
    .join('');
}
