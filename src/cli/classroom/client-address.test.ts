import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  clientAddress({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  } as unknown as IncomingMessage);

describe('clientAddress(request)', () => {
  it('is the other end’s', () => {
    expect(from('192.168.1.20')).toBe('192.168.1.20');
    expect(from('192.168.1.20', '10.0.0.1')).toBe('192.168.1.20');
    expect(from(undefined)).toBe('');
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('is what a proxy at %s has added', (proxy) => {
    expect(from(proxy, '10.0.0.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(from(proxy)).toBe(proxy);
  });
});
