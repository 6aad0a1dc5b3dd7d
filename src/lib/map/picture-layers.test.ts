import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it, vi } from 'vitest';
import { laidShape } from '../story/fixtures.ts';
import type { ViewShape } from '../view.ts';
import { PictureLayers, pictureLayer, type PictureTarget } from './picture-layers.ts';

/** A map that only knows its pictures, in their order from below. */
function fakeMap() {
  const sources = new Map<string, { url: string }>();
  const order = ['lakes', 'coarse-contested'];
  const opacity: Record<string, unknown> = {};
  const map = {
    addSource: (id: string, source: { url: string }) => sources.set(id, source),
    getSource: (id: string) => sources.get(id),
    getLayer: (id: string) => (order.includes(id) ? { id } : undefined),
    addLayer: ({ id }: { id: string }, above: string) => order.splice(order.indexOf(above), 0, id),
    setPaintProperty: (id: string, _: string, value: unknown) => (opacity[id] = value)
  };
  return { map: map as unknown as PictureTarget, sources, order, opacity };
}

const shape = (id: string): ViewShape => ({ event: laidShape(id), opacity: 1, badge: null });
const [chart, view] = [shape('chart'), shape('view')];

describe('PictureLayers', () => {
  vi.stubGlobal('document', { baseURI: 'https://maps.example.org/story/' });

  it('fetches a picture once a View has it, or may have it next', () => {
    const { map, sources, opacity } = fakeMap();
    const pictures = new PictureLayers(map, [chart.event, view.event]);
    expect(pictures.show([])).toBe(false);
    pictures.add();
    expect(sources.size).toBe(0);
    pictures.prepare([view]);
    expect([...sources.keys()]).toEqual(['picture-view']);
    expect(sources.get('picture-view')).toMatchObject({
      url: 'https://maps.example.org/story/media/view.avif'
    });
    expect(pictures.show([{ ...chart, opacity: 0.5 }])).toBe(true);
    expect(pictures.show([{ ...chart, opacity: 0.5 }])).toBe(false);
    expect(opacity).toEqual({ 'picture-chart': 0.4 });
    pictures.show([view]);
    expect(opacity).toEqual({ 'picture-chart': 0, 'picture-view': 0.8 });
  });

  it('lays them in the order of the story below contested areas and borders, whichever comes first', () => {
    const { map, order } = fakeMap();
    const pictures = new PictureLayers(map, [chart.event, view.event]);
    pictures.add();
    pictures.show([view]);
    pictures.show([chart, view]);
    expect(order).toEqual(['lakes', 'picture-chart', 'picture-view', 'coarse-contested']);
  });

  it('draws them again on a map that has lost its style', () => {
    const { map, sources, opacity } = fakeMap();
    const pictures = new PictureLayers(map, [chart.event]);
    pictures.add();
    pictures.show([chart]);
    sources.clear();
    delete opacity['picture-chart'];
    pictures.add();
    expect(sources.size).toBe(1);
    expect(opacity).toEqual({ 'picture-chart': 0.8 });
  });
});

describe('pictureLayer(source)', () => {
  it('is a valid style', () => {
    const { corners } = chart.event.geometry.picture!;
    const coordinates = corners.map((corner) => [...corner]) as [number, number][];
    const source = { type: 'image', url: 'a.avif', coordinates } as never;
    const layers = [pictureLayer('chart')];
    expect(validateStyleMin({ version: 8, sources: { chart: source }, layers })).toEqual([]);
  });
});
