/**
 * Datagrams (RFC 7016 §2.2.2, RFC 7425 §4.2): a packet encrypted, with what proves it whole, behind a scrambled session id. The
 * session id is the one that the datagram's receiver chose; 0 and the default key are for startup.
 */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ByteWriter } from '../../bytes/byte-writer.ts';
import { MAX_DATAGRAM_BYTES } from '../limits.ts';
import type { Packet, PacketMode } from '../wire/chunks.ts';
import { FieldReader } from '../wire/field-reader.ts';
import { readPacket } from '../wire/packet-reader.ts';
import { writePacket } from '../wire/packet-writer.ts';
import { vluSize, writeVlu } from '../wire/vlu.ts';
import { packetChecksum } from './checksum.ts';
import { BLOCK_BYTES, PacketDecrypter, PacketEncrypter } from './packet-cipher.ts';
import { ReplayWindow } from './replay-window.ts';
import { DEFAULT_SESSION_KEY } from './session-keys.ts';

const SESSION_ID_BYTES = 4;
const CHECKSUM_BYTES = 2;
const PADDING = 0xff;
/** Datagrams are cut out of pieces of memory of this size: one piece costs the collector as much as one datagram would. */
const SLAB_BYTES = 16 * 1024;

/** How one direction of a session is protected. */
export interface Protection {
  readonly aesKey: Uint8Array;
  /** Instead of the checksum: its key, and how many of its bytes are appended. */
  readonly hmac: { readonly key: Uint8Array; readonly bytes: number } | undefined;
  readonly hasSequence: boolean;
}

const startupProtection: Protection = { aesKey: DEFAULT_SESSION_KEY, hmac: undefined, hasSequence: false };

function readWord(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)
  );
}

function writeWord(bytes: Uint8Array, at: number, value: number): void {
  for (let index = 0; index < 4; index += 1) bytes[at + index] = value >>> (24 - index * 8);
}

/** Whose datagram it is, before anything is decrypted; undefined for what is no datagram of RTMFP. */
export function readSessionId(datagram: Uint8Array): number | undefined {
  if (datagram.length < SESSION_ID_BYTES + BLOCK_BYTES || datagram.length > MAX_DATAGRAM_BYTES)
    return undefined;
  return (readWord(datagram, 0) ^ readWord(datagram, 4) ^ readWord(datagram, 8)) >>> 0;
}

export class DatagramSealer {
  readonly #encrypter: PacketEncrypter;
  readonly #hmac: { readonly key: KeyObject; readonly bytes: number } | undefined;
  readonly #hasSequence: boolean;
  readonly #cleartext = new ByteWriter(2_048);
  #slab = new Uint8Array(0);
  #slabUsed = 0;
  #sequence = 0;

  constructor({ aesKey, hmac, hasSequence }: Protection = startupProtection) {
    this.#encrypter = new PacketEncrypter(aesKey);
    this.#hmac = hmac && { key: createSecretKey(hmac.key), bytes: hmac.bytes };
    this.#hasSequence = hasSequence;
  }

