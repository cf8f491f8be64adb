/**
 * The address of a session's peer, and the proof that a new one is the peer's (RFC 7016 §3.5.4.2): a packet from elsewhere moves nothing
 * until the answer to a ping comes from there. The ping's message proves itself, so nothing is kept for addresses that never answer.
 */
import { hmacSha256 } from '../../bytes/sha256.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { concatBytes, equalBytes } from '../../../../shared/bytes.ts';
import { PATH_PING_LIFETIME_MS, PATH_PING_MS } from './timings.ts';

const TIME_BYTES = 8;
const PROOF_BYTES = 16;

export class PathCheck {
  readonly #secret: Uint8Array;
  #address: string;
  #pingMs = -Infinity;

  /** @param secret random bytes that nobody else knows. */
  constructor(secret: Uint8Array, address: string) {
    this.#secret = secret;
    this.#address = address;
  }

  get address(): string {
    return this.#address;
  }

  /** A valid packet came from `from`. @returns the message of the ping that is to go there, if one is due. */
  packetCame(from: string, nowMs: number): Uint8Array | undefined {
    if (from === this.#address || nowMs - this.#pingMs < PATH_PING_MS) return undefined;
    this.#pingMs = nowMs;
    return this.#message(from, nowMs);
  }

  /** An answer to a ping came from `from`. @returns whether that is the peer's address from now on. */
  answered(message: Uint8Array, from: string, nowMs: number): boolean {
    if (from === this.#address || message.length !== TIME_BYTES + PROOF_BYTES) return false;
    const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
    const sentMs = view.getFloat64(0);
    if (!(nowMs - sentMs <= PATH_PING_LIFETIME_MS) || !equalBytes(message, this.#message(from, sentMs)))
      return false;
    this.#address = from;
    return true;
  }

  #message(address: string, sentMs: number): Uint8Array {
    const time = new Uint8Array(TIME_BYTES);
    new DataView(time.buffer).setFloat64(0, sentMs);
    const proof = hmacSha256(this.#secret, concatBytes([time, encodeUtf8(address)]));
    return concatBytes([time, proof.subarray(0, PROOF_BYTES)]);
  }
}
