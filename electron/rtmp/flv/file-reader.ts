/**
 * Reads FLV as it lies in files and comes from other programs, whatever the split of the bytes: forgives what players forgive,
 * and counts each kind of fault. The strict reader of an encoder's pipe is `FlvDemuxer`. Pure; holds at most one tag.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import { PacketClassifier } from './classify.ts';
import { noFaults } from './file-faults.ts';
import type { FaultCounts } from './file-faults.ts';
import type { MediaPacket, ParsedPacket } from './packet.ts';
import { unwrapTimestamp } from './timestamp.ts';
import { badData } from './bit-reader.ts';

const FILE_HEADER_BYTES = 9;
const MAX_FILE_HEADER_BYTES = 1024;
const TAG_HEADER_BYTES = 11;
const SIZE_BYTES = 4;
const ENCRYPTED_BIT = 0x20;
/** A tag that is looked for behind damage is not larger: a false find would swallow what follows. */
const MAX_FOUND_TAG_BYTES = 4 * 1024 * 1024;
/** What decides on a tag at most, besides the tag. */
const LOOK_AHEAD_BYTES = 64;
const MAX_TAG_ROOM_BYTES = 0xffffff + 64;
const NO_BYTES = new Uint8Array(0);

const KINDS: Readonly<Record<number, MediaPacket['kind']>> = {
  8: 'audio',
  9: 'video',
  15: 'script',
  18: 'script',
};

/** What a writer puts behind a tag, as the distance from the size of the tag's body. */
type SizeStyle = 'right' | 'oneLess' | 'bodyAlone' | 'zero' | 'other' | 'absent';

interface TagHeader {
  readonly kind: MediaPacket['kind'] | undefined;
  readonly isEncrypted: boolean;
  readonly isAmf3: boolean;
  readonly bodyBytes: number;
  readonly rawTimestamp: number;
  readonly flags: number;
}

/** `wait`: more bytes decide. */
type Verdict = 'wait' | 'no' | { readonly header: TagHeader; readonly style: SizeStyle };

/**
 * Reads FLV as it lies in files and comes from other programs: forgives what players forgive, and counts each kind of fault.
 * Holds at most one tag.
 */
export class FlvFileReader {
  /** What was forgiven so far; whole after `end`. */
  readonly faults: FaultCounts = noFaults();
  readonly #classifier = new PacketClassifier();
  #bytes: Uint8Array = NO_BYTES;
  #at = 0;
  /** Of the memory behind `#bytes`, from its beginning, while it is our own. */
  #room = 0;
  #isBegun = false;
  #hasBegun = false;
  #isEnded = false;
  /** Behind damage: every position may be a tag, and has to prove it. */
  #isSearching = false;
  #style: SizeStyle = 'right';
  #lastMs = 0;
  #announced = 0;
  #seen = 0;
  #pending = 0;

