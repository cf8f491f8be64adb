/**
 * Cookies of a responder: an initiator brings one back before anything is kept of it, which proves that it receives at its address.
 * 64 bytes, as clients expect: a time, what proves that time, and what proves it for one address.
 */
import { timingSafeEqual } from 'node:crypto';
import { concatBytes } from '../../../../shared/bytes.ts';
import { ByteWriter } from '../../bytes/byte-writer.ts';
import { hmacSha256 } from '../../bytes/sha256.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { COOKIE_LIFETIME_MS } from '../limits.ts';

const TIME_BYTES = 8;
const TIME_PROOF_BYTES = 24;
const COOKIE_BYTES = 64;

export class CookieIssuer {
  readonly #secret: Uint8Array;

  /** `secret`: 32 random bytes, which nobody else has. */
  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** `address` is where the initiator is, as text. */
  issue(address: string, nowMs: number): Uint8Array {
    const writer = new ByteWriter(TIME_BYTES);
    writer.f64(nowMs);
    return this.#complete(writer.take(), address);
  }

  #complete(time: Uint8Array, address: string): Uint8Array {
    const timeProof = hmacSha256(this.#secret, time).subarray(0, TIME_PROOF_BYTES);
    return concatBytes([time, timeProof, hmacSha256(this.#secret, concatBytes([time, encodeUtf8(address)]))]);
  }

  /** `moved`: genuine and fresh, but issued to another address. */
  judge(cookie: Uint8Array, address: string, nowMs: number): 'good' | 'moved' | 'bad' {
    if (cookie.length !== COOKIE_BYTES) return 'bad';
    const time = cookie.subarray(0, TIME_BYTES);
    const genuine = this.#complete(time, address);
    const addressAt = TIME_BYTES + TIME_PROOF_BYTES;
    if (!timingSafeEqual(cookie.subarray(0, addressAt), genuine.subarray(0, addressAt))) return 'bad';
    const ageMs = nowMs - new DataView(time.buffer, time.byteOffset).getFloat64(0);
    if (ageMs > COOKIE_LIFETIME_MS) return 'bad';
    return timingSafeEqual(cookie.subarray(addressAt), genuine.subarray(addressAt)) ? 'good' : 'moved';
  }
}