  /** How long the next packet may be, without padding, for its datagram to have at most `datagramBytes`. */
  packetBytes(datagramBytes: number): number {
    const encrypted = datagramBytes - SESSION_ID_BYTES - (this.#hmac?.bytes ?? 0);
    const checksumBytes = this.#hmac ? 0 : CHECKSUM_BYTES;
    const sequenceBytes = this.#hasSequence ? vluSize(this.#sequence) : 0;
    return encrypted - (encrypted % BLOCK_BYTES) - checksumBytes - sequenceBytes;
  }

  seal(packet: Packet, sessionId: number): Uint8Array {
    const ciphertext = this.#encrypter.encrypt(this.#buildCleartext(packet));
    const tagBytes = this.#hmac?.bytes ?? 0;
    const datagram = this.#allocate(SESSION_ID_BYTES + ciphertext.length + tagBytes);
    writeWord(datagram, 0, sessionId ^ readWord(ciphertext, 0) ^ readWord(ciphertext, 4));
    datagram.set(ciphertext, SESSION_ID_BYTES);
    if (this.#hmac) {
      const tag = createHmac('sha256', this.#hmac.key).update(ciphertext).digest();
      datagram.set(tag.subarray(0, tagBytes), SESSION_ID_BYTES + ciphertext.length);
    }
    return datagram;
  }

  #allocate(bytes: number): Uint8Array {
    if (this.#slabUsed + bytes > this.#slab.length) {
      this.#slab = new Uint8Array(Math.max(SLAB_BYTES, bytes));
      this.#slabUsed = 0;
    }
    this.#slabUsed += bytes;
    return this.#slab.subarray(this.#slabUsed - bytes, this.#slabUsed);
  }

  #buildCleartext(packet: Packet): Uint8Array {
    const writer = this.#cleartext;
    writer.reset();
    if (this.#hasSequence) {
      writeVlu(writer, this.#sequence);
      this.#sequence += 1;
    }
    const checksumAt = writer.length;
    if (!this.#hmac) writer.u16(0);
    writePacket(writer, packet);
    while (writer.length % BLOCK_BYTES !== 0) writer.u8(PADDING);
    const cleartext = writer.take();
    if (!this.#hmac) {
      const checksum = packetChecksum(cleartext.subarray(checksumAt + CHECKSUM_BYTES));
      cleartext[checksumAt] = checksum >>> 8;
      cleartext[checksumAt + 1] = checksum;
    }
    return cleartext;
  }
}

/** Datagrams that were dropped, by why. */
export interface DatagramDrops {
  /** Of a length that no datagram has. */
  misshapen: number;
  /** A wrong HMAC or checksum: another key, damage or a forgery. */
  unproven: number;
  /** A sequence number that came before, or is too old. */
  replayed: number;
  /** No packet, or one of a mode that its sender never uses. */
  unreadable: number;
}

export class DatagramOpener<Accepted extends Packet> {
  readonly drops: DatagramDrops = { misshapen: 0, unproven: 0, replayed: 0, unreadable: 0 };
  readonly #decrypter: PacketDecrypter;
  readonly #hmac: { readonly key: KeyObject; readonly bytes: number } | undefined;
  readonly #replays: ReplayWindow | undefined;
  readonly #mode: PacketMode;

  /** `mode`: that of whoever sends here. */
  constructor(mode: Accepted['mode'], { aesKey, hmac, hasSequence }: Protection = startupProtection) {
    this.#mode = mode;
    this.#decrypter = new PacketDecrypter(aesKey);
    this.#hmac = hmac && { key: createSecretKey(hmac.key), bytes: hmac.bytes };
    this.#replays = hasSequence ? new ReplayWindow() : undefined;
  }

  /** Undefined for one that is dropped, and counted. */
  open(datagram: Uint8Array): Accepted | undefined {
    const end = datagram.length - (this.#hmac?.bytes ?? 0);
    const blocksBytes = end - SESSION_ID_BYTES;
    if (
      blocksBytes < BLOCK_BYTES ||
      blocksBytes % BLOCK_BYTES !== 0 ||
      datagram.length > MAX_DATAGRAM_BYTES
    ) {
      this.drops.misshapen += 1;
      return undefined;
    }
    const ciphertext = datagram.subarray(SESSION_ID_BYTES, end);
    if (!this.#isTagged(ciphertext, datagram.subarray(end))) {
      this.drops.unproven += 1;
      return undefined;
    }
    return this.#read(this.#decrypter.decrypt(ciphertext));
  }

  #isTagged(ciphertext: Uint8Array, tag: Uint8Array): boolean {
    if (!this.#hmac) return true;
    const expected = createHmac('sha256', this.#hmac.key).update(ciphertext).digest();
    return timingSafeEqual(expected.subarray(0, this.#hmac.bytes), tag);
  }

  #read(cleartext: Uint8Array): Accepted | undefined {
    const fields = new FieldReader(cleartext);
    const sequence = this.#replays ? fields.vlu() : undefined;
    const checksum = this.#hmac ? undefined : fields.u16();
    const bytes = fields.rest();
    if (fields.isMalformed || (checksum !== undefined && checksum !== packetChecksum(bytes))) {
      this.drops.unproven += 1;
      return undefined;
    }
    if (sequence !== undefined && this.#replays?.accepts(sequence) === false) {
      this.drops.replayed += 1;
      return undefined;
    }
    const packet = readPacket(bytes);
    if (packet !== undefined && isOf<Accepted>(packet, this.#mode)) return packet;
    this.drops.unreadable += 1;
    return undefined;
  }
}

function isOf<Accepted extends Packet>(packet: Packet, mode: PacketMode): packet is Accepted {
  return packet.mode === mode;
}
