import type { Feature } from 'geojson';
import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  Map as MapLibreMap
} from 'maplibre-gl';
import { ringEdges } from '../geometry/ring-edges.ts';
import { certainties, hues, type LngLat } from '../story/story.ts';
import { lineForms, shapeMarks } from '../theme/marks.ts';
import type { Palette } from '../theme/palette.ts';
import type { ViewShape } from '../view.ts';
import { changedStates, type FeatureStates } from './feature-states.ts';
import { hatchImage } from './hatch.ts';
import { PictureLayers } from './picture-layers.ts';

type ShapeEvent = ViewShape['event'];

const source = 'shapes';
/** From the lowest up; everything else that MapLibre draws, pictures too, lies below them. */
const layerIds = [
  'shapes-tint',
  'shapes-hatch',
  'shapes-edge',
  'shapes-dots',
  'shapes-point'
] as const;
export const [lowestShapeLayer] = layerIds;
/** Too little to be seen, and enough to be found under the pointer. */
const unseen = 0.001;

/** What a story's layers show, on a MapLibre map whose style is loaded; nothing where the story has none. */
export class ShapeLayers {
  readonly #map: MapLibreMap;
  readonly #events: readonly ShapeEvent[];
  readonly #pictures: PictureLayers;
  readonly #pixelRatio: number;
  #palette: Palette;
  #states: FeatureStates = new Map();

  constructor(
    map: MapLibreMap,
    events: readonly ShapeEvent[],
    palette: Palette,
    pixelRatio: number
  ) {
    this.#map = map;
    this.#events = events;
    this.#pictures = new PictureLayers(map, events);
    this.#palette = palette;
    this.#pixelRatio = pixelRatio;
  }

