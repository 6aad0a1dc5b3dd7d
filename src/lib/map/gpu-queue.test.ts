import { describe, expect, it } from 'vitest';
import { GpuQueue } from './gpu-queue.ts';

/** A GPU that comes to the end of its frames when told to. */
function fakeGpu() {
  const signals = new Map<object, number>();
  const [signaled, unsignaled] = [0x9119, 0x9118];
  const gl = {
    SYNC_GPU_COMMANDS_COMPLETE: 0x9117,
    SYNC_STATUS: 0x9114,
    UNSIGNALED: unsignaled,
    lost: false,
    fenceSync() {
      if (gl.lost) return null;
      const sync = {};
      signals.set(sync, unsignaled);
      return sync;
    },
    getSyncParameter: (sync: object) => (gl.lost ? null : signals.get(sync)),
    flush() {},
    deleteSync: (sync: object) => void signals.delete(sync)
  };
  let now = 0;
  return {
    gl,
    queue: new GpuQueue(gl as unknown as WebGL2RenderingContext, () => now),
    pass: (ms: number) => (now += ms),
    finish: (count: number) =>
      [...signals.keys()].slice(0, count).forEach((sync) => signals.set(sync, signaled)),
    get held() {
      return signals.size;
    }
  };
}

describe('GpuQueue', () => {
  it('is late once a frame has taken longer than a frame of the screen, until that is drawn', () => {
    const { queue, pass, finish } = fakeGpu();
    expect(queue.isLate).toBe(false);
    queue.add();
    pass(17);
    expect(queue.isLate).toBe(false);
    pass(17);
    expect(queue.isLate).toBe(true);
    finish(1);
    expect(queue.isLate).toBe(false);
  });

  it('counts the oldest frame that is not drawn, and forgets those that are', () => {
    const gpu = fakeGpu();
    const { queue, pass, finish } = gpu;
    queue.add();
    pass(20);
    queue.add();
    finish(1);
    pass(20);
    expect(queue.isLate).toBe(false);
    expect(gpu.held).toBe(1);
    pass(20);
    expect(queue.isLate).toBe(true);
  });

  it('is late with any frame while the GPU is slow, until it has drawn one in time', () => {
    const { queue, pass, finish } = fakeGpu();
    queue.add();
    pass(60);
    expect(queue.isLate).toBe(true);
    finish(1);
    expect(queue.isLate).toBe(false);
    queue.add();
    pass(1);
    expect(queue.isLate).toBe(true);
    pass(16);
    finish(1);
    expect(queue.isLate).toBe(false);
    queue.add();
    pass(1);
    expect(queue.isLate).toBe(false);
  });

  it('holds on to no frame that is drawn, though nobody asks', () => {
    const gpu = fakeGpu();
    for (let frame = 0; frame < 100; frame++) {
      gpu.queue.add();
      gpu.finish(gpu.held);
    }
    expect(gpu.held).toBe(1);
  });

  it('waits no more for a GPU that tells nothing of its frames', () => {
    const gpu = fakeGpu();
    const { queue, pass } = gpu;
    queue.add();
    pass(9000);
    expect(queue.isLate).toBe(true);
    pass(2000);
    expect(queue.isLate).toBe(false);
    for (let frame = 0; frame < 100; frame++) queue.add();
    pass(100);
    expect(queue.isLate).toBe(false);
    expect(gpu.held).toBe(1);
  });

  it('waits for nothing of a context that is lost, nor once it is back', () => {
    const { gl, queue, pass } = fakeGpu();
    queue.add();
    pass(100);
    gl.lost = true;
    queue.clear();
    queue.add();
    expect(queue.isLate).toBe(false);
    gl.lost = false;
    pass(100);
    expect(queue.isLate).toBe(false);
  });
});
