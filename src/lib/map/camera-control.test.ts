import { beforeEach, describe, expect, it, vi } from 'vitest';
import { durations, ease } from '../ease.ts';
import type { Camera } from '../story/story.ts';
import { CameraControl, type CameraTarget } from './camera-control.ts';

const home: Camera = { center: [50, 40], zoom: 4, bearing: 0, pitch: 0 };
const away: Camera = { center: [10, 20], zoom: 6, bearing: 0, pitch: 0 };

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  return () => vi.unstubAllGlobals();
});

/** A map and its geography that record what they are told. */
function fakeControl() {
  const calls: unknown[][] = [];
  const listeners: Record<string, () => void> = {};
  const record =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const map = {
    on: (name: string, listener: () => void) => (listeners[name] = listener),
    easeTo: record('easeTo'),
    stop: record('stop'),
    setTransformConstrain: record('setTransformConstrain'),
    getCenter: () => ({ lng: away.center[0], lat: away.center[1] }),
    getZoom: () => away.zoom,
    getBearing: () => away.bearing,
    getPitch: () => away.pitch
  };
  let set: Camera | null = null;
  const control = new CameraControl({
    map: map as unknown as CameraTarget,
    base: {
      setCamera(camera) {
        if (camera === set) return false;
        set = camera;
        calls.push(['setCamera', camera]);
        return true;
      },
      forgetCamera: () => (set = null)
    },
    camera: home,
    setGestures: record('setGestures'),
    onMove: record('onMove'),
    onReturn: record('onReturn')
  });
  const taken = () => calls.splice(0);
  return { control, taken, fire: (name: string) => listeners[name]!() };
}

describe('CameraControl', () => {
  it('begins with the story’s camera, and without gestures', () => {
    const { taken } = fakeControl();
    expect(taken()).toEqual([
      ['setGestures', false],
      ['setCamera', home]
    ]);
  });

  it('follows the story, and says whether the map has moved', () => {
    const { control, taken } = fakeControl();
    taken();
    expect(control.follow(away)).toBe(true);
    expect(control.follow(away)).toBe(false);
    expect(taken()).toEqual([['setCamera', away]]);
  });

  it('leaves the camera to the reader while they explore, and tells of each move', () => {
    const { control, taken, fire } = fakeControl();
    fire('move');
    taken();
    control.explore();
    control.explore();
    expect(control.follow(away)).toBe(false);
    fire('move');
    expect(taken()).toEqual([
      ['setTransformConstrain', null],
      ['setGestures', true],
      ['onMove', away]
    ]);
  });

  it('eases back to the View that the story has come to, and then is at it to the bit', () => {
    const { control, taken, fire } = fakeControl();
    control.explore();
    control.follow(away);
    taken();
    control.returnToStory();
    expect(control.returning).toBe(true);
    expect(taken()).toEqual([
      ['setGestures', false],
      ['stop'],
      ['setTransformConstrain', expect.any(Function)],
      ['easeTo', { ...away, duration: durations.fade, easing: ease }]
    ]);
    fire('moveend');
    fire('moveend');
    expect(control.returning).toBe(false);
    expect(taken()).toEqual([['stop'], ['setCamera', away], ['onReturn']]);
  });

  it('comes back at once for a reader who wants no motion', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const { control, taken } = fakeControl();
    control.explore();
    control.returnToStory();
    expect(taken()).toContainEqual(['easeTo', { ...home, duration: 0, easing: ease }]);
  });

  it('cuts the way back short when the story goes on, or the reader explores again', () => {
    for (const cut of ['follow', 'explore'] as const) {
      const { control, taken } = fakeControl();
      control.explore();
      control.returnToStory();
      taken();
      control[cut](away);
      expect(control.returning).toBe(false);
      expect(control.exploring).toBe(cut === 'explore');
      expect(taken()).toContainEqual(['onReturn']);
    }
  });

  it('leaves a return without a way to the next View', () => {
    const { control, taken } = fakeControl();
    control.explore();
    taken();
    control.returnToStory({ atOnce: true });
    expect(control.returning).toBe(false);
    expect(taken().map(([name]) => name)).not.toContain('easeTo');
    expect(control.follow(home)).toBe(true);
  });

  it('zooms only for a reader who explores', () => {
    const { control, taken } = fakeControl();
    taken();
    control.zoomBy(1);
    expect(taken()).toEqual([]);
    control.explore();
    taken();
    control.zoomBy(-1);
    expect(taken()).toEqual([['easeTo', { zoom: 5, duration: durations.fade, easing: ease }]]);
  });
});
