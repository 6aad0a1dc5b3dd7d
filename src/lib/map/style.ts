import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  RasterLayerSpecification,
  StyleSpecification,
  VectorSourceSpecification
} from 'maplibre-gl';
import { graticule } from '../geometry/graticule.ts';
import type { Palette } from '../theme/palette.ts';
import type { Tint } from '../view.ts';
import type { GeoKind, Level } from './geo-sources.ts';
import { groupLayer, maxZooms, tileLayer, type GeographyPart } from './geography-tiles.ts';

/** The fine level's tiles are made ready from here, so that a flight finds them. */
const fineReadyFromZoom = 4;

export const hatchImageId = 'hatch';
export const reliefId = 'relief';
/** Relief lies under this layer. */
export const aboveReliefId = 'lakes';

/** Pictures that a story's layers lay on the map lie under this layer. */
export const abovePicturesId = 'coarse-contested';

/** What the ids of their layers begin with. */
export const pictureLayerPrefix = 'picture-';

/** Too little to be seen, and enough for the relief to be drawn: its program is made at rest, not in a scroll. */
const unseen = 0.001;

/** How strongly relief shows: barely; and not to be seen on small scales, where its own edges would show. */
const reliefOpacity: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  2,
  unseen,
  2.8,
  0.28
];

/** What is drawn once the world has been drawn for the first time. */
const laterParts = ['fine', 'water'] as const satisfies GeographyPart[];

/** The address template of a part's tiles. */
export type TilesOf = (part: GeographyPart) => string;

/**
 * The style that a map opens with: the sea and the coarse world. What else there is, is added once that has been drawn:
 * `laterStyle`, and the relief when its picture is there. No symbols and so no glyphs: names are laid out in the View
 * and drawn above the map.
 */
export function mapStyle(palette: Palette, tilesOf: TilesOf, onGlobe = false): StyleSpecification {
  return styleOf(
    ['coarse'],
    mapLayers(palette, onGlobe).filter((layer) => !isOfLaterPart(layer)),
    tilesOf,
    onGlobe
  );
}

/** `mapStyle` with what is added to it later. */
export function wholeStyle(
  palette: Palette,
  tilesOf: TilesOf,
  onGlobe = false
): StyleSpecification {
  return styleOf(['coarse', ...laterParts], mapLayers(palette, onGlobe), tilesOf, onGlobe);
}

function styleOf(
  parts: readonly GeographyPart[],
  layers: LayerSpecification[],
  tilesOf: TilesOf,
  onGlobe: boolean
): StyleSpecification {
  return {
    version: 8,
    ...(onGlobe && { projection: { type: 'vertical-perspective' } }),
    sources: {
      ...Object.fromEntries(parts.map((part) => [part, vectorSource(part, tilesOf)])),
      ...(onGlobe && { [graticuleId]: graticuleSource() })
    },
    layers,
    transition: { duration: 0, delay: 0 }
  };
}

const graticuleId = 'graticule';

function graticuleSource(): GeoJSONSourceSpecification {
  const coordinates = graticule().map((line) => line.map((point) => [...point]));
  return { type: 'geojson', data: { type: 'MultiLineString', coordinates }, tolerance: 0 };
}

/** What is added to `mapStyle`; each layer with the one of it that it comes to lie under, if any. */
export interface LaterStyle {
  readonly sources: readonly (readonly [id: string, source: VectorSourceSpecification])[];
  readonly layers: readonly (readonly [layer: LayerSpecification, under: string | undefined])[];
}

export function laterStyle(palette: Palette, tilesOf: TilesOf): LaterStyle {
  const layers = mapLayers(palette);
  return {
    sources: laterParts.map((part) => [part, vectorSource(part, tilesOf)]),
    layers: layers.flatMap((layer, at) => {
      if (!isOfLaterPart(layer)) return [];
      const under = layers.slice(at).find((above) => !isOfLaterPart(above));
      return [[layer, under?.id] as const];
    })
  };
}