  /** Draws them, as far as the last View has them; again where the map has lost them. */
  add(): void {
    if (this.#events.length === 0) return;
    this.#addHatches();
    if (!this.#map.getSource(source)) {
      const features = this.#events.flatMap(featuresOf);
      this.#map.addSource(source, {
        type: 'geojson',
        data: { type: 'FeatureCollection', features },
        promoteId: 'id'
      });
      for (const layer of shapeLayers(this.#palette)) this.#map.addLayer(layer);
    }
    this.#pictures.add();
    const states = this.#states;
    this.#states = new Map();
    this.#mark(states);
  }

  /** Shows those of a View and no others; returns whether anything changed. */
  show(shapes: readonly ViewShape[]): boolean {
    if (this.#events.length === 0) return false;
    const pictured = this.#pictures.show(shapes);
    const states = new Map(shapes.map(({ event, opacity }) => [event.id, { opacity }]));
    return this.#mark(states) || pictured;
  }

  /** Gets ready for those of a View that may be next. */
  prepare(shapes: readonly ViewShape[]): void {
    this.#pictures.prepare(shapes);
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    if (!this.#map.getSource(source)) return;
    this.#addHatches();
    for (const { id, paint } of shapeLayers(palette)) {
      for (const [property, value] of Object.entries(paint ?? {})) {
        if (property.endsWith('-color'))
          this.#map.setPaintProperty(id, property as 'fill-color', value as string);
      }
    }
  }

  /** The id of the topmost one at a point, px; null where there is none. */
  eventAt([x, y]: readonly [number, number]): string | null {
    if (!this.#map.getSource(source)) return null;
    const reach = 4;
    const found = this.#map
      .queryRenderedFeatures(
        [
          [x - reach, y - reach],
          [x + reach, y + reach]
        ],
        { layers: [...layerIds] }
      )
      .find(({ id }) => (this.#states.get(String(id))?.opacity ?? 0) > 0.5);
    return found ? String(found.id) : null;
  }

  #mark(states: FeatureStates): boolean {
    const changed = changedStates(this.#states, states);
    this.#states = states;
    if (!this.#map.getSource(source)) return false;
    changed.forEach((state, id) => this.#map.setFeatureState({ source, id }, state));
    return changed.size > 0;
  }

  #addHatches(): void {
    const scale = 2 * this.#pixelRatio;
    for (const hue of hues) {
      if (!this.#events.some(({ kind, geometry }) => kind.hue === hue && geometry.form === 'hatch'))
        continue;
      const image = hatchImage(this.#palette.hues[hue], scale);
      const id = `hatch-${hue}`;
      if (this.#map.hasImage(id)) this.#map.updateImage(id, image);
      else this.#map.addImage(id, image, { pixelRatio: scale });
    }
  }
}

function featuresOf({ id, kind, certainty, geometry }: ShapeEvent): Feature[] {
  const { form, areas, lines, points } = geometry;
  const positions = (line: readonly LngLat[]) => line.map((lngLat) => [...lngLat]);
  const shared = { id, hue: kind.hue, certainty, form };
  const feature = (part: string, made: Feature['geometry']): Feature => ({
    type: 'Feature',
    properties: { ...shared, part },
    geometry: made
  });
  const edges = [...lines, ...areas.flat().flatMap(ringEdges)];
  return [
    ...(areas.length > 0
      ? [
          feature('area', {
            type: 'MultiPolygon',
            coordinates: areas.map((rings) => rings.map(positions))
          })
        ]
      : []),
    ...(edges.length > 0
      ? [feature('edge', { type: 'MultiLineString', coordinates: edges.map(positions) })]
      : []),
    ...(points.length > 0
      ? [feature('point', { type: 'MultiPoint', coordinates: positions(points) })]
      : [])
  ];
}

const opacity: ExpressionSpecification = ['number', ['feature-state', 'opacity'], 0];

export function shapeLayers(palette: Palette): LayerSpecification[] {
  const hue = [
    'match',
    ['get', 'hue'],
    ...hues.slice(1).flatMap((each) => [each, palette.hues[each]]),
    palette.hues[1]
  ] as unknown as ExpressionSpecification;
  const isPart = (part: string): ExpressionSpecification => ['==', ['get', 'part'], part];
  const isForm = (form: string): ExpressionSpecification => ['==', ['get', 'form'], form];
  const isDotted: ExpressionSpecification = [
    'in',
    ['get', 'certainty'],
    ['literal', certainties.filter((each) => lineForms[each].dotted)]
  ];
  const isOpen: ExpressionSpecification = [
    'in',
    ['get', 'certainty'],
    ['literal', certainties.filter((each) => lineForms[each].open)]
  ];
  return [
    {
      id: lowestShapeLayer,
      type: 'fill',
      source,
      filter: ['all', isPart('area'), ['!', isForm('hatch')]],
      paint: {
        'fill-color': hue,
        'fill-opacity': ['*', opacity, ['case', isForm('tint'), shapeMarks.tintOpacity, unseen]],
        'fill-antialias': false
      }
    },
    {
      id: 'shapes-hatch',
      type: 'fill',
      source,
      filter: ['all', isPart('area'), isForm('hatch')],
      paint: { 'fill-pattern': ['concat', 'hatch-', ['get', 'hue']], 'fill-opacity': opacity }
    },
    {
      id: 'shapes-edge',
      type: 'line',
      source,
      filter: ['all', isPart('edge'), ['!', isDotted]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': hue,
        'line-width': shapeMarks.edgePx,
        'line-opacity': opacity,
        'line-dasharray': byCertainty(false)
      }
    },
    {
      id: 'shapes-dots',
      type: 'line',
      source,
      filter: ['all', isPart('edge'), isDotted],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': hue,
        'line-width': shapeMarks.edgePx * 1.5,
        'line-opacity': opacity,
        'line-dasharray': byCertainty(true)
      }
    },
    {
      id: 'shapes-point',
      type: 'circle',
      source,
      filter: isPart('point'),
      paint: {
        'circle-radius': shapeMarks.pointPx,
        'circle-color': ['case', isOpen, palette.card, hue],
        'circle-stroke-color': ['case', isOpen, hue, palette.card],
        'circle-stroke-width': 1.5,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity
      }
    }
  ];
}

/** The dashes of the edges by certainty, in widths of the line. */
function byCertainty(dotted: boolean): DataDrivenPropertyValueSpecification<number[]> {
  const widthPx = shapeMarks.edgePx * (dotted ? 1.5 : 1);
  const dashes = certainties
    .filter((each) => lineForms[each].dotted === dotted && lineForms[each].dash.length > 0)
    .flatMap((each) => {
      const [on, off] = lineForms[each].dash as readonly [number, number];
      return [
        each,
        ['literal', (dotted ? [0, on + off] : [on, off]).map((part) => part / widthPx)]
      ];
    });
  return [
    'match',
    ['get', 'certainty'],
    ...dashes,
    ['literal', [1, 0]]
  ] as unknown as DataDrivenPropertyValueSpecification<number[]>;
}
