/** Which addresses lead into this computer or its own networks, and so are no place for a public server to send anybody. Pure. */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** RFC 6890 and what came after it: all that is not reached over the public internet. */
const privateBlocks = new BlockList();
for (const [address, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateBlocks.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of [
  // Unspecified, loopback, and IPv4 in the old form.
  ['::', 96],
  // NAT64 within a network, 6to4 and Teredo: each may lead to an IPv4 address of any kind.
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  privateBlocks.addSubnet(address, prefix, 'ipv6');

/** The IPv4 address within NAT64's well-known prefix (RFC 6052), or within an IPv4-mapped one. */
function embeddedIpv4(address: string): string | undefined {
  const dotted = /^(?:64:ff9b|::ffff)(?::0)*::?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const words = /^(?:64:ff9b:|::ffff)(?::0)*:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(address);
  if (words === null) return undefined;
  const [high, low] = [Number.parseInt(words[1] ?? '0', 16), Number.parseInt(words[2] ?? '0', 16)];
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

/** True for loopback, private, link-local and otherwise local addresses; false for names. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.split('%')[0] ?? address;
  if (isIP(plain) === 0) return false;
  if (!isIPv6(plain)) return privateBlocks.check(plain, 'ipv4');
  const embedded = embeddedIpv4(plain);
  if (embedded !== undefined) return privateBlocks.check(embedded, 'ipv4');
  return privateBlocks.check(plain, 'ipv6');
}
