import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseMap } from './base-map.ts';
import { LaterGeography } from './later-geography.ts';
import { fetchRelief, type Relief } from './relief.ts';

vi.mock('./relief.ts', () => ({ fetchRelief: vi.fn() }));

const relief: Relief = [];
const pictures = [{ url: '/geo/relief.webp', bounds: [-5, 2, 85, 65] }] as const;

function fakeGeography() {
  const drawn: string[] = [];
  const base = {
    addLaterParts: () => drawn.push('parts'),
    setRelief: (given: Relief) => drawn.push(given === relief ? 'relief' : 'other')
  } as unknown as BaseMap;
  return { drawn, later: new LaterGeography(base, pictures, String) };
}

beforeEach(() => {
  vi.mocked(fetchRelief).mockReset().mockResolvedValue(relief);
});

describe('LaterGeography', () => {
  it('adds the later parts at once and the relief when it comes', async () => {
    const { drawn, later } = fakeGeography();
    const loading = later.load();
    expect(drawn).toEqual(['parts']);
    await loading;
    expect(drawn).toEqual(['parts', 'relief']);
    expect(fetchRelief).toHaveBeenCalledWith(pictures, expect.any(AbortSignal));
  });

  it('keeps what comes while the context is lost until it is back', async () => {
    const { drawn, later } = fakeGeography();
    later.pause();
    await later.load();
    expect(drawn).toEqual([]);
    later.resume();
    expect(drawn).toEqual(['parts', 'relief']);
    later.resume();
    expect(drawn).toHaveLength(2);
  });

  it('sets the relief again after a lost context, also without a network', async () => {
    const { drawn, later } = fakeGeography();
    await later.load();
    vi.mocked(fetchRelief).mockRejectedValue(new Error('offline'));
    await later.loadRelief();
    expect(drawn).toEqual(['parts', 'relief', 'relief']);
  });

  it('leaves the map as it is where the relief does not come', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { drawn, later } = fakeGeography();
    vi.mocked(fetchRelief).mockRejectedValue(new Error('no relief'));
    await later.load();
    expect(drawn).toEqual(['parts']);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('adds nothing more, and warns of nothing, once it is cancelled', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { drawn, later } = fakeGeography();
    vi.mocked(fetchRelief).mockImplementation(async (_, signal) => {
      later.cancel();
      signal.throwIfAborted();
      return relief;
    });
    await later.load();
    await later.load();
    expect(drawn).toEqual(['parts']);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});
