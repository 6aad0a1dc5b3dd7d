import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { baseAhead } from './geography-tiles.ts';
import { workerAddress } from './worker-address.ts';

beforeEach(() => void vi.stubGlobal('document', { baseURI: 'http://localhost/a-story/' }));
afterEach(() => void vi.unstubAllGlobals());

it('gives the worker where the geography lies, whatever the page’s own address', () => {
  for (const base of ['/geo', '../geo']) {
    expect(baseAhead(new URL(workerAddress(base)).hash)).toBe('http://localhost/geo');
  }
});
