/**
 * Which addresses lead into this computer or its own networks: no place for a public server to send anybody, or for a public page to
 * look into. Pure.
 */

/** A network: its first bits, and how many of them count. */
interface Block {
  readonly bits: bigint;
  readonly length: number;
}

const IPV4_BITS = 32;
const IPV6_BITS = 128;

/** RFC 6890 and what came after it: all that is not reached over the public internet. */
const ipv4Blocks: readonly Block[] = (
  [
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
  ] as const
).map(([address, length]) => ({ bits: readIpv4(address) ?? 0n, length }));
const ipv6Blocks: readonly Block[] = (
  [
    // Unspecified, loopback, and IPv4 in the old form.
    ['::', 96],
    // NAT64 within a network, 6to4 and Teredo: each may lead to an IPv4 address of any kind.
    ['64:ff9b:1::', 48],
    ['2002::', 16],
    ['2001::', 32],
    ['fc00::', 7],
    ['fe80::', 9],
    ['ff00::', 8],
  ] as const
).map(([address, length]) => ({ bits: readIpv6(address) ?? 0n, length }));
/** NAT64's well-known prefix (RFC 6052), and IPv4-mapped addresses: an IPv4 address is behind them. */
const embeddingBlocks: readonly Block[] = ['64:ff9b::', '::ffff:0:0'].map((address) => ({
  ...{ bits: readIpv6(address) ?? 0n, length: 96 },
}));

/** True for loopback, private, link-local and otherwise local addresses; false for names. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.split('%')[0] ?? address;
  const ipv4 = readIpv4(plain);
  if (ipv4 !== undefined) return isIn(ipv4Blocks, ipv4, IPV4_BITS);
  const ipv6 = readIpv6(plain);
  if (ipv6 === undefined) return false;
  return isIn(embeddingBlocks, ipv6, IPV6_BITS)
    ? isIn(ipv4Blocks, ipv6 & 0xffff_ffffn, IPV4_BITS)
    : isIn(ipv6Blocks, ipv6, IPV6_BITS);
}

function isIn(blocks: readonly Block[], address: bigint, size: number): boolean {
  return blocks.some(
    ({ bits, length }) => address >> BigInt(size - length) === bits >> BigInt(size - length),
  );
}

/** Undefined for anything but four decimal numbers without leading zeros. */
function readIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

/** RFC 4291 §2.2. Undefined for anything else. */
function readIpv6(text: string): bigint | undefined {
  const dotted = /^(.*:)(\d+\.[\d.]+)$/.exec(text);
  const ipv4 = dotted === null ? undefined : readIpv4(dotted[2] ?? '');
  if (dotted !== null && ipv4 === undefined) return undefined;
  const hex =
    ipv4 === undefined
      ? text
      : `${dotted?.[1]}${(ipv4 >> 16n).toString(16)}:${(ipv4 & 0xffffn).toString(16)}`;
  const halves = hex.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const words = [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail];
  if (!words.every((word) => /^[\da-f]{1,4}$/i.test(word))) return undefined;
  return words.reduce((bits, word) => (bits << 16n) | BigInt(`0x${word}`), 0n);
}
