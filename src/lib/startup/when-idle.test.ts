import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from './when-idle.ts';

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
