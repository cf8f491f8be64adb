/**
 * The digest of C1 and S1 and the signature of C2 and S2 (reference §1.5, §2.3). The keys are public
 * constants of the protocol: they authenticate nobody.
 */
import { concatBytes, copyBytes, equalBytes } from '../../../shared/bytes.ts';
import { parseHex } from '../bytes/hex.ts';
import { hmacSha256 } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';

/** Size of C1, S1, C2 and S2. */
export const PACKET_BYTES = 1536;
export const DIGEST_BYTES = 32;
export const PUBLIC_KEY_BYTES = 128;
const signedBytes = PACKET_BYTES - DIGEST_BYTES;

/** Which of the two 764-byte blocks comes first. Old names for them ("scheme 0") contradict each other. */
export type DigestLayout = 'digest-first' | 'key-first';

const keyTail = parseHex('F0EEC24A8068BEE82E00D0D1029E7E576EEC5D2D29806FAB93B8E636CFEB31AE');
const clientText = encodeUtf8('Genuine Adobe Flash Player 001');
const serverText = encodeUtf8('Genuine Adobe Flash Media Server 001');

/** `text` keys the digest of the first packet, `full` the signature of the second. */
export const handshakeKeys = {
  client: { text: clientText, full: concatBytes([clientText, keyTail]) },
  server: { text: serverText, full: concatBytes([serverText, keyTail]) },
} as const;

export type HandshakeRole = keyof typeof handshakeKeys;

function sumAt(packet: Uint8Array, offset: number): number {
  return (
    (packet[offset] ?? 0) + (packet[offset + 1] ?? 0) + (packet[offset + 2] ?? 0) + (packet[offset + 3] ?? 0)
  );
}

export function digestOffset(packet: Uint8Array, layout: DigestLayout): number {
  return layout === 'digest-first' ? (sumAt(packet, 8) % 728) + 12 : (sumAt(packet, 772) % 728) + 776;
}

export function publicKeyOffset(packet: Uint8Array, layout: DigestLayout): number {
  return layout === 'digest-first' ? (sumAt(packet, 1532) % 632) + 772 : (sumAt(packet, 768) % 632) + 8;
}

/** HMAC over the packet without the 32 bytes where the digest goes. */
export function computeDigest(packet: Uint8Array, layout: DigestLayout, role: HandshakeRole): Uint8Array {
  const offset = digestOffset(packet, layout);
  const signed = concatBytes([packet.subarray(0, offset), packet.subarray(offset + DIGEST_BYTES)]);
  return hmacSha256(handshakeKeys[role].text, signed);
}

/** Puts the digest in; everything else in the packet must be final. */
export function writeDigest(packet: Uint8Array, layout: DigestLayout, role: HandshakeRole): Uint8Array {
  const digest = computeDigest(packet, layout, role);
  packet.set(digest, digestOffset(packet, layout));
  return digest;
}

/** The layout whose digest verifies, tried in the given order, with the digest; undefined if none does. */
export function findDigest(
  packet: Uint8Array,
  layouts: readonly DigestLayout[],
  role: HandshakeRole,
): { readonly layout: DigestLayout; readonly digest: Uint8Array } | undefined {
  for (const layout of layouts) {
    const offset = digestOffset(packet, layout);
    const digest = copyBytes(packet, offset, offset + DIGEST_BYTES);
    if (equalBytes(digest, computeDigest(packet, layout, role))) return { layout, digest };
  }
  return undefined;
}

/** Key and value of the signature at the end of C2 (role client, S1's digest) or S2 (server, C1's). */
export function computeSignature(packet: Uint8Array, peerDigest: Uint8Array, role: HandshakeRole) {
  const key = hmacSha256(handshakeKeys[role].full, peerDigest);
  return { key, signature: hmacSha256(key, packet.subarray(0, signedBytes)) };
}

/** Signs the packet in place. `encrypt` is for the RTMPE types 8 and 9. */
export function writeSignature(
  packet: Uint8Array,
  peerDigest: Uint8Array,
  role: HandshakeRole,
  encrypt: (signature: Uint8Array, key: Uint8Array) => Uint8Array = (signature) => signature,
): void {
  const { key, signature } = computeSignature(packet, peerDigest, role);
  packet.set(encrypt(signature, key), signedBytes);
}

export function isSignatureValid(
  packet: Uint8Array,
  peerDigest: Uint8Array,
  role: HandshakeRole,
  encrypt: (signature: Uint8Array, key: Uint8Array) => Uint8Array = (signature) => signature,
): boolean {
  const { key, signature } = computeSignature(packet, peerDigest, role);
  return equalBytes(packet.subarray(signedBytes), encrypt(signature, key));
}
