import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { dark, light } from '../theme/palette.ts';
import { BaseMap, type BaseMapTarget } from './base-map.ts';
import { featureStates } from './feature-states.ts';
import { emptyView } from './fixtures.ts';
import { laterStyle, mapStyle } from './style.ts';

/** A map that records what it is told, with all of its tiles loaded unless told otherwise. */
function fakeMap(zoom = 4) {
  const calls: [name: string, ...args: unknown[]][] = [];
  const states = new Map<string, { opacity: number }>();
  const map = {
    zoom,
    loaded: true,
    calls,
    states,
    named: (name: string) => calls.filter(([called]) => called === name),
    getZoom: () => map.zoom,
    isSourceLoaded: () => map.loaded,
    layers: mapStyle(light, String).layers,
    getLayer: (id: string) =>
      [...map.layers, ...map.named('addLayer').map(([, layer]) => layer)].find(
        (layer) => (layer as LayerSpecification).id === id
      ),
    getLayersOrder: () => map.layers.map(({ id }) => id),
    hasImage: () => calls.some(([name]) => name === 'addImage'),
    setFeatureState(
      { source, sourceLayer, id }: { source: string; sourceLayer: string; id: string },
      state: { opacity: number }
    ) {
      calls.push(['setFeatureState', source, sourceLayer, id, state]);
      states.set(`${source} ${id}`, state);
    },
    ...Object.fromEntries(
      [
        ...['addImage', 'addLayer', 'addSource', 'jumpTo', 'setPaintProperty', 'setStyle'],
        'updateImage'
      ].map((name) => [name, (...args: unknown[]) => calls.push([name, ...args])])
    )
  };
  return map;
}

function baseOn(map: ReturnType<typeof fakeMap>) {
  return new BaseMap(map as unknown as BaseMapTarget, light, 1);
}

const russia = featureStates({
  ...emptyView(),
  highlights: [{ code: 'RUS', tint: 'first', opacity: 1 }]
});
const gulf = featureStates({
  highlights: [{ code: 'IRN', tint: 'second', opacity: 0.5 }],
  groups: [{ id: 'GCC', land: ['SAU'], opacity: 1 }]
});

