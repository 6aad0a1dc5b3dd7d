import { describe, expect, it } from 'vitest';
import { mapLayers } from '../map/style.ts';
import { light } from '../theme/palette.ts';
import { edgeStyles, riversFromZoom } from './base-paths.ts';
import { baseLines, drawBase } from './draw-base.ts';
import { groundUnder } from './ground.ts';

const layers = new Map(mapLayers(light).map((layer) => [layer.id, layer]));
const live = {
  river: 'rivers',
  coast: 'coarse-coast',
  border: 'coarse-border',
  disputed: 'coarse-border-disputed',
  control: 'coarse-border-control'
} as const;

/** The colour of what has no tint. */
function untinted(color: unknown): unknown {
  return Array.isArray(color) ? color.at(-1) : color;
}

describe('baseLines', () => {
  for (const [style, id] of Object.entries(live)) {
    it(`draws the ${style} as the live map does`, () => {
      const layer = layers.get(id)!;
      const paint = layer.paint as Record<string, unknown>;
      const line = baseLines[style as keyof typeof live];
      expect(untinted(paint['line-color'])).toBe(light[line.color]);
      expect(paint['line-width']).toEqual(['interpolate', ['linear'], ['zoom'], ...line.width]);
      expect(paint['line-dasharray']).toEqual('dash' in line ? line.dash : undefined);
    });
  }

  it('turns a tinted country’s coast as the live map does', () => {
    const { paint } = layers.get('coarse-coast')!;
    const color = (paint as Record<string, unknown>)['line-color'] as unknown[];
    const turned = (tint: string) => (color[color.indexOf(tint) + 1] as unknown[]).at(-1);
    for (const [tint, style] of Object.entries(edgeStyles)) {
      expect(turned(tint)).toBe(light[baseLines[style].color]);
      expect(baseLines[style].width).toEqual(baseLines.coast.width);
    }
  });

  it('shows rivers at the same zoom as the live map', () => {
    expect(riversFromZoom).toBe(layers.get('rivers')!.minzoom);
  });
});

const frame = { width: 480, height: 380, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
const ground = groundUnder({ center: [0, 0], zoom: 2, bearing: 0, pitch: 0 }, frame);

describe('drawBase(paths, zoom, ground, frame)', () => {
  it('grows lines and their dashes with the zoom, and holds them beyond', () => {
    const at = (zoom: number) =>
      drawBase([{ style: 'disputed', opacity: 1, data: 'M0 0l9 9' }], zoom, ground, frame);
    expect(at(2)).toContain('stroke-width=".7" stroke-dasharray="2.8 2.1"');
    expect(at(4)).toContain('stroke-width=".9"');
    expect(at(6)).toBe(at(12));
  });
});
