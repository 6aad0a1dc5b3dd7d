import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { dark, light } from '../theme/palette.ts';
import { geographyTiles, type GeographyPart } from './geography-tiles.ts';
import {
  aboveReliefId,
  laterStyle,
  levelPaint,
  mapLayers,
  mapStyle,
  reliefLayer
} from './style.ts';

const tilesOf = (part: GeographyPart) =>
  geographyTiles(part, { base: '/geo', fine: '/geo/theatre-fine.json', groups: {}, borders: [] });

/** The style once all has been added to it but the relief. */
function wholeStyle(palette = light) {
  const style = mapStyle(palette, tilesOf);
  const later = laterStyle(palette, tilesOf);
  for (const [id, source] of later.sources) style.sources[id] = source;
  for (const [layer, under] of later.layers) {
    const { layers } = style;
    const at = under === undefined ? layers.length : layers.findIndex(({ id }) => id === under);
    layers.splice(at, 0, layer);
  }
  return style;
}

describe('mapStyle(palette, tilesOf)', () => {
  it.each([
    ['light', light],
    ['dark', dark]
  ])('is valid with the %s palette', (_, palette) => {
    expect(validateStyleMin(mapStyle(palette, tilesOf))).toEqual([]);
  });

  it('asks nothing of the network: no glyphs, no sprite, no addresses', () => {
    const style = wholeStyle();
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
    expect(style.layers.map(({ type }) => type)).not.toContain('symbol');
  });

  it('has the worker cut the tiles, and at first shows, and so fetches, only the world’s', () => {
    const { sources, layers } = mapStyle(light, tilesOf);
    expect(sources).toEqual({
      coarse: expect.objectContaining({ type: 'vector', tiles: [tilesOf('coarse')] })
    });
    const shown = layers.flatMap((layer) => ('source' in layer ? [layer.source] : []));
    expect(shown.length).toBeGreaterThan(1);
    expect(new Set(shown)).toEqual(new Set(['coarse']));
  });

  it('uses only colors of the palette', () => {
    const colors = JSON.stringify(mapLayers(dark)).match(/#[\da-f]{6}/gi) ?? [];
    expect(colors.length).toBeGreaterThan(10);
    for (const color of colors) expect(Object.values(dark)).toContain(color);
  });

  it('stays valid with the relief, under rivers and lines', () => {
    const style = wholeStyle();
    const at = style.layers.findIndex(({ id }) => id === aboveReliefId);
    expect(at).toBeGreaterThan(0);
    style.sources.relief = {
      type: 'image',
      url: '/geo/relief.webp',
      coordinates: [
        [0, 1],
        [1, 1],
        [1, 0],
        [0, 0]
      ]
    };
    style.layers.splice(at, 0, reliefLayer());
    expect(validateStyleMin(style)).toEqual([]);
  });
});

describe('laterStyle(palette, tilesOf)', () => {
  it('makes the style whole, every layer in its place', () => {
    const { sources, layers } = wholeStyle();
    expect(Object.keys(sources)).toEqual(['coarse', 'fine', 'water']);
    for (const part of ['coarse', 'fine', 'water'] as const) {
      expect(sources[part]).toMatchObject({ type: 'vector', tiles: [tilesOf(part)] });
    }
    expect(layers).toEqual(mapLayers(light));
  });

  it.each([
    ['light', light],
    ['dark', dark]
  ])('leaves it valid with the %s palette', (_, palette) => {
    expect(validateStyleMin(wholeStyle(palette))).toEqual([]);
  });
});

describe('levelPaint(level, shown)', () => {
  it('covers every layer of its level, and opens as the style does', () => {
    for (const [level, shown] of [
      ['coarse', true],
      ['fine', false]
    ] as const) {
      const layers = mapLayers(light).filter(
        (layer) => 'source' in layer && layer.source === level
      );
      const paint = levelPaint(level, shown);
      expect(paint.map(([id]) => id).sort()).toEqual(layers.map(({ id }) => id).sort());
      for (const [id, property, value] of paint) {
        const layer = layers.find((one) => one.id === id)!;
        expect(layer.paint).toHaveProperty(property, value);
      }
    }
  });

  it('sets plain numbers, 0 where hidden', () => {
    expect(levelPaint('fine', false).every(([, , value]) => value === 0)).toBe(true);
    expect(levelPaint('fine', true).every(([, , value]) => value > 0)).toBe(true);
  });
});
