/** Datagrams of any content, sealed as RTMFP seals packets: what a peer that has the keys, or knows the default key, can send. */
import { createCipheriv, createHmac } from 'node:crypto';
import { packetChecksum } from '../../../electron/rtmp/rtmfp/crypto/checksum.ts';
import type { Protection } from '../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { DEFAULT_SESSION_KEY } from '../../../electron/rtmp/rtmfp/crypto/session-keys.ts';

const BLOCK_BYTES = 16;

/** Without sequence numbers: a peer of profile A, or startup. */
const startup: Protection = { aesKey: DEFAULT_SESSION_KEY, hmac: undefined, hasSequence: false };

export function sealBytes(
  plain: Uint8Array,
  sessionId: number,
  protection: Protection = startup,
): Uint8Array {
  const { aesKey, hmac } = protection;
  const headBytes = hmac ? 0 : 2;
  const length = Math.ceil((headBytes + plain.length) / BLOCK_BYTES) * BLOCK_BYTES;
  const clear = new Uint8Array(Math.max(BLOCK_BYTES, length)).fill(0xff);
  clear.set(plain, headBytes);
  if (!hmac) {
    const checksum = packetChecksum(clear.subarray(headBytes));
    clear.set([checksum >>> 8, checksum & 0xff]);
  }
  const cipher = createCipheriv('aes-128-cbc', aesKey, new Uint8Array(BLOCK_BYTES)).setAutoPadding(false);
  const ciphertext = cipher.update(clear);
  const tag = hmac ? createHmac('sha256', hmac.key).update(ciphertext).digest().subarray(0, hmac.bytes) : '';
  const datagram = new Uint8Array(4 + ciphertext.length + tag.length);
  const words = new DataView(ciphertext.buffer, ciphertext.byteOffset);
  new DataView(datagram.buffer).setUint32(0, (sessionId ^ words.getUint32(0) ^ words.getUint32(4)) >>> 0);
  datagram.set(ciphertext, 4);
  if (tag !== '') datagram.set(tag, 4 + ciphertext.length);
  return datagram;
}
