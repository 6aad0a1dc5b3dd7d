import { describe, expect, it, vi } from 'vitest';
import type { KeepFault } from './keep-request.ts';
import { OfflineStatus, type WorkerContainer } from './offline-status.svelte.ts';

/** A service worker that answers so, or never. */
class FakeWorker extends EventTarget {
  state = 'activated';
  readonly asked: unknown[] = [];
  answers: (KeepFault | null | 'silence')[];
  constructor(...answers: (KeepFault | null | 'silence')[]) {
    super();
    this.answers = answers;
  }
  postMessage(message: unknown, [port]: readonly [MessagePort]) {
    this.asked.push(message);
    const fault = this.answers.shift()!;
    if (fault !== 'silence') port.postMessage({ fault });
  }
  become(state: string) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
}

function containerOf(registration: FakeRegistration, controlled = false): WorkerContainer {
  return {
    register: async () => registration as unknown as ServiceWorkerRegistration,
    controller: controlled ? (registration.active as unknown as ServiceWorker) : null
  };
}

const at = { worker: '/service-worker.js', story: '/one/' };

describe('OfflineStatus', () => {
  it('is unsupported where the browser has no service workers', () => {
    expect(new OfflineStatus({ ...at, container: undefined }).state).toBe('unsupported');
  });

  it('is unsupported where the browser refuses them, as in a private window', async () => {
    vi.spyOn(console, 'warn').mockReturnValueOnce();
    const register = () => Promise.reject(new DOMException('no', 'SecurityError'));
    const status = new OfflineStatus({ ...at, container: { register, controller: null } });
    await vi.waitFor(() => expect(status.state).toBe('unsupported'));
  });

  it('asks the worker for the story, and is ready once it is kept', async () => {
    const registration = new FakeRegistration();
    registration.active = new FakeWorker(null);
    const status = new OfflineStatus({ ...at, container: containerOf(registration) });
    expect(status.state).toBe('preparing');
    await vi.waitFor(() => expect(status.state).toBe('ready'));
    expect(registration.active.asked).toEqual([{ keep: '/one/' }]);
    expect(status.updateReady).toBe(false);
  });

  it('waits for a worker that is being installed', async () => {
    const registration = new FakeRegistration();
    const worker = new FakeWorker(null);
    worker.state = 'installing';
    registration.installing = worker;
    const status = new OfflineStatus({ ...at, container: containerOf(registration) });
    await vi.waitFor(() => expect(status.state).toBe('preparing'));
    expect(worker.asked).toEqual([]);
    worker.become('activated');
    await vi.waitFor(() => expect(status.state).toBe('ready'));
  });

  it('fails where the worker could not be installed', async () => {
    vi.spyOn(console, 'warn').mockReturnValueOnce();
    const registration = new FakeRegistration();
    const worker = new FakeWorker(null);
    worker.state = 'redundant';
    registration.installing = worker;
    const status = new OfflineStatus({ ...at, container: containerOf(registration) });
    await vi.waitFor(() => expect(status.state).toBe('failed'));
  });

  it('tells why the story could not be kept, and tries again when asked', async () => {
    const registration = new FakeRegistration();
    registration.active = new FakeWorker('storage', null);
    const status = new OfflineStatus({ ...at, container: containerOf(registration) });
    await vi.waitFor(() => expect(status.state).toBe('failed'));
    expect(status.fault).toBe('storage');
    await status.prepare();
    expect(status.state).toBe('ready');
    expect(status.fault).toBeNull();
  });

  it('gives up a worker that never answers', async () => {
    vi.spyOn(console, 'warn').mockReturnValueOnce();
    const registration = new FakeRegistration();
    registration.active = new FakeWorker('silence');
    const container = containerOf(registration);
    const status = new OfflineStatus({ ...at, container, timeoutMs: 5 });
    await vi.waitFor(() => expect(status.state).toBe('failed'));
  });

  it('tells of a newer version that waits', async () => {
    const registration = new FakeRegistration();
    registration.active = new FakeWorker(null);
    const status = new OfflineStatus({ ...at, container: containerOf(registration, true) });
    await vi.waitFor(() => expect(status.state).toBe('ready'));
    const worker = new FakeWorker();
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
    expect(status.updateReady).toBe(false);
    registration.waiting = worker;
    worker.become('installed');
    expect(status.updateReady).toBe(true);
  });
});
