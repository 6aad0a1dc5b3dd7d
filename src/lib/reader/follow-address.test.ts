import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressDelayMs, followAddress } from './follow-address.ts';

function followed(hash: () => string | null, before = '') {
  const address = { hash: before, pathname: '/story/', search: '?certainty=confirmed' };
  const replaced: string[] = [];
  const replace = (url: string) => {
    replaced.push(url);
    address.hash = url.startsWith('#') ? url : '';
  };
  return { replaced, ...followAddress({ hash, replace, address }) };
}

describe('followAddress(options)', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('puts the step into the address, once', () => {
    const { replaced, start, follow } = followed(() => '#shoigu');
    start();
    follow();
    follow();
    expect(replaced).toEqual(['#shoigu']);
  });

  it('changes no address before the router has started', () => {
    const { replaced, follow } = followed(() => '#shoigu');
    follow();
    expect(replaced).toEqual([]);
  });

  it('takes the fragment away where there is no step to name, and keeps the query', () => {
    const { replaced, start, follow } = followed(() => '', '#shoigu');
    start();
    follow();
    expect(replaced).toEqual(['/story/?certainty=confirmed']);
  });

  it('leaves the address alone where it is told to', () => {
    const { replaced, start, follow } = followed(() => null, '#sources');
    start();
    follow();
    expect(replaced).toEqual([]);
  });

  it('waits until the reader rests, and asks only then what is read', () => {
    let step = 'shoigu';
    const { replaced, start, followSoon } = followed(() => `#${step}`);
    start();
    for (step of ['shoigu', 'port-calls', 'velayati']) {
      followSoon();
      vi.advanceTimersByTime(addressDelayMs - 1);
    }
    expect(replaced).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(replaced).toEqual(['#velayati']);
  });

  it('follows no more once it has been stopped', () => {
    const { replaced, start, followSoon, stop } = followed(() => '#shoigu');
    start();
    followSoon();
    stop();
    vi.runAllTimers();
    expect(replaced).toEqual([]);
  });
});
