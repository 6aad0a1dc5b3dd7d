import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FramesWhenDue } from './frames-when-due.ts';

/** A browser's frame, ms. */
const frameMs = 16;

describe('FramesWhenDue', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (drawing: (time: number) => void) =>
      setTimeout(() => drawing(performance.now()), frameMs)
    );
    vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** A loop as deck.gl's, and how often it has drawn. */
  function loopOf(frames: FramesWhenDue) {
    const loop = { drawn: 0 };
    const draw = () => {
      loop.drawn++;
      frames.requestAnimationFrame(draw);
    };
    frames.requestAnimationFrame(draw);
    return loop;
  }

  it('gives a loop every frame until all is drawn, and then few', () => {
    let atRest = false;
    const loop = loopOf(new FramesWhenDue(() => atRest));
    vi.advanceTimersByTime(20 * frameMs);
    expect(loop.drawn).toBe(20);
    atRest = true;
    vi.advanceTimersByTime(5000);
    expect(loop.drawn - 20).toBeGreaterThan(2);
    expect(loop.drawn - 20).toBeLessThan(15);
  });

  it('gives a loop at rest the next frame when it is woken', () => {
    const frames = new FramesWhenDue(() => true);
    const loop = loopOf(frames);
    vi.advanceTimersByTime(3 * frameMs);
    for (let time = 1; time <= 5; time++) {
      const before = loop.drawn;
      frames.wake();
      vi.advanceTimersByTime(frameMs);
      expect(loop.drawn).toBe(before + 1);
    }
  });

  it('gives one more frame to a loop that is woken while it draws', () => {
    const frames = new FramesWhenDue(() => true);
    let drawn = 0;
    const draw = () => {
      if (++drawn === 1) frames.wake();
      frames.requestAnimationFrame(draw);
    };
    frames.requestAnimationFrame(draw);
    vi.advanceTimersByTime(3 * frameMs);
    expect(drawn).toBe(2);
  });

  it.each([
    ['under way', () => false],
    ['at rest', () => true]
  ])('gives a loop that is called off %s no more frames', (_, atRest) => {
    const frames = new FramesWhenDue(atRest);
    const loop = loopOf(frames);
    vi.advanceTimersByTime(3 * frameMs);
    const before = loop.drawn;
    frames.cancelAnimationFrame();
    frames.wake();
    vi.advanceTimersByTime(5000);
    expect(loop.drawn).toBe(before);
  });
});
