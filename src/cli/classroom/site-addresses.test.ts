import type { networkInterfaces, NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lanAddresses, siteAddresses } from './site-addresses.ts';

const ipv4 = (address: string, internal = false) =>
  ({ address, family: 'IPv4', internal }) as NetworkInterfaceInfo;
const ipv6 = { address: 'fe80::1', family: 'IPv6', internal: false } as NetworkInterfaceInfo;

describe('lanAddresses(interfaces)', () => {
  it('names a school’s network before others, and containers’ last', () => {
    const interfaces: ReturnType<typeof networkInterfaces> = {
      lo: [ipv4('127.0.0.1', true)],
      docker0: [ipv4('172.17.0.1')],
      'br-1f2e': [ipv4('192.168.99.1')],
      tun0: [ipv4('100.64.0.3')],
      usb0: [ipv4('169.254.7.7')],
      wlan0: [ipv6, ipv4('192.168.1.20')],
      eth0: [ipv4('172.31.0.4'), ipv4('172.32.0.4')],
      down: undefined
    };
    expect(lanAddresses(interfaces)).toEqual([
      '192.168.1.20',
      '172.31.0.4',
      '100.64.0.3',
      '172.32.0.4',
      '169.254.7.7',
      '172.17.0.1',
      '192.168.99.1'
    ]);
  });
});

describe('siteAddresses(origin, port, lan)', () => {
  it('is where the site is known to be', () => {
    expect(siteAddresses('https://maps.example/a', 4173, ['10.0.0.2'])).toEqual([
      'https://maps.example/a/'
    ]);
  });

  it('is each of the machine’s addresses else', () => {
    expect(siteAddresses(null, 4173, ['10.0.0.2', '10.0.0.3'])).toEqual([
      'http://10.0.0.2:4173/',
      'http://10.0.0.3:4173/'
    ]);
    expect(siteAddresses(null, 80, [])).toEqual(['http://localhost:80/']);
  });
});
