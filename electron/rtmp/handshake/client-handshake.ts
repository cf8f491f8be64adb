/**
 * The client's end of the handshake: plain, digest, or RTMPE (reference §1.5, §2). Bytes in, bytes out; the
 * deadline is the caller's. C2 goes out as soon as S1 is complete, which also satisfies servers that hold
 * S2 back for it.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import { parseHex } from '../bytes/hex.ts';
import { concatBytes, copyBytes } from '../../../shared/bytes.ts';
import { buildKeyPair } from './diffie-hellman.ts';
import type { KeyPair } from './diffie-hellman.ts';
import {
  findDigest,
  isSignatureValid,
  PACKET_BYTES,
  PUBLIC_KEY_BYTES,
  publicKeyOffset,
  writeDigest,
  writeSignature,
} from './digest.ts';
import type { DigestLayout } from './digest.ts';
import { deriveCiphers } from './encryption.ts';
import type { HandshakeCiphers } from './encryption.ts';
import { PacketCollector } from './packet-collector.ts';
import { encryptSignature } from './signature-cipher.ts';
import { checkServerVersion, ENCRYPTED_VERSION, PLAIN_VERSION } from './version-byte.ts';

export type ClientHandshakeKind = 'plain' | 'digest' | 'encrypted';
export type ClientHandshakePhase = 'idle' | 'waitS0' | 'waitS1' | 'waitS2' | 'done';

/** Versions that servers know: 9.0.124.2 as FFmpeg claims, 128.0.3.2 as RTMPE clients do. */
const digestVersion = parseHex('09007c02');
const rtmpeVersion = parseHex('80000302');

export class ClientHandshake {
  readonly #kind: ClientHandshakeKind;
  readonly #random: (count: number) => Uint8Array;
  readonly #layout: DigestLayout;
  #phase: ClientHandshakePhase = 'idle';
  #collector = new PacketCollector(1);
  #version = PLAIN_VERSION;
  #c1Digest: Uint8Array | undefined;
  #hasServerDigest = false;
  #keyPair: KeyPair | undefined;
  #ciphers: HandshakeCiphers | undefined;

  /** `random` gives cryptographically random bytes; RTMPE draws its private key from it. */
  constructor(kind: ClientHandshakeKind, random: (count: number) => Uint8Array) {
    this.#kind = kind;
    this.#random = random;
    this.#layout = kind === 'encrypted' ? 'key-first' : 'digest-first';
  }

  get phase(): ClientHandshakePhase {
    return this.#phase;
  }

  get isDone(): boolean {
    return this.#phase === 'done';
  }

  /** Whether S1 carried a digest that verified. */
  get isDigestVerified(): boolean {
    return this.#hasServerDigest;
  }

  /** For everything after the handshake; undefined unless encrypted and done. */
  get ciphers(): HandshakeCiphers | undefined {
    return this.#phase === 'done' ? this.#ciphers : undefined;
  }

  /** C0 and C1. Once. */
  start(): Uint8Array {
    const c1 = copyBytes(this.#random(PACKET_BYTES));
    c1.fill(0, 0, 8);
    if (this.#kind !== 'plain') {
      c1.set(this.#kind === 'encrypted' ? rtmpeVersion : digestVersion, 4);
      if (this.#kind === 'encrypted') {
        this.#keyPair = buildKeyPair(copyBytes(this.#random(PUBLIC_KEY_BYTES)));
        c1.set(this.#keyPair.publicKey, publicKeyOffset(c1, this.#layout));
      }
      this.#c1Digest = writeDigest(c1, this.#layout, 'client');
    }
    this.#phase = 'waitS0';
    return concatBytes([Uint8Array.of(this.#kind === 'encrypted' ? ENCRYPTED_VERSION : PLAIN_VERSION), c1]);
  }

  /**
   * Takes bytes; gives what to send and how many were used. Once `phase` is `done` the rest of the input
   * belongs to the chunk stream.
   * @throws AppError `rtmp/not-rtmp`, `rtmp/wants-encryption`, `rtmp/handshake-failed`.
   */
  receive(input: Uint8Array): { readonly consumed: number; readonly output: readonly Uint8Array[] } {
    let consumed = 0;
    const output: Uint8Array[] = [];
    while (this.#phase !== 'done') {
      consumed += this.#collector.fill(input, consumed);
      const packet = this.#collector.take(PACKET_BYTES);
      if (packet === undefined) break;
      if (this.#phase === 'waitS0') {
        this.#version = packet[0] ?? 0;
        checkServerVersion(this.#version, this.#kind === 'encrypted');
        this.#phase = 'waitS1';
      } else if (this.#phase === 'waitS1') {
        output.push(this.#buildC2(packet));
        this.#phase = 'waitS2';
      } else {
        this.#checkS2(packet);
        this.#phase = 'done';
      }
    }
    return { consumed, output };
  }

  #buildC2(s1: Uint8Array): Uint8Array {
    if (this.#kind === 'plain') return s1;
    const layouts: DigestLayout[] =
      this.#layout === 'key-first' ? ['key-first', 'digest-first'] : ['digest-first', 'key-first'];
    const found = findDigest(s1, layouts, 'server');
    if (found === undefined) {
      if (this.#kind === 'encrypted') throw handshakeError('the RTMPE server sent no valid digest');
      return s1;
    }
    this.#hasServerDigest = true;
    if (this.#keyPair !== undefined) {
      const offset = publicKeyOffset(s1, found.layout);
      this.#ciphers = deriveCiphers(this.#keyPair, s1.subarray(offset, offset + PUBLIC_KEY_BYTES));
    }
    const c2 = copyBytes(this.#random(PACKET_BYTES));
    writeSignature(c2, found.digest, 'client', (signature, key) =>
      encryptSignature(this.#version, signature, key),
    );
    return c2;
  }

  /** Only RTMPE insists: plain servers echo S1, C1, or nothing of sense, and work. */
  #checkS2(s2: Uint8Array): void {
    if (this.#kind !== 'encrypted' || this.#c1Digest === undefined) return;
    const isValid = isSignatureValid(s2, this.#c1Digest, 'server', (signature, key) =>
      encryptSignature(this.#version, signature, key),
    );
    if (!isValid) throw handshakeError('the RTMPE server signed wrongly');
  }
}

function handshakeError(message: string): AppError {
  return new AppError('rtmp/handshake-failed', { message });
}
