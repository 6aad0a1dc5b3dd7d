import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOverWorker, startWorkerAhead, workerAddress } from './worker-ahead.ts';

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeWorker.made.push(this);
  }
}

/** The workers that MapLibre gets, where it makes so many. */
function taken(count: number): Worker[] {
  const workers: Worker[] = [];
  handOverWorker(() => {
    for (let i = 0; i < count; i++) workers.push(new Worker('maplibre'));
  });
  return workers;
}

beforeEach(() => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('document', { baseURI: 'http://localhost/a-story/' });
  vi.stubGlobal('origin', 'http://localhost');
});
afterEach(() => {
  taken(1);
  vi.unstubAllGlobals();
});

describe('startWorkerAhead(geoBase)', () => {
  it('starts one worker, told where the world is', () => {
    startWorkerAhead('/geo');
    startWorkerAhead('/geo');
    expect(FakeWorker.made.map(({ url }) => url)).toEqual([workerAddress('/geo')]);
    expect(new URL(workerAddress('/geo')).hash).toContain(
      encodeURIComponent('http://localhost/geo')
    );
  });

  it('starts none in a frame without an origin, where only MapLibre knows how', () => {
    vi.stubGlobal('origin', 'null');
    startWorkerAhead('/geo');
    expect(FakeWorker.made).toEqual([]);
    expect(taken(1)).toEqual([expect.objectContaining({ url: 'maplibre' })]);
  });
});

describe('handOverWorker(makeWorkers)', () => {
  it('gives the worker that was started as the first, once, and then what is asked for', () => {
    startWorkerAhead('/geo');
    const [ahead] = FakeWorker.made;
    const [first, second] = taken(2);
    expect(first).toBe(ahead);
    expect(second).toMatchObject({ url: 'maplibre' });
    expect(taken(1)).toEqual([expect.objectContaining({ url: 'maplibre' })]);
  });

  it('gives none that does not run', () => {
    startWorkerAhead('/geo');
    FakeWorker.made[0]!.dispatchEvent(new Event('error'));
    expect(taken(1)).toEqual([expect.objectContaining({ url: 'maplibre' })]);
  });

  it('leaves the page’s own Worker as it was, whatever happens', () => {
    expect(() =>
      handOverWorker(() => {
        throw new Error('no workers');
      })
    ).toThrow('no workers');
    expect(Worker).toBe(FakeWorker);
  });
});
