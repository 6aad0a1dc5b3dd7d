import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchFile } from './fetch-file.ts';

const url = '/geo/a.json';
const noAnswer = () => Promise.reject(new TypeError('Failed to fetch'));
const status = (code: number) => () => Promise.resolve(new Response('', { status: code }));
const body = (text: string) => () => Promise.resolve(new Response(text));

describe('fetchFile(url, signal, read, expected)', () => {
  const fetched = vi.fn<() => Promise<Response>>();
  const abort = new AbortController();
  const get = async (signal = abort.signal) => {
    const promise = fetchFile(url, signal, (answer) => answer.json(), 'JSON');
    // Rejected before anyone waits for it, it would count as unhandled.
    promise.catch(() => {});
    await vi.runAllTimersAsync();
    return promise;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    fetched.mockReset();
    vi.stubGlobal('fetch', fetched);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  for (const [name, first] of [
    ['no answer', noAnswer],
    ['a busy server', status(503)],
    ['too many requests', status(429)],
    ['half of a file', body('[1, 2')]
  ] as const) {
    it(`asks again after ${name}`, async () => {
      fetched.mockImplementationOnce(first).mockImplementation(body('[1]'));
      expect(await get()).toEqual([1]);
      expect(fetched).toHaveBeenCalledTimes(2);
    });
  }

  for (const [name, always, message, times] of [
    ['no answer', noAnswer, '/geo/a.json: no answer', 3],
    ['a server in trouble', status(500), '/geo/a.json: expected status 200, got 500', 3],
    ['a page', body('<!doctype html>'), '/geo/a.json: expected JSON', 3],
    ['a file that is not there', status(404), '/geo/a.json: expected status 200, got 404', 1]
  ] as const) {
    it(`names the address after ${name}`, async () => {
      fetched.mockImplementation(always);
      await expect(get()).rejects.toThrow(message);
      expect(fetched).toHaveBeenCalledTimes(times);
    });
  }

  it('asks no more once nobody waits', async () => {
    fetched.mockImplementation(noAnswer);
    const gone = new AbortController();
    gone.abort();
    await expect(get(gone.signal)).rejects.toThrow('no answer');
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
