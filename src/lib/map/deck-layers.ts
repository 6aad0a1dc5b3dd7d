import type { Layer } from '@deck.gl/core';
import { PathLayer } from '@deck.gl/layers';
import { lineForms } from '../marks.ts';
import type { Palette } from '../palette.ts';
import { sameItems } from '../same-items.ts';
import type { View, ViewArc } from '../view.ts';
import { ArcFormExtension, stripWidthPx, type ArcFormProps } from './arc-form-extension.ts';
import { arcGeometry, turnsTo, type ArcGeometry } from './arc-geometry.ts';
import { rgbOf } from './hatch.ts';

const extensions = [new ArcFormExtension()];

/**
 * Makes deck.gl's layers of Views. It keeps the geometry of the arcs it made last, and makes anew only
 * that of arcs which come, or are seen from another side of the world; what is drawn of an arc
 * and how strongly are two numbers of their own.
 */
export class DeckLayers {
  #paths: readonly ViewArc['path'][] = [];
  #turns: readonly number[] = [];
  #geometries: readonly ArcGeometry[] = [];

  /**
   * The layers of a View, from the bottom up: arcs that are dimmed, arcs.
   * @param lng deck.gl's own camera's longitude, within −180..180
   */
  of({ arcs }: Pick<View, 'arcs'>, palette: Palette, lng: number): Layer[] {
    // What the passage speaks of lies on top. The order is part of the geometry, so it may change only at rest's end.
    const ordered = [...arcs.filter((arc) => !isForemost(arc)), ...arcs.filter(isForemost)];
    this.#renewGeometry(ordered, lng);
    return [
      new PathLayer<ArcGeometry, ArcFormProps<ArcGeometry>>({
        id: 'arcs',
        data: this.#geometries as ArcGeometry[],
        positionFormat: 'XY',
        getPath: ({ positions }) => positions,
        widthUnits: 'pixels',
        getWidth: stripWidthPx,
        getColor: (_, { index }) => [...rgbOf(palette.kinds[ordered[index]!.event.kind])],
        getArcLengths: ({ lengths }) => lengths,
        getArcForm: ({ total }, { index }) => {
          const { dash, dotted } = lineForms[ordered[index]!.event.certainty];
          return [total, dash[0] ?? 0, dash[1] ?? 0, dotted ? 1 : 0];
        },
        getArcState: (_, { index }) => stateOf(ordered[index]!),
        extensions,
        updateTriggers: {
          getColor: ordered.map(({ event }) => palette.kinds[event.kind]).join(),
          getArcForm: ordered.map(({ event }) => event.certainty).join(),
          getArcState: ordered.map(stateOf).join()
        }
      })
    ];
  }

  #renewGeometry(arcs: readonly ViewArc[], lng: number): void {
    const paths = arcs.map(({ path }) => path);
    const turns = paths.map((path) => turnsTo(path, lng));
    // A path is of one event alone.
    if (sameItems(paths, this.#paths) && sameItems(turns, this.#turns)) return;
    const places = new Map(this.#paths.map((path, i) => [path, i]));
    this.#geometries = arcs.map(({ event, path }, i) => {
      const before = places.get(path);
      return before !== undefined && this.#turns[before] === turns[i]
        ? this.#geometries[before]!
        : arcGeometry(event.id, path, lng);
    });
    this.#paths = paths;
    this.#turns = turns;
  }
}

/** Whether anything of an arc is drawn. */
export function isSeen({ drawn, opacity }: ViewArc): boolean {
  return drawn > 0 && opacity > 0;
}

function isForemost({ opacity }: ViewArc): boolean {
  return opacity >= 0.99;
}

function stateOf({ drawn, opacity, event }: ViewArc): [number, number] {
  return [drawn, opacity * lineForms[event.certainty].opacity];
}
