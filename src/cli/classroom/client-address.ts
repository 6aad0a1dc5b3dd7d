import type { IncomingMessage } from 'node:http';

const isLoopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * The address that a request comes from. Where a proxy on this machine has passed it on, that is the last one which
 * `X-Forwarded-For` names: the proxy has added it, whereas a client may have written those before.
 */
export function clientAddress({ socket, headers }: IncomingMessage): string {
  const address = socket.remoteAddress ?? '';
  if (!isLoopback.test(address)) return address;
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
  return forwarded.split(',').at(-1)!.trim() || address;
}
