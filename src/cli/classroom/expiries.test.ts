import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Expiries } from './expiries.ts';

describe('Expiries', () => {
  const expired: string[] = [];
  let expiries: Expiries;
  beforeEach(() => {
    vi.useFakeTimers();
    expired.length = 0;
    expiries = new Expiries(1000, (code) => expired.push(code));
  });
  afterEach(() => void vi.useRealTimers());

  it('counts from the last time that a room was renewed', () => {
    expiries.renew('BBBBB');
    vi.advanceTimersByTime(999);
    expiries.renew('BBBBB');
    vi.advanceTimersByTime(999);
    expect(expired).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(expired).toEqual(['BBBBB']);
  });

  it('counts the age that a room has, as far as it can be right', () => {
    expiries.renew('BBBBB', 600);
    expiries.renew('CCCCC', -5000);
    expiries.renew('DDDDD', 5000);
    vi.advanceTimersByTime(400);
    expect(expired).toEqual(['DDDDD', 'BBBBB']);
    vi.advanceTimersByTime(600);
    expect(expired).toEqual(['DDDDD', 'BBBBB', 'CCCCC']);
  });

  it('says nothing of a room that is forgotten', () => {
    for (const code of ['BBBBB', 'CCCCC']) expiries.renew(code);
    expiries.forget('BBBBB');
    expiries.clear();
    vi.advanceTimersByTime(1000);
    expect(expired).toEqual([]);
  });
});