describe('BaseMap', () => {
  it('moves the camera only where it is another, compared by value', () => {
    const map = fakeMap();
    const base = baseOn(map);
    const { camera } = emptyView();
    expect(base.setCamera(camera)).toBe(true);
    expect(base.setCamera({ ...camera, center: [5, 0] })).toBe(false);
    expect(base.setCamera({ ...camera, bearing: 1 })).toBe(true);
    expect(map.named('jumpTo')).toHaveLength(2);
    base.forgetCamera();
    expect(base.setCamera({ ...camera, bearing: 1 })).toBe(true);
  });

  it('marks on the level that is shown, and says nothing twice', () => {
    const map = fakeMap();
    const base = baseOn(map);
    expect(base.setStates(russia)).toBe(true);
    expect(base.setStates(new Map(russia))).toBe(false);
    expect(map.calls).toEqual([
      ['setFeatureState', 'coarse', 'geography', 'RUS', { opacity: 1, tint: 'first' }]
    ]);
  });

  it('has the marks on a level before it shows that, and none of an earlier time', () => {
    const map = fakeMap(6);
    const base = baseOn(map);
    const onFine = () => [...map.states].filter(([id]) => id.startsWith('fine')).sort();
    base.fineLoaded();
    base.setStates(russia);
    expect(onFine()).toEqual([]);
    base.settleLevel();
    expect(onFine()).toEqual([['fine RUS', { opacity: 1, tint: 'first' }]]);
    const marked = map.calls.findLastIndex(([name]) => name === 'setFeatureState');
    const painted = map.calls.findIndex(([name]) => name === 'setPaintProperty');
    expect(marked).toBeLessThan(painted);
    map.zoom = 4;
    base.settleLevel();
    base.setStates(gulf);
    map.zoom = 6;
    base.settleLevel();
    expect(onFine()).toEqual([
      ['fine GCC', { opacity: 1 }],
      ['fine IRN', { opacity: 0.5, tint: 'second' }],
      ['fine RUS', { opacity: 0, tint: 'first' }]
    ]);
  });

  it('comes to the same marks by every way', () => {
    const [straight, round] = [fakeMap(), fakeMap()];
    baseOn(straight).setStates(gulf);
    const base = baseOn(round);
    for (const states of [gulf, russia, new Map(), russia, gulf]) base.setStates(states);
    const marked = ({ states }: typeof round) =>
      [...states].filter(([, { opacity }]) => opacity > 0).sort();
    expect(marked(round)).toEqual(marked(straight));
  });

  it('sets its marks anew when the map has forgotten them', () => {
    const map = fakeMap();
    const base = baseOn(map);
    base.setStates(gulf);
    map.states.clear();
    base.restore();
    expect(map.states.get('coarse GCC')).toEqual({ opacity: 1 });
    expect(map.named('addImage')).toHaveLength(1);
  });

  it('shows the fine level from zoom 4.5, once it is there and its tiles are loaded', () => {
    const map = fakeMap(6);
    const base = baseOn(map);
    expect([base.wanted, base.fineAwaited]).toEqual(['coarse', true]);
    base.fineLoaded();
    expect(base.fineAwaited).toBe(false);
    map.loaded = false;
    expect([base.wanted, base.settleLevel(), base.levelSettled]).toEqual(['fine', false, false]);
    expect(map.named('setPaintProperty')).toEqual([]);
    map.loaded = true;
    expect([base.settleLevel(), base.levelSettled]).toEqual([true, true]);
    expect(map.calls).toContainEqual(['setPaintProperty', 'fine-land', 'fill-opacity', 1]);
    expect(map.calls).toContainEqual(['setPaintProperty', 'coarse-land', 'fill-opacity', 0]);
    expect(base.settleLevel()).toBe(false);
    map.zoom = 4.49;
    expect([base.wanted, base.settleLevel()]).toEqual(['coarse', true]);
  });

  it('stays with the coarse level where a tile of the fine one has failed, whatever else has come', () => {
    for (const order of [['came', 'failed'], ['failed', 'came'], ['failed']]) {
      const map = fakeMap(6);
      const base = baseOn(map);
      for (const told of order) {
        if (told === 'came') base.fineLoaded();
        else base.fineFailed();
      }
      expect([base.wanted, base.settleLevel(), base.fineAwaited]).toEqual(['coarse', false, false]);
    }
  });

  it('awaits the fine level only where the zoom asks for it', () => {
    expect(baseOn(fakeMap(4.49)).fineAwaited).toBe(false);
    expect(baseOn(fakeMap(4.5)).fineAwaited).toBe(true);
  });

  it('adds the parts that were left aside, each layer where it belongs', () => {
    const map = fakeMap();
    const { sources, layers } = laterStyle(light, String);
    baseOn(map).addLaterParts(String);
    expect(map.calls).toEqual([
      ...sources.map((source) => ['addSource', ...source]),
      ...layers.map((layer) => ['addLayer', ...layer])
    ]);
  });

  it('adds them in the colors of the day, and has those follow the palette from then on', () => {
    const map = fakeMap();
    const base = baseOn(map);
    const painted = (id: string) =>
      map.named('setPaintProperty').filter(([, layer]) => layer === id);
    base.setPalette(dark);
    expect([painted('coarse-land').length, painted('rivers').length]).toEqual([1, 0]);
    base.addLaterParts(String);
    const colors = JSON.stringify(map.named('addLayer')).match(/#[\da-f]{6}/gi) ?? [];
    expect(colors.length).toBeGreaterThan(10);
    for (const color of colors) expect(Object.values(dark)).toContain(color);
    base.setPalette(light);
    expect(painted('rivers')).toEqual([['setPaintProperty', 'rivers', 'line-color', light.river]]);
  });

  it('changes colors, and only colors, with the palette', () => {
    const map = fakeMap();
    const base = baseOn(map);
    base.addHatch();
    base.setPalette(light);
    expect(map.named('setPaintProperty')).toEqual([]);
    base.setPalette(dark);
    const painted = map.named('setPaintProperty');
    expect(painted).toContainEqual(['setPaintProperty', 'sea', 'background-color', dark.sea]);
    expect(painted.every(([, , property]) => String(property).endsWith('-color'))).toBe(true);
    expect(map.named('updateImage')).toHaveLength(1);
  });

  it('gives a map that has lost its style as much of it as it had', () => {
    const map = fakeMap();
    const base = baseOn(map);
    base.setStyle(String);
    base.addLaterParts(String);
    base.setStyle(String);
    const parts = map
      .named('setStyle')
      .map(([, style]) => Object.keys((style as StyleSpecification).sources));
    expect(parts).toEqual([['coarse'], ['coarse', 'fine', 'water']]);
  });
});