function vectorSource(part: GeographyPart, tilesOf: TilesOf): VectorSourceSpecification {
  return { type: 'vector', tiles: [tilesOf(part)], maxzoom: maxZooms[part], promoteId: 'id' };
}

function isOfLaterPart(layer: LayerSpecification): boolean {
  return 'source' in layer && laterParts.some((part) => part === layer.source);
}

/** All layers but the relief's, from the sea up. */
export function mapLayers(palette: Palette, onGlobe = false): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    ...(onGlobe ? [graticuleLayer(palette)] : []),
    land('coarse', palette),
    land('fine', palette, 'rim'),
    contested('fine', 'rim-contested'),
    {
      id: 'fine-mask',
      type: 'fill',
      ...levelSource('fine'),
      filter: isKind('mask'),
      paint: { 'fill-color': palette.sea, 'fill-opacity': openingOpacity('fine') }
    },
    land('fine', palette),
    {
      id: 'lakes',
      type: 'fill',
      source: 'water',
      'source-layer': tileLayer,
      filter: ['==', ['get', 'kind'], 'lake'],
      paint: { 'fill-color': palette.sea, 'fill-outline-color': palette.coast }
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'water',
      'source-layer': tileLayer,
      filter: ['==', ['get', 'kind'], 'river'],
      minzoom: 3,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.river, 'line-width': byZoom(3, 0.4, 7, 1.3) }
    },
    ...lines('coarse', palette),
    ...lines('fine', palette)
  ];
}

/** The meridians and parallels of a globe. */
function graticuleLayer(palette: Palette): LayerSpecification {
  return {
    id: graticuleId,
    type: 'line',
    source: graticuleId,
    paint: { 'line-color': palette.coast, 'line-width': 0.5, 'line-opacity': 0.5 }
  };
}

/** The layer of a picture of relief, whose source has this id. */
export function reliefLayer(source = reliefId): RasterLayerSpecification {
  return {
    id: source,
    type: 'raster',
    source,
    paint: { 'raster-opacity': reliefOpacity, 'raster-fade-duration': 0 }
  };
}

/**
 * The paint of every level layer for a level that is shown or hidden, as [layer, property, value]. A hidden
 * level keeps its tiles, so that showing it again takes one frame. Only plain numbers change: MapLibre need
 * not lay its tiles out again.
 */
export function levelPaint(level: Level, shown: boolean): LevelPaint {
  return [
    ...(level === 'fine' ? rimPaint(shown) : []),
    [`${level}-land`, 'fill-opacity', shown ? 1 : 0],
    [`${level}-contested`, 'fill-opacity', shown ? contestedOpacity : 0],
    [`${level}-coast`, 'line-opacity', shown ? 1 : 0],
    [`${level}-border`, 'line-opacity', shown ? 1 : 0],
    [`${level}-border-disputed`, 'line-opacity', shown ? 1 : 0],
    [`${level}-border-control`, 'line-opacity', shown ? 1 : 0],
    [`${level}-group`, 'line-width', shown ? groupWidthPx : 0]
  ];
}

type LevelPaint = [string, 'fill-opacity' | 'line-opacity' | 'line-width', number][];

function rimPaint(shown: boolean): LevelPaint {
  return [
    ['fine-rim', 'fill-opacity', shown ? 1 : 0],
    ['fine-rim-contested', 'fill-opacity', shown ? contestedOpacity : 0],
    ['fine-mask', 'fill-opacity', shown ? 1 : 0]
  ];
}

const contestedOpacity = 0.75;
const groupWidthPx = 1.2;

function land(
  level: Level,
  palette: Palette,
  kind: Extract<GeoKind, 'land' | 'rim'> = 'land'
): LayerSpecification {
  return {
    id: `${level}-${kind}`,
    type: 'fill',
    ...levelSource(level),
    filter: isKind(kind),
    paint: {
      'fill-color': turned(palette.land, tints(palette)),
      'fill-opacity': openingOpacity(level)
    }
  };
}

