import { networkInterfaces } from 'node:os';

/** Networks inside the machine, which no other device reaches: of containers and of virtual machines. */
const isVirtual = /^(docker|veth|br-|virbr|vmnet|vboxnet|cni|lxc)/i;
const isPrivate = /^(192\.168|10|172\.(1[6-9]|2\d|3[01]))\./;
/** What a device without an address from a network gives itself (RFC 3927). */
const isLinkLocal = /^169\.254\./;

/**
 * The addresses (IPv4) by which other devices reach this machine, the likeliest first: those of a home's or a school's
 * network, then others; those of virtual networks come last.
 */
export function lanAddresses(
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces()
): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, rank: rankOf(name, address) }))
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/**
 * The addresses of the site for other devices, the likeliest first, each with a slash at its end.
 *
 * @param origin where the site is known to be, with its path and without a slash at its end; null where it is served
 *   from this machine alone
 * @param port where this machine serves it
 */
export function siteAddresses(
  origin: string | null,
  port: number,
  lan: readonly string[] = lanAddresses()
): readonly string[] {
  if (origin !== null) return [`${origin}/`];
  // Without a network there is only this machine.
  return (lan.length === 0 ? ['localhost'] : lan).map((host) => `http://${host}:${port}/`);
}

function rankOf(name: string, address: string): number {
  if (isVirtual.test(name)) return 3;
  if (isLinkLocal.test(address)) return 2;
  return isPrivate.test(address) ? 0 : 1;
}
