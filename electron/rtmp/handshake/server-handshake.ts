/**
 * The receiver's end of the handshake. It follows the client: RTMPE of the type that C0 asks for, digest if C1 carries
 * one that verifies, plain otherwise. C2 is read but not judged, as every server does.
 */
import { copyBytes } from '../../../shared/bytes.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { parseHex } from '../bytes/hex.ts';
import { buildKeyPair } from './diffie-hellman.ts';
import {
  findDigest,
  PACKET_BYTES,
  PUBLIC_KEY_BYTES,
  publicKeyOffset,
  writeDigest,
  writeSignature,
} from './digest.ts';
import { deriveCiphers } from './encryption.ts';
import type { HandshakeCiphers } from './encryption.ts';
import { PacketCollector } from './packet-collector.ts';
import { encryptSignature } from './signature-cipher.ts';
import { checkClientVersion, isEncryptedVersion } from './version-byte.ts';

export type ServerHandshakePhase = 'waitC0' | 'waitC1' | 'waitC2' | 'done';

const serverVersion = parseHex('0d0e0a0d');

export class ServerHandshake {
  readonly #random: (count: number) => Uint8Array;
  #phase: ServerHandshakePhase = 'waitC0';
  readonly #collector = new PacketCollector(1);
  #version = 0;
  #isDigestVerified = false;
  #ciphers: HandshakeCiphers | undefined;

  constructor(random: (count: number) => Uint8Array) {
    this.#random = random;
  }

  get phase(): ServerHandshakePhase {
    return this.#phase;
  }

  get isDone(): boolean {
    return this.#phase === 'done';
  }

  get isDigestVerified(): boolean {
    return this.#isDigestVerified;
  }

  /** For everything after the handshake; undefined unless the client asked for RTMPE and it is done. */
  get ciphers(): HandshakeCiphers | undefined {
    return this.#phase === 'done' ? this.#ciphers : undefined;
  }

  /** See `ClientHandshake.receive`. @throws AppError `rtmp/not-rtmp`, `rtmp/handshake-failed`. */
  receive(input: Uint8Array): { readonly consumed: number; readonly output: readonly Uint8Array[] } {
    let consumed = 0;
    const output: Uint8Array[] = [];
    while (this.#phase !== 'done') {
      consumed += this.#collector.fill(input, consumed);
      const packet = this.#collector.take(PACKET_BYTES);
      if (packet === undefined) break;
      if (this.#phase === 'waitC0') {
        this.#version = packet[0] ?? 0;
        checkClientVersion(this.#version);
        this.#phase = 'waitC1';
      } else if (this.#phase === 'waitC1') {
        output.push(Uint8Array.of(this.#version), ...this.#answer(packet));
        this.#phase = 'waitC2';
      } else {
        this.#phase = 'done';
      }
    }
    return { consumed, output };
  }

  /** S1 and S2. */
  #answer(c1: Uint8Array): Uint8Array[] {
    const isEncrypted = isEncryptedVersion(this.#version);
    const claimsVersion = c1.subarray(4, 8).some((byte) => byte !== 0);
    const found = claimsVersion ? findDigest(c1, ['key-first', 'digest-first'], 'client') : undefined;
    const s1 = copyBytes(this.#random(PACKET_BYTES));
    s1.fill(0, 0, 8);
    if (found === undefined) {
      if (isEncrypted) {
        throw new AppError('rtmp/handshake-failed', { message: 'the RTMPE client sent no valid digest' });
      }
      return [s1, c1];
    }
    this.#isDigestVerified = true;
    s1.set(serverVersion, 4);
    if (isEncrypted) {
      const keyPair = buildKeyPair(copyBytes(this.#random(PUBLIC_KEY_BYTES)));
      const offset = publicKeyOffset(c1, found.layout);
      this.#ciphers = deriveCiphers(keyPair, c1.subarray(offset, offset + PUBLIC_KEY_BYTES));
      s1.set(keyPair.publicKey, publicKeyOffset(s1, found.layout));
    }
    writeDigest(s1, found.layout, 'server');
    const s2 = copyBytes(this.#random(PACKET_BYTES));
    writeSignature(s2, found.digest, 'server', (signature, key) =>
      encryptSignature(this.#version, signature, key),
    );
    return [s1, s2];
  }
}
