/**
 * The program: what the encoder gives out, once, for all outputs. Remembers what a late joiner needs (metadata, codec headers, the
 * current GOP) and hands each packet to every sink of the outputs. Packets are shared, never copied.
 */
import type { EncodedPacket, PacketSink } from '../encode/encoded-packet.ts';
import type { Clock } from '../../../shared/clock.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import { Emitter } from '../../../shared/emitter.ts';
import type { ProgramTotals } from '../statistics/statistics.ts';

/** Sound of further tracks that is kept: five tracks as long as a GOP. */
const MAX_TRACK_PACKETS = 3500;
/** Longest GOP kept for late joiners, media ms. A longer one is not kept at all. */
const MAX_GOP_MS = 12_000;

export interface CachedGop {
  /** From a keyframe on, audio between. */
  readonly packets: readonly EncodedPacket[];
  /** When the keyframe came, ms on the program's clock. */
  readonly startedMs: number;
}

export class Program implements PacketSink {
  /** A keyframe came, and every sink has it. */
  readonly onKeyframe = new Emitter<void>();
  readonly #clock: Clock;
  readonly #sinks = new Set<PacketSink>();
  #metadata: EncodedPacket | undefined;
  #videoHeader: EncodedPacket | undefined;
  #audioHeader: EncodedPacket | undefined;
  #gop: EncodedPacket[] = [];
  #gopStartedMs = 0;
  /** Sound of further tracks since the GOP's start, or a little longer. */
  #trackPackets: EncodedPacket[] = [];
  #bytes = 0;
  #videoFrames = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Video frames so far, headers not counted. */
  get videoFrames(): number {
    return this.#videoFrames;
  }

  /** Bytes of media and frames so far. */
  totals(): ProgramTotals {
    return { bytes: this.#bytes, videoFrames: this.#videoFrames };
  }

  get hasVideo(): boolean {
    return this.#videoHeader !== undefined;
  }

  /** Metadata and codec headers, in the order to send them. */
  headers(): readonly EncodedPacket[] {
    return [this.#metadata, this.#videoHeader, this.#audioHeader].filter((packet) => packet !== undefined);
  }

  /** The GOP under way; undefined before the first keyframe or when it grew beyond reason. */
  currentGop(): CachedGop | undefined {
    return this.#gop.length === 0 ? undefined : { packets: this.#gop, startedMs: this.#gopStartedMs };
  }

  /** Sound of further tracks that goes with the GOP under way, and what came before its pictures. */
  trackPackets(): readonly EncodedPacket[] {
    return this.#trackPackets;
  }

  /** The sink gets every packet from now on, until the attachment is disposed of. */
  attach(sink: PacketSink): Disposable {
    this.#sinks.add(sink);
    return { dispose: () => this.#sinks.delete(sink) };
  }

  /** One packet from the encoder, for all outputs. Must not be changed after. */
  push(packet: EncodedPacket): void {
    if (packet.trackId !== undefined) return this.#pushTrack(packet);
    this.#bytes += packet.body.length;
    if (packet.kind === 'script') this.#metadata = packet;
    else if (packet.isSequenceHeader) this.#rememberHeader(packet);
    else this.#rememberMedia(packet);
    for (const sink of [...this.#sinks]) sink.push(packet);
    if (isKeyframe(packet)) this.onKeyframe.emit();
  }

  /** A new encoder began from nothing: headers and GOP of the old one are forgotten. Not for hand-overs. */
  reset(): void {
    this.#metadata = undefined;
    this.#videoHeader = undefined;
    this.#audioHeader = undefined;
    this.#gop = [];
    this.#trackPackets = [];
  }

  /** Only those get it that ask for it: everything else has one track of sound. */
  #pushTrack(packet: EncodedPacket): void {
    this.#trackPackets.push(packet);
    if (this.#trackPackets.length > MAX_TRACK_PACKETS) this.#trackPackets.shift();
    for (const sink of [...this.#sinks]) if (sink.takesTracks === true) sink.push(packet);
  }

  #rememberHeader(packet: EncodedPacket): void {
    if (packet.kind === 'video') {
      this.#videoHeader = packet;
      this.#gop = [];
    } else {
      this.#audioHeader = packet;
    }
  }

  #rememberMedia(packet: EncodedPacket): void {
    if (packet.kind === 'video') this.#videoFrames += 1;
    if (isKeyframe(packet)) {
      this.#gop = [packet];
      this.#gopStartedMs = this.#clock.now();
      const { timestampMs } = packet;
      this.#trackPackets = this.#trackPackets.filter((each) => each.timestampMs >= timestampMs);
      return;
    }
    const first = this.#gop[0];
    if (!first) return;
    if (packet.timestampMs - first.timestampMs > MAX_GOP_MS) this.#gop = [];
    else this.#gop.push(packet);
  }
}

function isKeyframe(packet: EncodedPacket): boolean {
  return packet.kind === 'video' && packet.isKeyframe && !packet.isSequenceHeader;
}
