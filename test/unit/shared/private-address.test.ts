/** Which addresses are this computer's or its networks': held to Node's own reading of addresses. */
import { BlockList, isIP, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPrivateAddress } from '../../../shared/network/private-address.ts';

const blocks = new BlockList();
for (const [address, length] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ['224.0.0.0', 3] as const,
])
  blocks.addSubnet(address, length, 'ipv4');
for (const [address, length] of [
  ...([
    ['::', 96],
    ['64:ff9b:1::', 48],
    ['2002::', 16],
    ['2001::', 32],
    ['fc00::', 7],
  ] as const),
  ...([
    ['fe80::', 9],
    ['ff00::', 8],
  ] as const),
])
  blocks.addSubnet(address, length, 'ipv6');

it('an address is private where Node finds it in a private block', () => {
  const isEmbedding = (address: string) => /^(64:ff9b::|::ffff:)/i.test(address);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.ipV4(),
        fc.ipV6().filter((each) => !isEmbedding(each)),
      ),
      (address) => {
        const isPrivate = blocks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
        expect(isPrivateAddress(address), address).toBe(isPrivate);
      },
    ),
    { numRuns: 2000 },
  );
});

it('an IPv4 address within an IPv6 address counts as itself', () => {
  for (const prefix of ['::ffff:', '64:ff9b::', '0:0:0:0:0:ffff:'])
    for (const [ipv4, hex, isPrivate] of [
      ['10.0.0.1', 'a00:1', true],
      ['127.0.0.1', '7f00:1', true],
      ['203.0.114.5', 'cb00:7205', false],
    ] as const)
      expect([isPrivateAddress(prefix + ipv4), isPrivateAddress(prefix + hex)], prefix).toEqual([
        isPrivate,
        isPrivate,
      ]);
});

it('what is no address isn’t private', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.%xg[] '.split('')), maxLength: 24 }),
      (text) => {
        if (isIP(text.split('%')[0] ?? '') === 0) expect(isPrivateAddress(text), text).toBe(false);
      },
    ),
    { numRuns: 3000 },
  );
});
