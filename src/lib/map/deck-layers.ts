import type { Layer } from '@deck.gl/core';
import { lineForms } from '../theme/marks.ts';
import type { Palette } from '../theme/palette.ts';
import { sameItems } from '../cache.ts';
import type { View, ViewArc } from '../view.ts';
import { arcGeometry, pointSize, turnsTo, type ArcGeometry } from './arc-geometry.ts';
import { ArcsLayer } from './arcs-layer.ts';
import { rgbOf } from './hatch.ts';

interface KeptGeometry {
  readonly turns: number;
  readonly geometry: ArcGeometry;
}

/**
 * Makes deck.gl's layers of Views. It makes the geometry of an arc once, and again only when it is seen from another
 * side of the world; what is drawn of an arc and how strongly are two numbers of their own.
 */
export class DeckLayers {
  /** A path is of one event alone. */
  readonly #kept = new WeakMap<ViewArc['path'], KeptGeometry>();
  #geometries: readonly ArcGeometry[] = [];
  #palette: Palette | null = null;
  #points = new Float32Array();
  #forms = new Float32Array();

  /**
   * The layers of a View, from the bottom up: arcs that are dimmed, arcs.
   * @param lng deck.gl's own camera's longitude, within −180..180
   */
  of({ arcs }: Pick<View, 'arcs'>, palette: Palette, lng: number): Layer[] {
    // What the passage speaks of lies on top. The order is part of the geometry, so it may change only at rest's end.
    const ordered = [...arcs.filter((arc) => !isForemost(arc)), ...arcs.filter(isForemost)];
    const geometries = ordered.map(({ path }) => this.#geometryOf(path, lng));
    if (palette !== this.#palette || !sameItems(geometries, this.#geometries)) {
      this.#points = joined(geometries.map(({ points }) => points));
      this.#forms = ofEachPoint(
        geometries,
        ordered.map(({ event }, i) => formOf(event, geometries[i]!, palette))
      );
      this.#geometries = geometries;
      this.#palette = palette;
    }
    const states = ofEachPoint(geometries, ordered.map(stateOf));
    return [new ArcsLayer({ id: 'arcs', points: this.#points, forms: this.#forms, states })];
  }

  #geometryOf(path: ViewArc['path'], lng: number): ArcGeometry {
    const turns = turnsTo(path, lng);
    const kept = this.#kept.get(path);
    if (kept?.turns === turns) return kept.geometry;
    const geometry = arcGeometry(path, lng);
    this.#kept.set(path, { turns, geometry });
    return geometry;
  }
}

/** Whether anything of an arc is drawn. */
export function isSeen({ drawn, opacity }: ViewArc): boolean {
  return drawn > 0 && opacity > 0;
}

function isForemost({ opacity }: ViewArc): boolean {
  return opacity >= 0.99;
}

function formOf(
  { kind, certainty }: ViewArc['event'],
  { total }: ArcGeometry,
  palette: Palette
): readonly number[] {
  const { dash, dotted } = lineForms[certainty];
  const color = rgbOf(palette.kinds[kind]).map((byte) => byte / 255);
  return [total, dash[0] ?? 0, dash[1] ?? 0, dotted ? 1 : 0, ...color];
}

function stateOf({ drawn, opacity, event }: ViewArc): readonly number[] {
  return [drawn, opacity * lineForms[event.certainty].opacity];
}

/** The numbers of each arc, as often as it has points. */
function ofEachPoint(
  geometries: readonly ArcGeometry[],
  values: readonly (readonly number[])[]
): Float32Array<ArrayBuffer> {
  const counts = geometries.map(({ points }) => points.length / pointSize);
  const all = new Float32Array(
    counts.reduce((length, count, i) => length + count * values[i]!.length, 0)
  );
  let at = 0;
  values.forEach((numbers, i) => {
    for (let point = 0; point < counts[i]!; point++) {
      for (const number of numbers) all[at++] = number;
    }
  });
  return all;
}

function joined(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
