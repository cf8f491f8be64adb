/**
 * Puts the packets of successive encoders into one line: the next one's wait until the one before is gone. Configuration
 * is repeated only when it changed; times never go back within a medium.
 */
import type { MediaPacket } from '../../rtmp/flv/packet.ts';
import { parseVideoBody } from '../../rtmp/flv/tag-body.ts';
import type { EncoderSession } from './encoder-session.ts';

/** An encoder that has been replaced gets this long to give out what it holds. */
const HAND_OVER_DRAIN_MS = 2000;

/** A packet with its time in the program already on it. */
type Placed = MediaPacket;

interface Entry {
  readonly session: EncoderSession;
  readonly waiting: MediaPacket[];
  /** Pictures after the end of its own sound: they go out between the next one's sound, in the order of time. */
  late: readonly Placed[];
  /** The late pictures of the one before, until this one's first picture or later sound comes. */
  before: readonly Placed[];
  isGone: boolean;
}

export class ProgramOutput {
  readonly #deliver: (packet: MediaPacket) => void;
  #line: Entry[] = [];
  #lastMs: Record<MediaPacket['kind'], number> = { audio: 0, video: 0, script: 0 };
  #headers: { audio: Uint8Array | null; video: Uint8Array | null } = { audio: null, video: null };
  /** Configuration to give out just before the next frame of its medium. */
  #pending: { audio: MediaPacket | null; video: MediaPacket | null } = { audio: null, video: null };
  #hasAudio = false;
  #audioUntilMs = Number.POSITIVE_INFINITY;
  #onEmpty: (() => void)[] = [];

  constructor(deliver: (packet: MediaPacket) => void) {
    this.#deliver = deliver;
  }

  /** Last sound given out and where the last session's sound ends; null before any. */
  get lastAudioMs(): { lastMs: number; untilMs: number } | null {
    if (!this.#hasAudio && !Number.isFinite(this.#audioUntilMs)) return null;
    return { lastMs: this.#lastMs.audio, untilMs: this.#audioUntilMs };
  }

  append(session: EncoderSession): void {
    const entry: Entry = { session, waiting: [], late: [], before: [], isGone: false };
    this.#line.push(entry);
    session.encoder.onPacket.on((packet) => {
      if (this.#line[0] === entry) this.#pass(entry, packet);
      else entry.waiting.push(packet);
    });
    session.encoder.onExited.on(() => {
      entry.isGone = true;
      this.#advance();
    });
  }

  /** Ends a session's input; it stays in the line until it has given out the rest. */
  end(session: EncoderSession): void {
    this.#audioUntilMs = session.audioUntilMs;
    void session.encoder.stop(HAND_OVER_DRAIN_MS);
  }

  /** Resolves when the line is empty; at the deadline it is cut. */
  async drain(deadlineMs: number): Promise<void> {
    if (this.#line.length === 0) return;
    const timer = setTimeout(() => {
      for (const entry of this.#line) entry.session.encoder.kill();
    }, deadlineMs);
    await new Promise<void>((resolve) => this.#onEmpty.push(resolve));
    clearTimeout(timer);
  }

  #advance(): void {
    while (this.#line[0]?.isGone === true) {
      const gone = this.#line.shift();
      const late = [...(gone?.before ?? []), ...(gone?.late ?? [])];
      const next = this.#line[0];
      if (next === undefined) {
        for (const packet of late) this.#give(packet);
        continue;
      }
      next.before = late;
      for (const packet of next.waiting.splice(0)) this.#pass(next, packet);
    }
    if (this.#line.length === 0) for (const resolve of this.#onEmpty.splice(0)) resolve();
  }

  #pass(entry: Entry, packet: MediaPacket): void {
    const placed = entry.session.place(packet);
    if (placed === null) return;
    if (placed.isSequenceHeader && placed.kind === 'video' && entry.before.length > 0) {
      // The pictures before it are still of the configuration before.
      entry.before = [...entry.before, placed];
      return;
    }
    if (!placed.isSequenceHeader && placed.kind !== 'script') this.#giveBefore(entry, placed);
    const isPicture = placed.kind === 'video' && !placed.isSequenceHeader;
    if (isPicture && placed.timestampMs > entry.session.audioUntilMs) entry.late = [...entry.late, placed];
    else this.#give(placed);
  }

  /** What is left of the encoder before, as far as it lies before this packet. */
  #giveBefore(entry: Entry, { kind, timestampMs }: Placed): void {
    while (
      entry.before[0] !== undefined &&
      (kind === 'video' || entry.before[0].timestampMs <= timestampMs)
    ) {
      this.#give(entry.before[0]);
      entry.before = entry.before.slice(1);
    }
  }

  #give(placed: Placed): void {
    if (placed.kind === 'script') return this.#emit(placed, Math.max(placed.timestampMs, this.#lastMs.video));
    if (placed.isSequenceHeader) {
      this.#pending[placed.kind] = placed;
      return;
    }
    const isFirst = this.#lastMs[placed.kind] === 0;
    const timestampMs = Math.max(0, placed.timestampMs, isFirst ? 0 : this.#lastMs[placed.kind] + 1);
    this.#giveHeader(placed.kind, timestampMs);
    if (placed.kind === 'audio') {
      this.#hasAudio = true;
      this.#audioUntilMs = Number.POSITIVE_INFINITY;
    }
    this.#emit(keepPresentation(placed, timestampMs - placed.timestampMs), timestampMs);
  }

  #giveHeader(kind: 'audio' | 'video', timestampMs: number): void {
    const header = this.#pending[kind];
    this.#pending[kind] = null;
    const known = this.#headers[kind];
    if (header === null || (known !== null && isSame(known, header.body))) return;
    this.#headers[kind] = header.body;
    this.#deliver({ ...header, timestampMs });
  }

  #emit(packet: MediaPacket, timestampMs: number): void {
    this.#lastMs[packet.kind] = timestampMs;
    this.#deliver({ ...packet, timestampMs });
  }
}

/**
 * A picture decoded later than its encoder said is still shown on time: its composition offset shrinks by as much. AV1 has
 * none, and needs none: its pictures come in the order in which they are shown.
 */
function keepPresentation(packet: MediaPacket, delayMs: number): MediaPacket {
  if (packet.kind !== 'video' || delayMs <= 0) return packet;
  const { role, isEnhanced, isMultitrack, tracks } = parseVideoBody(packet.body);
  const [track] = tracks;
  if (role !== 'frame' || isMultitrack || track === undefined) return packet;
  const offset = (Math.round(track.compositionMs - delayMs) & 0xffffff) >>> 0;
  const composition = [offset >>> 16, (offset >>> 8) & 0xff, offset & 0xff];
  const first = packet.body[0] ?? 0;
  if (track.codec === 'avc1' && !isEnhanced) return rebuild(packet, [first, 1, ...composition], track.data);
  if (track.codec !== 'hvc1' || !isEnhanced) return packet;
  // As coded frames with an offset, also where the encoder left it out for being 0.
  const header = [(first & 0xf0) | 1, ...packet.body.subarray(1, 5), ...composition];
  return rebuild(packet, header, track.data);
}

function rebuild(packet: MediaPacket, header: readonly number[], data: Uint8Array): MediaPacket {
  const body = new Uint8Array(header.length + data.length);
  body.set(header);
  body.set(data, header.length);
  return { ...packet, body };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
