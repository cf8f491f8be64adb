/**
 * Puts the packets of successive encoders into one line: the next one's wait until the one before is gone. Configuration
 * is repeated only when it changed; times never go back within a medium.
 */
import { equalBytes } from '../../../shared/bytes.ts';
import type { ParsedPacket } from '../../rtmp/flv/packet.ts';
import { retime } from './encoded-packet.ts';
import type { EncodedPacket, PacketSink } from './encoded-packet.ts';
import type { EncoderSession } from './encoder-session.ts';

/** An encoder that has been replaced gets this long to give out what it holds. */
const HAND_OVER_DRAIN_MS = 2000;

interface Entry {
  readonly session: EncoderSession;
  readonly waiting: ParsedPacket[];
  /** Pictures after the end of its own sound: they go out between the next one's sound, in the order of time. */
  late: readonly EncodedPacket[];
  /** The late pictures of the one before, until this one's first picture or later sound comes. */
  before: readonly EncodedPacket[];
  isGone: boolean;
}

export class ProgramOutput {
  readonly #sink: PacketSink;
  #line: Entry[] = [];
  #lastMs: Record<EncodedPacket['kind'], number> = { audio: 0, video: 0, script: 0 };
  #headers: { audio: Uint8Array | undefined; video: Uint8Array | undefined } = {
    audio: undefined,
    video: undefined,
  };
  /** Configuration to give out just before the next frame of its medium. */
  #pending: { audio: EncodedPacket | undefined; video: EncodedPacket | undefined } = {
    audio: undefined,
    video: undefined,
  };
  #hasAudio = false;
  #audioUntilMs = Number.POSITIVE_INFINITY;
  #frames = 0;
  #onEmpty: (() => void)[] = [];

  constructor(sink: PacketSink) {
    this.#sink = sink;
  }

  /** Pictures given out. */
  get frames(): number {
    return this.#frames;
  }

  /** Last sound given out and where the last session's sound ends; undefined before any. */
  get lastAudioMs(): { lastMs: number; untilMs: number } | undefined {
    if (!this.#hasAudio && !Number.isFinite(this.#audioUntilMs)) return undefined;
    return { lastMs: this.#lastMs.audio, untilMs: this.#audioUntilMs };
  }

  append(session: EncoderSession): void {
    const entry: Entry = { session, waiting: [], late: [], before: [], isGone: false };
    this.#line.push(entry);
    session.encoder.onPacket.on(this.#pass.bind(this, entry));
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

  #pass(entry: Entry, packet: ParsedPacket): void {
    if (this.#line[0] !== entry) {
      entry.waiting.push(packet);
      return;
    }
    const placed = entry.session.place(packet);
    if (placed === undefined) return;
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
  #giveBefore(entry: Entry, { kind, timestampMs }: EncodedPacket): void {
    while (
      entry.before[0] !== undefined &&
      (kind === 'video' || entry.before[0].timestampMs <= timestampMs)
    ) {
      this.#give(entry.before[0]);
      entry.before = entry.before.slice(1);
    }
  }

  #give(placed: EncodedPacket): void {
    if (placed.isSequenceHeader && placed.kind !== 'script') {
      this.#pending[placed.kind] = placed;
      return;
    }
    const timestampMs = this.#nextMs(placed);
    if (placed.kind !== 'script') this.#giveHeader(placed.kind, timestampMs);
    if (placed.kind === 'audio') {
      this.#hasAudio = true;
      this.#audioUntilMs = Number.POSITIVE_INFINITY;
    }
    if (placed.kind === 'video') this.#frames += 1;
    this.#lastMs[placed.kind] = timestampMs;
    this.#sink.push(retime(placed, timestampMs));
  }

  #giveHeader(kind: 'audio' | 'video', timestampMs: number): void {
    const header = this.#pending[kind];
    this.#pending[kind] = undefined;
    const known = this.#headers[kind];
    if (header === undefined || (known !== undefined && equalBytes(known, header.body))) return;
    this.#headers[kind] = header.body;
    this.#sink.push(retime(header, timestampMs));
  }

  /** Times never go back within a medium; metadata is as late as the last picture. */
  #nextMs({ kind, timestampMs }: EncodedPacket): number {
    if (kind === 'script') return Math.max(timestampMs, this.#lastMs.video);
    const isFirst = this.#lastMs[kind] === 0;
    return Math.max(0, timestampMs, isFirst ? 0 : this.#lastMs[kind] + 1);
  }
}
