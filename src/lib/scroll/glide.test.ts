import { describe, expect, it } from 'vitest';
import { glide, type GlideClock } from './glide.ts';

function fakeClock() {
  let time = 0;
  let waiting: (() => void) | null = null;
  const clock: GlideClock = {
    now: () => time,
    requestFrame: (callback) => ((waiting = callback), 1),
    cancelFrame: () => (waiting = null)
  };
  const pass = (ms: number) => {
    time += ms;
    const callback = waiting;
    waiting = null;
    callback?.();
  };
  return { clock, pass };
}

describe('glide(from, to, durationMs, move)', () => {
  it('ends exactly at its goal, having only come nearer', () => {
    const { clock, pass } = fakeClock();
    const values: number[] = [];
    glide(100, 900.5, 400, (value) => values.push(value), clock);
    for (let i = 0; i < 10; i++) pass(50);
    expect(values.at(-1)).toBe(900.5);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('stays where it is when stopped', () => {
    const { clock, pass } = fakeClock();
    const values: number[] = [];
    const stop = glide(0, 100, 400, (value) => values.push(value), clock);
    pass(100);
    stop();
    pass(400);
    expect(values).toHaveLength(1);
  });

  it('stays where it is when stopped as it moves', () => {
    const { clock, pass } = fakeClock();
    const values: number[] = [];
    const stop = glide(0, 100, 400, (value) => (values.push(value), stop()), clock);
    pass(100);
    pass(400);
    expect(values).toHaveLength(1);
  });

  it('is there at the next frame when it takes no time', () => {
    const { clock, pass } = fakeClock();
    const values: number[] = [];
    glide(0, 100, 0, (value) => values.push(value), clock);
    pass(0);
    expect(values).toEqual([100]);
  });
});
