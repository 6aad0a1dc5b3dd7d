import type { MapOptions } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import { HoldableMap } from './holdable-map.ts';

vi.mock('maplibre-gl', () => ({
  Map: class {
    asked = 0;
    constructor() {
      this.triggerRepaint();
    }
    triggerRepaint() {
      this.asked++;
    }
  }
}));

function makeMap() {
  return new HoldableMap({} as MapOptions) as HoldableMap & { readonly asked: number };
}

describe('HoldableMap', () => {
  it('draws whenever it is asked to, until it is held: then once more', () => {
    const map = makeMap();
    map.triggerRepaint();
    expect(map.asked).toBe(2);
    map.hold();
    expect(map.asked).toBe(3);
    map.triggerRepaint();
    expect(map.asked).toBe(3);
  });

  it('draws again as soon as it is released, once', () => {
    const map = makeMap();
    map.hold();
    map.release();
    map.release();
    expect(map.asked).toBe(3);
    map.triggerRepaint();
    expect(map.asked).toBe(4);
  });
});
