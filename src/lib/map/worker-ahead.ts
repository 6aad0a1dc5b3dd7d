import { aheadHash } from './geography-tiles.ts';
import workerUrl from './map-worker.ts?worker&url';

/** The address of the map's worker, which fetches the world under a base address as soon as it runs. */
export function workerAddress(geoBase: string): string {
  const url = new URL(workerUrl, document.baseURI);
  url.hash = aheadHash(new URL(geoBase, document.baseURI).href);
  return url.href;
}

let started: Worker | null = null;

/**
 * Starts the map's worker before MapLibre, which would start it, is there: by the time that a map asks it for the
 * world, it has it. In a sandboxed frame without an origin only MapLibre knows how to start it.
 */
export function startWorkerAhead(geoBase: string): void {
  if (started !== null || globalThis.origin === 'null') return;
  const worker = new Worker(workerAddress(geoBase), { type: 'module' });
  // MapLibre then starts its own, and tells why it does not run.
  worker.addEventListener('error', () => (started = null), { once: true });
  started = worker;
}

/**
 * Calls what makes workers there and then, and has the first of them be the one that was started ahead, where there is
 * one: MapLibre takes an address only.
 */
export function handOverWorker(makeWorkers: () => void): void {
  const { Worker } = globalThis;
  globalThis.Worker = new Proxy(Worker, {
    construct(target, args) {
      const worker = started ?? Reflect.construct(target, args);
      started = null;
      return worker;
    }
  });
  try {
    makeWorkers();
  } finally {
    globalThis.Worker = Worker;
  }
}
