import { describe, expect, it } from 'vitest';
import { FramesOnCall } from './frames-on-call.ts';

/** A loop as deck.gl's, and when it has drawn. */
function loopOf(frames: FramesOnCall) {
  const times: number[] = [];
  const draw = (time: number) => {
    times.push(time);
    frames.requestAnimationFrame(draw);
  };
  frames.requestAnimationFrame(draw);
  return times;
}

describe('FramesOnCall', () => {
  it('gives a loop one frame for each call, within the call', () => {
    const frames = new FramesOnCall();
    const times = loopOf(frames);
    expect(times).toHaveLength(0);
    const before = performance.now();
    for (let call = 1; call <= 3; call++) {
      frames.draw();
      expect(times).toHaveLength(call);
    }
    expect(times[0]).toBeGreaterThanOrEqual(before);
    expect(times.at(-1)).toBeLessThanOrEqual(performance.now());
  });

  it('gives none before a loop has asked, nor once it has called off', () => {
    const frames = new FramesOnCall();
    frames.draw();
    const times = loopOf(frames);
    frames.cancelAnimationFrame();
    frames.draw();
    expect(times).toHaveLength(0);
  });

  it('keeps the next frame of a loop that fails in one', () => {
    const frames = new FramesOnCall();
    frames.requestAnimationFrame(() => {
      throw new Error('no context');
    });
    expect(() => frames.draw()).toThrow('no context');
    const times = loopOf(frames);
    frames.draw();
    expect(times).toHaveLength(1);
  });
});
