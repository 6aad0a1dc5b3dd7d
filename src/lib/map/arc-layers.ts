import type { Layer, LayerContext } from '@deck.gl/core';
import { PathLayer } from '@deck.gl/layers';
import type { Frame } from '../frame.ts';
import type { Camera } from '../story/story.ts';
import { lineForms } from '../theme/marks.ts';
import type { Palette } from '../theme/palette.ts';
import { sameItems } from '../cache.ts';
import type { View, ViewArc } from '../view.ts';
import { ArcFormExtension, stripWidthPx, type ArcFormProps } from './arc-form-extension.ts';
import { arcGeometry, type ArcGeometry } from './arc-geometry.ts';
import { lngShiftTo } from '../geometry/date-line.ts';
import { globeArc } from './globe-arc.ts';
import { rgbOf } from './hatch.ts';

type Device = LayerContext['device'];
type GpuBuffer = ReturnType<Device['createBuffer']>;

/** From where a globe is seen. */
export interface GlobeEye {
  readonly camera: Camera;
  readonly frame: Frame;
}

interface CachedGeometry {
  readonly lngShift: number;
  readonly geometry: ArcGeometry;
}

const extensions = [new ArcFormExtension()];

/** Numbers of a point in the buffer of states: the share that is drawn and the opacity, both 0 to 1. */
const stateSize = 2;

/**
 * deck.gl's layers of a View's arcs: one `PathLayer` on binary attributes, with `ArcFormExtension` for their form.
 * `ArcLayer` cannot draw them: it has no dashes (visgl/deck.gl#8447), and its arcs neither fan out sideways nor follow
 * a sea route.
 *
 * An arc's geometry is made once, and again only when it is seen from another side of the world. deck.gl gets new
 * layers only when other arcs come or the palette changes. What changes with every frame of a scroll, how much of an
 * arc is drawn and how strongly, is written into a buffer that the layer has already.
 */
export class ArcLayers {
  readonly #device: Device;
  /** By path: a path belongs to one event alone. */
  readonly #cache = new WeakMap<ViewArc['path'], CachedGeometry>();
  #geometries: readonly ArcGeometry[] = [];
  #palette: Palette | null = null;
  #eventIds: readonly string[] = [];
  #states: GpuBuffer | null = null;
  #layers: Layer[] = [];

  constructor(device: Device) {
    this.#device = device;
  }

  /**
   * The layers of a View, from the bottom up; the same array as last time where deck.gl need only draw again.
   *
   * @param eye the longitude of deck.gl's camera, within −180..180; or the globe's camera and its frame
   */
  layersOf({ arcs }: Pick<View, 'arcs'>, palette: Palette, eye: number | GlobeEye): Layer[] {
    // The arcs that the passage speaks of lie on top.
    const ordered = [...arcs.filter((arc) => !isForemost(arc)), ...arcs.filter(isForemost)];
    const geometries = ordered.map(({ path }) =>
      typeof eye === 'number' ? this.#geometryOf(path, eye) : globeArc(path, eye.camera, eye.frame)
    );
    const states = statesOf(ordered, geometries);
    if (palette === this.#palette && sameItems(geometries, this.#geometries)) {
      this.#states?.write(states);
      for (const layer of this.#layers) layer.setNeedsRedraw();
      return this.#layers;
    }
    this.#geometries = geometries;
    this.#eventIds = ordered.map(({ event }) => event.id);
    this.#palette = palette;
    this.#states?.destroy();
    this.#states = this.#device.createBuffer(states);
    const onScreen = typeof eye !== 'number';
    this.#layers = [pathLayer(ordered, geometries, this.#states, palette, onScreen)];
    return this.#layers;
  }

  /** The event of a row that deck.gl has picked; null where it has picked none. */
  eventIdOf(row: number): string | null {
    return this.#eventIds[row] ?? null;
  }

  #geometryOf(path: ViewArc['path'], cameraLng: number): ArcGeometry {
    const lngShift = lngShiftTo(path, cameraLng);
    const cached = this.#cache.get(path);
    if (cached?.lngShift === lngShift) return cached.geometry;
    const geometry = arcGeometry(path, lngShift);
    this.#cache.set(path, { lngShift, geometry });
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

function pathLayer(
  arcs: readonly ViewArc[],
  geometries: readonly ArcGeometry[],
  states: GpuBuffer,
  palette: Palette,
  onScreen: boolean
): Layer {
  const startIndices = [0];
  for (const { lengths } of geometries) startIndices.push(startIndices.at(-1)! + lengths.length);
  const pointCount = startIndices.at(-1)!;
  const positions = new Float64Array(pointCount * 2);
  const lengths = new Float32Array(pointCount);
  geometries.forEach((geometry, i) => {
    positions.set(geometry.positions, startIndices[i]! * 2);
    lengths.set(geometry.lengths, startIndices[i]!);
  });
  const data = {
    length: arcs.length,
    startIndices,
    attributes: {
      getPath: { value: positions, size: 2 },
      getArcLengths: { value: lengths, size: 1 },
      getArcState: { buffer: states, size: stateSize, type: 'float32' as const }
    }
  };
  return new PathLayer<unknown, ArcFormProps>({
    id: 'arcs',
    data,
    pickable: true,
    _pathType: 'open',
    positionFormat: 'XY',
    ...(onScreen && { coordinateSystem: 'cartesian' as const }),
    widthUnits: 'pixels',
    getWidth: stripWidthPx,
    getColor: (_, { index }) => [...rgbOf(palette.hues[arcs[index]!.event.kind.hue])],
    getArcForm: (_, { index }) => {
      const { dash, dotted } = lineForms[arcs[index]!.event.certainty];
      return [geometries[index]!.totalLength, dash[0] ?? 0, dash[1] ?? 0, dotted ? 1 : 0];
    },
    extensions
  });
}

/** The state of each arc, repeated for each of its points. */
function statesOf(
  arcs: readonly ViewArc[],
  geometries: readonly ArcGeometry[]
): Float32Array<ArrayBuffer> {
  const pointCount = geometries.reduce((count, { lengths }) => count + lengths.length, 0);
  const states = new Float32Array(pointCount * stateSize);
  let at = 0;
  arcs.forEach(({ drawn, opacity, event }, i) => {
    const strength = opacity * lineForms[event.certainty].opacity;
    for (let point = 0; point < geometries[i]!.lengths.length; point++) {
      states[at++] = drawn;
      states[at++] = geometries[i]!.hidden?.[point] ? 0 : strength;
    }
  });
  return states;
}
