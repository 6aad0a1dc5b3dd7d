import type { Layer, LayerContext } from '@deck.gl/core';
import { describe, expect, it } from 'vitest';
import { dark, light } from '../theme/palette.ts';
import { ArcLayers } from './arc-layers.ts';
import { equatorArc } from './fixtures.ts';

/** A device that keeps what is written into its buffers. */
function fakeDevice() {
  const buffers: { data: readonly number[]; destroyed: boolean }[] = [];
  const device = {
    createBuffer(data: Float32Array) {
      const buffer = { data: [...data], destroyed: false };
      buffers.push(buffer);
      return {
        write: (written: Float32Array) => (buffer.data = [...written]),
        destroy: () => (buffer.destroyed = true)
      };
    }
  };
  return { buffers, layers: new ArcLayers(device as unknown as LayerContext['device']) };
}

/** What a layer is made of: paths by id, and what its accessors say of each. */
function propsOf([layer]: readonly Layer[]) {
  return (layer as Layer<Record<string, unknown>>).props as unknown as {
    readonly data: {
      readonly length: number;
      readonly startIndices: readonly number[];
      readonly attributes: Readonly<Record<string, { readonly value: Iterable<number> }>>;
    };
    getColor(item: null, info: { index: number }): number[];
    getArcForm(item: null, info: { index: number }): number[];
  };
}

describe('ArcLayers.layersOf({arcs}, palette, cameraLng)', () => {
  it('hands deck.gl the arcs as binary attributes', () => {
    const { layers, buffers } = fakeDevice();
    const arcs = [equatorArc('a', { drawn: 0.25, opacity: 0.5 })];
    const { data, ...props } = propsOf(layers.layersOf({ arcs }, light, 0));
    expect(data).toMatchObject({ length: 1, startIndices: [0, 3] });
    expect([...data.attributes.getPath!.value]).toEqual([0, 0, 5, 0, 10, 0]);
    const [start, middle, end] = data.attributes.getArcLengths!.value;
    expect([start, middle]).toEqual([0, expect.closeTo(end! / 2)]);
    expect(end).toBeCloseTo((512 * 10) / 360, 4);
    expect(props.getArcForm(null, { index: 0 })).toEqual([expect.closeTo(end!, 4), 0, 0, 0]);
    expect(props.getColor(null, { index: 0 })).toEqual(
      [1, 3, 5].map((at) => parseInt(light.hues[1].slice(at, at + 2), 16))
    );
    expect(buffers.map((buffer) => buffer.data)).toEqual([[0.25, 0.5, 0.25, 0.5, 0.25, 0.5]]);
  });

  it('writes into the buffer that is there while the arcs are the same', () => {
    const { layers, buffers } = fakeDevice();
    const arc = equatorArc('a', { drawn: 0.5 });
    const first = layers.layersOf({ arcs: [arc] }, light, 0);
    const next = layers.layersOf({ arcs: [{ ...arc, drawn: 0.75 }] }, light, 0);
    expect(next).toBe(first);
    expect(buffers.map((buffer) => buffer.data)).toEqual([[0.75, 1, 0.75, 1, 0.75, 1]]);
  });

  it('makes new layers for other arcs, another palette and another side of the world', () => {
    const { layers } = fakeDevice();
    const arcs = [equatorArc('a')];
    const first = layers.layersOf({ arcs }, light, 0);
    expect(layers.layersOf({ arcs: [...arcs, equatorArc('b')] }, light, 0)).not.toBe(first);
    expect(layers.layersOf({ arcs }, dark, 0)).not.toBe(first);
    const turned = [
      equatorArc('c', { path: [...arcs[0]!.path].map(([lng, lat]) => [lng + 360, lat]) })
    ];
    const { data } = propsOf(layers.layersOf({ arcs: turned }, light, 5));
    expect([...data.attributes.getPath!.value]).toEqual([0, 0, 5, 0, 10, 0]);
  });

  it('has the arcs of the passage above those that are dimmed', () => {
    const { layers, buffers } = fakeDevice();
    const arcs = [equatorArc('told'), equatorArc('kept', { opacity: 0.25 })];
    layers.layersOf({ arcs }, light, 0);
    expect(buffers[0]!.data).toEqual([1, 0.25, 1, 0.25, 1, 0.25, 1, 1, 1, 1, 1, 1]);
    expect([0, 1, -1].map((row) => layers.eventIdOf(row))).toEqual(['kept', 'told', null]);
  });

  it('draws what is prospective fainter, and dots round', () => {
    const { layers, buffers } = fakeDevice();
    const arc = equatorArc('a');
    const arcs = [{ ...arc, event: { ...arc.event, certainty: 'prospective' as const } }];
    const { getArcForm } = propsOf(layers.layersOf({ arcs }, light, 0));
    expect(getArcForm(null, { index: 0 }).slice(1)).toEqual([2.6, 11, 1]);
    expect(buffers[0]!.data[1]).toBeCloseTo(0.9);
  });
});