function contested(
  level: Level,
  kind: Extract<GeoKind, 'contested' | 'rim-contested'>
): LayerSpecification {
  return {
    id: `${level}-${kind}`,
    type: 'fill',
    ...levelSource(level),
    filter: isKind(kind),
    paint: {
      'fill-pattern': hatchImageId,
      'fill-opacity': openingOpacity(level) * contestedOpacity
    }
  };
}

/** A colour for each tint. */
type TintColors = Readonly<Record<Tint, string>>;

function tints({ tintFirst, tintSecond, tintOther }: Palette): TintColors {
  return { first: tintFirst, second: tintSecond, other: tintOther };
}

function edges({ edgeFirst, edgeSecond, edgeOther }: Palette): TintColors {
  return { first: edgeFirst, second: edgeSecond, other: edgeOther };
}

/** A colour, turned towards that of the country's tint as far as it is highlighted; one pass instead of two. */
function turned(color: string, { first, second, other }: TintColors): ExpressionSpecification {
  const towards = (tint: string): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['number', ['feature-state', 'opacity'], 0],
    0,
    color,
    1,
    tint
  ];
  return [
    'match',
    ['string', ['feature-state', 'tint'], ''],
    'first',
    towards(first),
    'second',
    towards(second),
    'other',
    towards(other),
    color
  ];
}

function lines(level: Level, palette: Palette): LayerSpecification[] {
  const shared = levelSource(level);
  const opening = openingOpacity(level);
  const join = { 'line-join': 'round' } as const;
  return [
    contested(level, 'contested'),
    {
      id: `${level}-coast`,
      type: 'line',
      ...shared,
      filter: isKind('coast'),
      layout: join,
      paint: {
        'line-color': turned(palette.coast, edges(palette)),
        'line-width': byZoom(2, 0.5, 6, 0.9),
        'line-opacity': opening
      }
    },
    {
      id: `${level}-border`,
      type: 'line',
      ...shared,
      filter: isBorder('recognised'),
      layout: join,
      paint: {
        'line-color': palette.border,
        'line-width': byZoom(2, 0.5, 6, 0.9),
        'line-opacity': opening
      }
    },
    {
      id: `${level}-border-disputed`,
      type: 'line',
      ...shared,
      filter: isBorder('disputed'),
      layout: join,
      paint: {
        'line-color': palette.borderContested,
        'line-width': byZoom(2, 0.7, 6, 1.1),
        'line-dasharray': [4, 3],
        'line-opacity': opening
      }
    },
    {
      id: `${level}-border-control`,
      type: 'line',
      ...shared,
      filter: isBorder('line-of-control'),
      layout: join,
      paint: {
        'line-color': palette.borderContested,
        'line-width': byZoom(2, 0.7, 6, 1.1),
        'line-dasharray': [4, 2, 1, 2],
        'line-opacity': opening
      }
    },
    {
      id: `${level}-group`,
      type: 'line',
      ...shared,
      'source-layer': groupLayer,
      filter: isKind('group'),
      layout: join,
      paint: {
        'line-color': palette.groupOutline,
        'line-width': opening * groupWidthPx,
        'line-opacity': ['number', ['feature-state', 'opacity'], 0]
      }
    }
  ];
}

function openingOpacity(level: Level): 0 | 1 {
  return level === 'coarse' ? 1 : 0;
}

/** Where the layers of a level take what they draw from. */
function levelSource(level: Level) {
  return {
    source: level,
    'source-layer': tileLayer,
    ...(level === 'fine' ? { minzoom: fineReadyFromZoom } : {})
  };
}

function isKind(kind: GeoKind): ExpressionSpecification {
  return ['==', ['get', 'kind'], kind];
}

function isBorder(borderClass: string): ExpressionSpecification {
  return ['all', isKind('border'), ['==', ['get', 'class'], borderClass]];
}

/** px that grow evenly from one zoom to another. */
function byZoom(from: number, px: number, to: number, pxThere: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], from, px, to, pxThere];
}
