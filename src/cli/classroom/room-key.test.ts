import { describe, expect, it } from 'vitest';
import { codeIn } from '../../lib/classroom/protocol.ts';
import { isKey, keyOf, randomCode } from './room-key.ts';

describe('randomCode()', () => {
  it('is a code, and seldom the same', () => {
    const codes = Array.from({ length: 200 }, randomCode);
    expect(codes.map(codeIn)).toEqual(codes);
    expect(new Set(codes).size).toBeGreaterThan(190);
  });
});

describe('isKey(secret, code, given)', () => {
  it('knows the key of one room by one secret', () => {
    const key = keyOf('a secret', 'BCDFG');
    expect(isKey('a secret', 'BCDFG', key)).toBe(true);
    expect(isKey('a secret', 'BCDFH', key)).toBe(false);
    expect(isKey('another secret', 'BCDFG', key)).toBe(false);
    expect(isKey('a secret', 'BCDFG', '')).toBe(false);
    expect(isKey('a secret', 'BCDFG', `${key.slice(0, -1)}é`)).toBe(false);
  });
});
