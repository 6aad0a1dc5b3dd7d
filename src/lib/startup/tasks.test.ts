import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle, whenVisible } from './tasks.ts';

describe('whenIdle(callback)', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('calls back once the browser has time, after 3 s at the latest', () => {
    const asked = vi.fn<typeof requestIdleCallback>(() => 7);
    const calledOff = vi.fn();
    vi.stubGlobal('requestIdleCallback', asked);
    vi.stubGlobal('cancelIdleCallback', calledOff);
    const callback = vi.fn();
    const callOff = whenIdle(callback);
    expect(asked.mock.calls).toEqual([[callback, { timeout: 3000 }]]);
    callOff();
    expect(calledOff).toHaveBeenCalledWith(7);
  });

  it('calls back in a task of its own in a browser that does not tell', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    const callback = vi.fn();
    whenIdle(callback);
    expect(callback).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('does not call back what has been called off', () => {
    const callback = vi.fn();
    whenIdle(callback)();
    vi.runAllTimers();
    expect(callback).not.toHaveBeenCalled();
  });
});

describe('whenVisible(element, callback)', () => {
  /** What each observer was asked to watch, and how it tells of it. */
  const observers: { tell: (isIntersecting: boolean) => void; watching: Set<unknown> }[] = [];

  beforeEach(() => {
    observers.length = 0;
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        readonly #watching = new Set<unknown>();
        constructor(tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
          observers.push({
            tell: (isIntersecting) => tell([{ isIntersecting }]),
            watching: this.#watching
          });
        }
        observe(element: unknown) {
          this.#watching.add(element);
        }
        disconnect() {
          this.#watching.clear();
        }
      }
    );
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('calls back once, when the element comes into view', () => {
    const [element, callback] = [{} as Element, vi.fn()];
    whenVisible(element, callback);
    const { tell, watching } = observers[0]!;
    expect([...watching]).toEqual([element]);
    tell(false);
    expect(callback).not.toHaveBeenCalled();
    tell(true);
    expect(callback).toHaveBeenCalledTimes(1);
    expect(watching.size).toBe(0);
  });

  it('watches no longer once it is cancelled', () => {
    whenVisible({} as Element, vi.fn())();
    expect(observers[0]!.watching.size).toBe(0);
  });
});
