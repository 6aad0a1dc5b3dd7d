import type { KeepAnswer, KeepFault, KeepRequest } from './keep-request.ts';

export type OfflineState = 'unsupported' | 'preparing' | 'ready' | 'failed';

/** The part of `navigator.serviceWorker` that is used; undefined where the browser has none. */
export type WorkerContainer = Pick<ServiceWorkerContainer, 'register' | 'controller'>;

export interface OfflineOptions {
  readonly container: WorkerContainer | undefined;
  /** The service worker's address. */
  readonly worker: string;
  /** The story's own address, a path with a trailing slash. */
  readonly story: string;
  /** How long the service worker may take to keep the story, ms. */
  readonly timeoutMs?: number;
}

/** Whether a story can be used without a network. It asks for the story to be kept as soon as it is made. */
export class OfflineStatus {
  readonly #options: OfflineOptions;
  #state = $state<OfflineState>('preparing');
  #fault = $state<KeepFault | null>(null);
  #newer = $state(false);

  constructor(options: OfflineOptions) {
    this.#options = options;
    void this.prepare();
  }

  get state(): OfflineState {
    return this.#state;
  }

  /** Why it failed, as far as that is known. */
  get fault(): KeepFault | null {
    return this.#fault;
  }

  /** Whether a newer version is ready and waits for the site's windows to be closed. */
  get updateReady(): boolean {
    return this.#newer;
  }

  /** Asks for the story to be kept, again if need be; a new try continues where the last one ended. */
  async prepare(): Promise<void> {
    const { container, worker, story, timeoutMs = 300_000 } = this.#options;
    this.#fault = null;
    if (container === undefined) {
      this.#state = 'unsupported';
      return;
    }
    this.#state = 'preparing';
    try {
      const registration = await container.register(worker);
      this.#watch(registration, container);
      const fault = await askToKeep(await activeOf(registration), story, timeoutMs);
      this.#fault = fault;
      this.#state = fault === null ? 'ready' : 'failed';
    } catch (error) {
      // A browser that keeps nothing, as in a private window, rejects the registration.
      const refused = error instanceof DOMException && error.name === 'SecurityError';
      this.#state = refused ? 'unsupported' : 'failed';
      console.warn('The story cannot be kept for use without a network:', error);
    }
  }

  #watch(registration: ServiceWorkerRegistration, container: WorkerContainer): void {
    const look = () => {
      this.#newer = registration.waiting !== null && container.controller !== null;
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
  }
}

/**
 * The service worker once it is active.
 *
 * @throws Error where it could not be installed
 */
async function activeOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  if (registration.active) return registration.active;
  const worker = registration.installing ?? registration.waiting;
  if (!worker) throw new Error('expected a service worker, got none');
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve(worker);
      if (worker.state === 'redundant') reject(new Error('the service worker was not installed'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

async function askToKeep(
  worker: ServiceWorker,
  story: string,
  timeoutMs: number
): Promise<KeepFault | null> {
  const { port1, port2 } = new MessageChannel();
  try {
    return await new Promise((resolve, reject) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      timeout.addEventListener('abort', () => reject(timeout.reason));
      port1.onmessage = ({ data }: MessageEvent<KeepAnswer>) => resolve(data.fault);
      worker.postMessage({ keep: story } satisfies KeepRequest, [port2]);
    });
  } finally {
    port1.close();
  }
}
