/**
 * The checksum of packets without an HMAC (RFC 7425 §4.2): as the internet's, but the last byte of an odd number of bytes counts
 * as the low one of its word.
 */
export function packetChecksum(bytes: Uint8Array): number {
  const even = bytes.length & ~1;
  let sum = even < bytes.length ? (bytes[even] ?? 0) : 0;
  for (let index = 0; index < even; index += 2) sum += ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
