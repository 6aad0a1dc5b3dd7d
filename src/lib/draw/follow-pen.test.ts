import { describe, expect, it } from 'vitest';
import { followPen, type DrawMode } from './follow-pen.ts';

/** An element 200 px wide and 100 px high at (10, 20), and what its pen told. */
function sheet(mode: DrawMode) {
  const told: unknown[] = [];
  const captured: number[] = [];
  const element = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 10, top: 20, width: 200, height: 100 }),
    setPointerCapture: (id: number) => void captured.push(id)
  }) as unknown as Element;
  const state = { mode };
  const stop = followPen(element, {
    mode: () => state.mode,
    onStart: (point) => told.push(['start', point]),
    onMove: (points) => told.push(['move', points]),
    onEnd: (kept) => told.push(['end', kept]),
    onPoint: (point) => told.push(['point', point])
  });
  const send = (type: string, more: object = {}) => {
    const event = Object.assign(new Event(type, { cancelable: true }), {
      pointerId: 1,
      pointerType: 'mouse',
      button: 0,
      clientX: 110,
      clientY: 70,
      getCoalescedEvents: () => [],
      ...more
    });
    element.dispatchEvent(event);
    return event;
  };
  return { told, captured, state, send, stop };
}

describe('followPen(element, options)', () => {
  it('draws from press to release, and holds the pointer meanwhile', () => {
    const { told, captured, send } = sheet('pen');
    send('pointermove');
    expect(send('pointerdown').defaultPrevented).toBe(true);
    send('pointermove', { clientX: 210 });
    send('pointerup');
    send('pointermove');
    expect(captured).toEqual([1]);
    expect(told).toEqual([
      ['start', [0.5, 0.5]],
      ['move', [[1, 0.5]]],
      ['end', true]
    ]);
  });

  it('takes every point that came between two pictures', () => {
    const { told, send } = sheet('pen');
    send('pointerdown');
    const between = [30, 50].map((clientX) => ({ clientX, clientY: 20 }));
    send('pointermove', { getCoalescedEvents: () => between });
    expect(told.at(-1)).toEqual([
      'move',
      [
        [0.1, 0],
        [0.2, 0]
      ]
    ]);
  });

  it('calls a stroke off that the system takes over', () => {
    const { told, send } = sheet('pen');
    send('pointerdown', { pointerType: 'touch' });
    send('pointercancel');
    expect(told.at(-1)).toEqual(['end', false]);
  });

  it('lets no second finger and no second button into the line', () => {
    const { told, send } = sheet('pen');
    send('pointerdown', { button: 2 });
    send('pointerdown');
    send('pointerdown', { pointerId: 2 });
    send('pointermove', { pointerId: 2 });
    send('pointerup', { pointerId: 2 });
    expect(told).toEqual([['start', [0.5, 0.5]]]);
  });

  it('points with the laser, until the pointer leaves or a finger is lifted', () => {
    const { told, send } = sheet('laser');
    send('pointermove');
    send('pointerup');
    send('pointerleave');
    send('pointerdown', { pointerType: 'touch' });
    send('pointerup', { pointerType: 'touch' });
    expect(told).toEqual([
      ['point', [0.5, 0.5]],
      ['point', null],
      ['point', [0.5, 0.5]],
      ['point', null]
    ]);
  });

  it('leaves the map alone while it is off, and once it has been stopped', () => {
    const { told, state, send, stop } = sheet('off');
    expect(send('pointerdown').defaultPrevented).toBe(false);
    send('pointermove');
    state.mode = 'pen';
    stop();
    send('pointerdown');
    expect(told).toEqual([]);
  });
});