  /**
   * Takes the next bytes and returns the packets they complete. The time of a packet is that of the file: it may be negative, leap
   * and go back. A body may be a view of `bytes`: it holds for as long as the caller leaves them alone.
   * @throws AppError `flv/bad-data` when the stream does not begin as FLV.
   */
  push(bytes: Uint8Array): ParsedPacket[] {
    const packets: ParsedPacket[] = [];
    let rest = bytes;
    // Only as much is copied as completes what the last call left over; the rest is read where it lies.
    while (this.#at < this.#bytes.length && rest.length > 0) {
      const left = this.#bytes.length - this.#at;
      const taken = rest.subarray(0, Math.max(this.#missing(), LOOK_AHEAD_BYTES));
      this.#append(taken);
      const begun = this.#at;
      this.#read(packets);
      rest = rest.subarray(taken.length);
      const back = this.#bytes.length - this.#at;
      if (this.#at - begun < left || back > taken.length) continue;
      rest = bytes.subarray(bytes.length - rest.length - back);
      this.#bytes = NO_BYTES;
      this.#at = 0;
    }
    if (rest.length === 0) return packets;
    this.#bytes = rest;
    this.#at = 0;
    this.#read(packets);
    this.#keepRest();
    return packets;
  }

  /** Copies what is left over, with room for the rest of its tag where that is of a usual size. */
  #keepRest(): void {
    const left = this.#bytes.length - this.#at;
    const missing = Math.max(this.#missing(), LOOK_AHEAD_BYTES);
    this.#room = left === 0 || missing > MAX_FOUND_TAG_BYTES ? left : left + missing;
    const kept = new Uint8Array(this.#room);
    kept.set(this.#bytes.subarray(this.#at));
    this.#bytes = kept.subarray(0, left);
    this.#at = 0;
  }

  /** The stream ends here: gives what waited for its successor, and completes `faults`. */
  end(): ParsedPacket[] {
    this.#isEnded = true;
    const packets: ParsedPacket[] = [];
    this.#read(packets);
    if (!this.#hasBegun) throw badData('this is not an FLV stream');
    const left = this.#bytes.length - this.#at;
    if (left > 0 && !(left <= SIZE_BYTES && this.#pending === 0)) {
      if (this.#isSearching || !this.#isCutTag()) this.#skip(left);
      else this.faults.cutTagBytes = left;
    }
    this.faults.bytesAtEnd = this.#pending;
    if (this.#pending > 0) this.faults.damagedPlaces -= 1;
    if (this.#seen !== this.#announced) this.faults.wrongFlags = 1;
    return packets;
  }

  /** Until what is held makes a tag with its size and the beginning of the next, by its own word. */
  #missing(): number {
    const left = this.#bytes.length - this.#at;
    if (left < TAG_HEADER_BYTES) return 0;
    return unsigned(this.#bytes, this.#at + 1, 3) + 2 * TAG_HEADER_BYTES + SIZE_BYTES - left;
  }

  /** Room doubles: a long tag that comes in small pieces is copied twice at most. */
  #append(bytes: Uint8Array): void {
    const left = this.#bytes.length - this.#at;
    const total = left + bytes.length;
    if (this.#at + total > this.#room) {
      this.#room = Math.max(total, Math.min(2 * left, MAX_TAG_ROOM_BYTES));
      const grown = new Uint8Array(this.#room);
      grown.set(this.#bytes.subarray(this.#at));
      this.#bytes = grown.subarray(0, left);
      this.#at = 0;
    }
    const whole = new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#at + total);
    whole.set(bytes, this.#at + left);
    this.#bytes = whole;
  }

  #read(packets: ParsedPacket[]): void {
    while (this.#isBegun || this.#readFileHeader()) {
      if (this.#at >= this.#bytes.length) break;
      if (this.#isFileHeader(this.#at)) {
        this.#isBegun = false;
        this.faults.repeatedHeaders += 1;
        this.#settle();
        continue;
      }
      const verdict = this.#judge(this.#at);
      if (verdict === 'wait') break;
      if (verdict === 'no') this.#searchOn();
      else this.#take(verdict, packets);
    }
  }

  #isFileHeader(at: number): boolean {
    const bytes = this.#bytes;
    if (bytes[at] !== 0x46 || bytes[at + 1] !== 0x4c || bytes[at + 2] !== 0x56) return false;
    return bytes.length - at >= FILE_HEADER_BYTES && headerBytes(bytes, at) !== undefined;
  }

  /** False while it is not whole. */
  #readFileHeader(): boolean {
    const bytes = this.#bytes.subarray(this.#at);
    if (bytes.length < FILE_HEADER_BYTES) return false;
    if (bytes[0] !== 0x46 || bytes[1] !== 0x4c || bytes[2] !== 0x56)
      throw badData('this is not an FLV stream');
    const length = headerBytes(bytes, 0);
    if (length === undefined) throw badData('the FLV header is of an unknown version or length');
    // The size of no tag follows; some writers leave it out.
    if (bytes.length < length + SIZE_BYTES + TAG_HEADER_BYTES && !this.#isEnded) return false;
    this.#announced |= (bytes[4] ?? 0) & 5;
    this.#isBegun = true;
    this.#hasBegun = true;
    const hasNoSize = (bytes[length] ?? 0) !== 0 && typeof this.#judgeHeader(this.#at + length) === 'object';
    if (hasNoSize) this.faults.wrongSizes += 1;
    this.#at += hasNoSize ? length : Math.min(length + SIZE_BYTES, bytes.length);
    return true;
  }

  #judgeHeader(at: number): TagHeader | 'wait' | 'no' {
    const bytes = this.#bytes;
    if (bytes.length - at < TAG_HEADER_BYTES) return 'wait';
    const flags = bytes[at] ?? 0;
    const kind = KINDS[flags & 0x1f];
    const bodyBytes = unsigned(bytes, at + 1, 3);
    if ((flags & 0xc0) !== 0 || (kind === undefined && bodyBytes === 0)) return 'no';
    return {
      kind,
      isEncrypted: (flags & ENCRYPTED_BIT) !== 0,
      isAmf3: (flags & 0x1f) === 15,
      bodyBytes,
      rawTimestamp: ((bytes[at + 7] ?? 0) & 0x7f) * 0x1000000 + unsigned(bytes, at + 4, 3),
      flags: kind === 'audio' ? 4 : kind === 'video' ? 1 : 0,
    };
  }

  /** Whether a tag begins at `at`: by its header, and by what stands behind its body. */
  #judge(at: number): Verdict {
    const header = this.#judgeHeader(at);
    if (header === 'no') return 'no';
    if (header === 'wait') return this.#isEnded ? 'no' : 'wait';
    if (this.#isSearching) {
      const isLikely = header.kind !== undefined && unsigned(this.#bytes, at + 8, 3) === 0;
      if (!isLikely || header.isEncrypted || header.bodyBytes === 0 || header.bodyBytes > MAX_FOUND_TAG_BYTES)
        return 'no';
    }
    const end = at + TAG_HEADER_BYTES + header.bodyBytes;
    if (this.#bytes.length < end) return this.#isEnded ? 'no' : 'wait';
    const isSure = header.kind !== undefined && !header.isEncrypted && !this.#isSearching;
    if (this.#bytes.length < end + SIZE_BYTES) {
      if (!this.#isEnded) return 'wait';
      return isSure ? { header, style: 'right' } : 'no';
    }
    const style = styleOf(unsigned(this.#bytes, end, SIZE_BYTES), header.bodyBytes);
    if (style === 'right' || (style === this.#style && style !== 'other' && isSure)) return { header, style };
    if (!isSure && style === 'other') return 'no';
    // A wrong size: the next tag stands behind the size, or in its place.
    const next = this.#nextBegins(end + SIZE_BYTES);
    if (next === 'wait') return 'wait';
    if (next) return { header, style };
    if (this.#nextBegins(end) === true) return { header, style: 'absent' };
    return isSure && style !== 'other' ? { header, style } : 'no';
  }

  #nextBegins(at: number): boolean | 'wait' {
    if (this.#bytes.length - at < TAG_HEADER_BYTES) return this.#isEnded ? this.#bytes.length === at : 'wait';
    if (this.#isFileHeader(at)) return true;
    const header = this.#judgeHeader(at);
    if (typeof header !== 'object' || header.kind === undefined || header.isEncrypted) return false;
    return unsigned(this.#bytes, at + 8, 3) === 0;
  }

  #take({ header, style }: Exclude<Verdict, string>, packets: ParsedPacket[]): void {
    const begin = this.#at + TAG_HEADER_BYTES;
    const end = begin + header.bodyBytes;
    const body = this.#bytes.subarray(begin, end);
    this.#at = Math.min(this.#bytes.length, end + (style === 'absent' ? 0 : SIZE_BYTES));
    this.#style = style;
    if (style !== 'right') this.faults.wrongSizes += 1;
    this.#settle();
    if (header.isEncrypted) this.faults.encryptedTags += 1;
    else if (header.kind === undefined) this.faults.unknownTags += 1;
    else this.#takeBody(header.kind, header, body, packets);
  }

  #takeBody(kind: MediaPacket['kind'], header: TagHeader, whole: Uint8Array, packets: ParsedPacket[]): void {
    const body = header.isAmf3 && whole[0] === 0 ? whole.subarray(1) : whole;
    const timestampMs = unwrapTimestamp(this.#lastMs, header.rawTimestamp);
    try {
      const packet = this.#classifier.classify(kind, timestampMs, body);
      if (packet === undefined) return;
      this.#lastMs = timestampMs;
      this.#seen |= header.flags;
      packets.push(packet);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.faults.brokenTags += 1;
    }
  }

  /** To the next position that may be a tag. */
  #searchOn(): void {
    // A tag that the end of the file cuts is no damage.
    if (this.#isEnded && !this.#isSearching && this.#isCutTag()) {
      this.faults.cutTagBytes = this.#bytes.length - this.#at;
      this.#at = this.#bytes.length;
      return;
    }
    if (!this.#isSearching) this.faults.damagedPlaces += 1;
    this.#isSearching = true;
    let next = this.#at + 1;
    while (next < this.#bytes.length && !mayBegin(this.#bytes[next] ?? 0)) next += 1;
    this.#skip(next - this.#at);
  }

  #isCutTag(): boolean {
    const left = this.#bytes.length - this.#at;
    const first = this.#bytes[this.#at] ?? 0;
    if (KINDS[first] === undefined) return false;
    return left < TAG_HEADER_BYTES || left < TAG_HEADER_BYTES + unsigned(this.#bytes, this.#at + 1, 3);
  }

  #skip(bytes: number): void {
    this.#at += bytes;
    this.#pending += bytes;
  }

  /** What was skipped lies between tags, not at the end. */
  #settle(): void {
    this.faults.bytesBetween += this.#pending;
    this.#pending = 0;
    this.#isSearching = false;
  }
}

function mayBegin(byte: number): boolean {
  return KINDS[byte] !== undefined || byte === 0x46;
}

function headerBytes(bytes: Uint8Array, at: number): number | undefined {
  const length = unsigned(bytes, at + 5, 4);
  if (bytes[at + 3] !== 1 || length < FILE_HEADER_BYTES || length > MAX_FILE_HEADER_BYTES) return undefined;
  return length;
}

function styleOf(found: number, bodyBytes: number): SizeStyle {
  if (found === bodyBytes + TAG_HEADER_BYTES) return 'right';
  if (found === bodyBytes + TAG_HEADER_BYTES - 1) return 'oneLess';
  if (found === bodyBytes) return 'bodyAlone';
  return found === 0 ? 'zero' : 'other';
}

function unsigned(bytes: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + (bytes[offset + index] ?? 0);
  return value;
}
