import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import { worldLoaded } from './world-loaded.ts';

function fakeMap() {
  const listeners = new Map<string, Set<(event: object) => void>>();
  const of = (name: string) => listeners.get(name) ?? new Set();
  const map = {
    on: (name: string, listener: (event: object) => void) =>
      listeners.set(name, of(name).add(listener)),
    off: (name: string, listener: (event: object) => void) => of(name).delete(listener)
  };
  return {
    map: map as unknown as MapLibreMap,
    fire: (name: string, event: object) => of(name).forEach((listener) => listener(event)),
    count: () => of('sourcedata').size + of('error').size
  };
}

describe('worldLoaded(map)', () => {
  it('waits for a tile of the coarse world, and then listens no more', async () => {
    const { map, fire, count } = fakeMap();
    let loaded = false;
    const promise = worldLoaded(map).then(() => (loaded = true));
    fire('sourcedata', { sourceId: 'fine', tile: { state: 'loaded' } });
    fire('sourcedata', { sourceId: 'coarse' });
    fire('sourcedata', { sourceId: 'coarse', tile: { state: 'loading' } });
    fire('error', { error: new Error('water'), sourceId: 'water' });
    await Promise.resolve();
    expect(loaded).toBe(false);
    fire('sourcedata', { sourceId: 'coarse', tile: { state: 'loaded' } });
    await promise;
    expect(count()).toBe(0);
  });

  it('rejects where the worker does not answer', async () => {
    vi.useFakeTimers();
    const { map, count } = fakeMap();
    const promise = worldLoaded(map);
    const rejected = expect(promise).rejects.toThrow('no answer');
    await vi.advanceTimersByTimeAsync(60_000);
    await rejected;
    expect(count()).toBe(0);
    vi.useRealTimers();
  });

  for (const [name, source] of [
    ['the coarse world', { sourceId: 'coarse' }],
    ['the worker, which is of no source', {}]
  ] as const) {
    it(`rejects with the error of ${name}`, async () => {
      const { map, fire, count } = fakeMap();
      const promise = worldLoaded(map);
      fire('error', { error: new Error('no world'), ...source });
      await expect(promise).rejects.toThrow('no world');
      expect(count()).toBe(0);
    });
  }
});
