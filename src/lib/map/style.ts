import type {
  ExpressionSpecification,
  LayerSpecification,
  RasterLayerSpecification,
  StyleSpecification,
  VectorSourceSpecification
} from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import type { GeoKind, Level } from './geo-sources.ts';
import { maxZooms, tileLayer, type GeographyPart } from './geography-tiles.ts';

/** From this zoom on the fine level is drawn, where it has been loaded. */
export const fineFromZoom = 4.5;
/** The fine level's tiles are made ready from here, so that a flight finds them. */
const fineReadyFromZoom = 4;

export const hatchImageId = 'hatch';
export const reliefId = 'relief';
/** Relief lies under this layer. */
export const aboveReliefId = 'lakes';

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
const laterParts: readonly string[] = ['fine', 'water'] satisfies GeographyPart[];

/**
 * The whole style but for the relief, which is added when its picture is there: sources `coarse`, `fine` and `water`
 * by the addresses of their tiles, and their layers; of the later parts nothing is shown, and so nothing fetched. No
 * symbols and so no glyphs: names are laid out in the View and drawn above the map.
 */
export function mapStyle(
  palette: Palette,
  tilesOf: (part: GeographyPart) => string
): StyleSpecification {
  const source = (part: GeographyPart): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [tilesOf(part)],
    maxzoom: maxZooms[part],
    promoteId: 'id'
  });
  return {
    version: 8,
    sources: { coarse: source('coarse'), fine: source('fine'), water: source('water') },
    layers: mapLayers(palette).map((layer) =>
      isOfLaterPart(layer) ? { ...layer, layout: { ...layer.layout, visibility: 'none' } } : layer
    ) as LayerSpecification[],
    transition: { duration: 0, delay: 0 }
  };
}

/** Whether a layer is left aside until the world has been drawn. */
export function isOfLaterPart(layer: LayerSpecification): boolean {
  return 'source' in layer && laterParts.includes(layer.source);
}

/** All layers but the relief's, from the sea up. */
export function mapLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    land('coarse', palette),
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

/** The relief's layer. */
export function reliefLayer(): RasterLayerSpecification {
  return {
    id: reliefId,
    type: 'raster',
    source: reliefId,
    paint: { 'raster-opacity': reliefOpacity, 'raster-fade-duration': 0 }
  };
}

/**
 * The paint of every level layer for a level that is shown or hidden, as [layer, property, value]. A hidden
 * level keeps its tiles, so that showing it again takes one frame. Only plain numbers change: MapLibre need
 * not lay its tiles out again.
 */
export function levelPaint(
  level: Level,
  shown: boolean
): [string, 'fill-opacity' | 'line-opacity' | 'line-width', number][] {
  return [
    [`${level}-land`, 'fill-opacity', shown ? 1 : 0],
    [`${level}-contested`, 'fill-opacity', shown ? contestedOpacity : 0],
    [`${level}-coast`, 'line-opacity', shown ? 1 : 0],
    [`${level}-border`, 'line-opacity', shown ? 1 : 0],
    [`${level}-border-disputed`, 'line-opacity', shown ? 1 : 0],
    [`${level}-border-control`, 'line-opacity', shown ? 1 : 0],
    [`${level}-group`, 'line-width', shown ? groupWidthPx : 0]
  ];
}

const contestedOpacity = 0.75;
const groupWidthPx = 1.2;

function land(level: Level, palette: Palette): LayerSpecification {
  return {
    id: `${level}-land`,
    type: 'fill',
    source: level,
    'source-layer': tileLayer,
    ...zoomRange(level),
    filter: isKind('land'),
    paint: { 'fill-color': landColor(palette), 'fill-opacity': openingOpacity(level) }
  };
}

/** Land, turned towards its tint as far as the country is highlighted; one pass instead of two. */
function landColor(palette: Palette): ExpressionSpecification {
  const towards = (tint: string): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['number', ['feature-state', 'opacity'], 0],
    0,
    palette.land,
    1,
    tint
  ];
  return [
    'match',
    ['string', ['feature-state', 'tint'], ''],
    'first',
    towards(palette.tintFirst),
    'second',
    towards(palette.tintSecond),
    'other',
    towards(palette.tintOther),
    palette.land
  ];
}

function lines(level: Level, palette: Palette): LayerSpecification[] {
  const shared = { source: level, 'source-layer': tileLayer, ...zoomRange(level) };
  const opening = openingOpacity(level);
  const join = { 'line-join': 'round' } as const;
  return [
    {
      id: `${level}-contested`,
      type: 'fill',
      ...shared,
      filter: isKind('contested'),
      paint: { 'fill-pattern': hatchImageId, 'fill-opacity': opening * contestedOpacity }
    },
    {
      id: `${level}-coast`,
      type: 'line',
      ...shared,
      filter: isKind('coast'),
      layout: join,
      paint: {
        'line-color': palette.coast,
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

function zoomRange(level: Level): { minzoom?: number } {
  return level === 'fine' ? { minzoom: fineReadyFromZoom } : {};
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
