import { describe, expect, it } from 'vitest';
import { keepRequestOf } from './keep-request.ts';

describe('keepRequestOf(message)', () => {
  it('is the request that a message holds', () => {
    expect(keepRequestOf({ keep: '/one/' })).toEqual({ keep: '/one/' });
  });

  it('is null for anything else', () => {
    for (const message of [null, undefined, 'keep', 4, {}, { keep: 4 }, ['keep']]) {
      expect(keepRequestOf(message)).toBeNull();
    }
  });
});
