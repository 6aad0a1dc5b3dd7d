import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { dark, light } from '../theme/palette.ts';
import { shapeLayers } from './shape-layers.ts';

describe('shapeLayers(palette)', () => {
  it.each([light, dark])('is a valid style', (palette) => {
    const sources = {
      shapes: {
        type: 'geojson' as const,
        data: { type: 'FeatureCollection' as const, features: [] },
        promoteId: 'id'
      }
    };
    expect(validateStyleMin({ version: 8, sources, layers: shapeLayers(palette) })).toEqual([]);
  });
});
