import { certaintyWords } from '../../theme/marks.ts';
import type { Point } from '../../geometry/polyline.ts';
import { px } from '../px.ts';
import { brailleHeightMm, brailleMm, drawBraille, toBraille, wrapBraille } from './braille.ts';
import { drawLineSample, strokeOf } from './event-line.ts';
import { tactileMm } from './tactile-forms.ts';
import type { Texture } from './tactile-areas.ts';
import type { TactileScene } from './tactile-scene.ts';
import { drawTexture } from './textures.ts';

/** An entry of a sheet’s key, in print, for the helper who reads along. */
interface KeyEntry {
  /** What is explained: Braille letters, a line, or a ring around a place. */
  readonly sign: string;
  readonly words: string;
}

/** An entry as it is set: so many lines of Braille beside a sign. */
interface SetEntry {
  readonly lines: readonly string[];
  draw(at: Point): string;
}

/** The key of a tactile sheet. */
export interface TactileKey {
  readonly entries: readonly KeyEntry[];
  /** The height in two columns, mm. */
  readonly heightMm: number;
  /** Drawn with its upper left corner at a point, mm. */
  draw(at: Point): string;
}

/** From an entry’s left edge to its words: a sign as wide as two cells and a half, and a gap. */
const signMm = 15;
const indentMm = 3 * brailleMm.cell;

/** The key of a sheet that is so wide, mm: its places by their letters, its areas, and the forms of its lines and rings. */
export function tactileKey(scene: TactileScene, widthMm: number): TactileKey {
  const { places, areas, lineForms, ringForms } = scene;
  const columnMm = (widthMm - brailleMm.line) / 2;
  const cells =
    Math.floor((columnMm - indentMm - brailleMm.dot - brailleMm.diameter) / brailleMm.cell) + 1;
  const entry = (words: string, draw: (at: Point) => string): SetEntry => ({
    lines: wrapBraille(toBraille(words), cells),
    draw
  });
  const middle = brailleHeightMm / 2;
  const set = [
    ...places.map(({ code, name }) => entry(name, ([x, y]) => drawBraille(toBraille(code), x, y))),
    ...areas.map(({ id, name, texture }) =>
      entry(`${id.toLowerCase()} ${name}`, (at) => swatch(id, texture, at))
    ),
    ...lineForms.map((certainty) =>
      entry(certaintyWords[certainty].name.toLowerCase(), ([x, y]) =>
        drawLineSample(certainty, [x, y + middle], signMm)
      )
    ),
    ...ringForms.map((certainty) =>
      entry(`event, ${certaintyWords[certainty].name.toLowerCase()}`, ([x, y]) =>
        drawRing(certainty, [x + tactileMm.ring, y + middle], 3.25)
      )
    )
  ];
  const parted = partInTwo(set);
  return {
    entries: keyEntries(scene),
    heightMm: Math.max(...parted.map(rowsOf)) * brailleMm.line,
    draw: ([x, y]) =>
      parted.map((column, i) => drawColumn(column, x + i * (columnMm + brailleMm.line), y)).join('')
  };
}

/** The entries in two columns, as even as can be; the first is no shorter. */
function partInTwo(entries: readonly SetEntry[]): [SetEntry[], SetEntry[]] {
  const half = rowsOf(entries) / 2;
  const first = entries.findIndex((_, i) => rowsOf(entries.slice(0, i)) >= half);
  const at = first < 0 ? entries.length : first;
  return [entries.slice(0, at), entries.slice(at)];
}

function rowsOf(entries: readonly SetEntry[]): number {
  return entries.reduce((rows, { lines }) => rows + lines.length, 0);
}

function drawColumn(entries: readonly SetEntry[], x: number, top: number): string {
  let y = top;
  return entries
    .map(({ lines, draw }) => {
      const drawn =
        draw([x, y]) +
        lines.map((line, i) => drawBraille(line, x + indentMm, y + i * brailleMm.line)).join('');
      y += lines.length * brailleMm.line;
      return drawn;
    })
    .join('');
}

function swatch(id: string, texture: Texture | null, [x, y]: Point): string {
  const [left, top] = [x + tactileMm.border / 2, y - 0.5];
  const [right, bottom] = [x + signMm - tactileMm.border / 2, y + brailleHeightMm + 0.5];
  const rect = `M${px(left)} ${px(top)}H${px(right)}V${px(bottom)}H${px(left)}z`;
  const clip = `swatch-${id}`;
  return (
    (texture === null
      ? ''
      : `<clipPath id="${clip}"><path d="${rect}"/></clipPath><g clip-path="url(#${clip})">` +
        `${drawTexture(texture, { left, top, right, bottom })}</g>`) +
    `<path fill="none" stroke="#000" stroke-width="${tactileMm.border}" d="${rect}"/>`
  );
}

/** A ring around a place at which something happened, in the form of its certainty. */
export function drawRing(
  certainty: Parameters<typeof strokeOf>[0],
  [x, y]: Point,
  radius: number
): string {
  return `<circle ${strokeOf(certainty, tactileMm.ringWidth)} cx="${px(x)}" cy="${px(y)}" r="${radius}"/>`;
}

function keyEntries({ places, areas, lineForms, ringForms }: TactileScene): KeyEntry[] {
  return [
    ...places.map(({ code, name }) => ({ sign: code, words: name })),
    ...areas.map(({ id, name }) => ({ sign: id.toLowerCase(), words: name })),
    ...lineForms.map((certainty) => ({
      sign: `${formWords[certainty]} line`,
      words: certaintyWords[certainty].name.toLowerCase()
    })),
    ...ringForms.map((certainty) => ({
      sign: `${formWords[certainty]} ring`,
      words: `event at a place, ${certaintyWords[certainty].name.toLowerCase()}`
    }))
  ];
}

const formWords = {
  confirmed: 'solid',
  reported: 'long-dashed',
  disputed: 'short-dashed',
  planned: 'dotted',
  prospective: 'sparsely dotted'
} as const;
