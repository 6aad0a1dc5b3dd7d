/** What a page asks of the service worker: to keep the story at this address. */
export interface KeepRequest {
  readonly keep: string;
}

/** Why a story could not be kept. */
export type KeepFault = 'network' | 'storage' | 'build-mismatch' | 'no-story';

/** The service worker's answer: null where the whole story is kept. */
export interface KeepAnswer {
  readonly fault: KeepFault | null;
}

/** The request in a message; null where the message holds none. */
export function keepRequestOf(message: unknown): KeepRequest | null {
  if (typeof message !== 'object' || message === null || !('keep' in message)) return null;
  return typeof message.keep === 'string' ? { keep: message.keep } : null;
}
