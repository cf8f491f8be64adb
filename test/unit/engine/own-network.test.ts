/** A change of the network is one on the way to a server, not one between a Mac and a phone beside it. */
import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { describeNetwork } from '../../../electron/engine/own-network.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;
const wired = { en0: [at('192.168.1.20'), at('2001:db8::5')] };

test('AirDrop’s links and link-local addresses that come and go are no change', () => {
  const before = describeNetwork(wired);
  expect(before).toBe('en0 192.168.1.20\nen0 2001:db8::5');
  expect(describeNetwork({ ...wired, awdl0: [at('2001:db8:9::1')], llw0: [at('fe80::2')] })).toBe(before);
  expect(describeNetwork({ en0: [...wired.en0, at('fe80::1'), at('169.254.3.4')] })).toBe(before);
  expect(describeNetwork({ lo0: [at('127.0.0.1', true)], ...wired })).toBe(before);
});

test('another address of a network card, or another card, is a change', () => {
  const before = describeNetwork(wired);
  expect(describeNetwork({ en0: [at('192.168.1.21'), at('2001:db8::5')] })).not.toBe(before);
  expect(describeNetwork({ ...wired, utun4: [at('10.8.0.2')] })).not.toBe(before);
});
