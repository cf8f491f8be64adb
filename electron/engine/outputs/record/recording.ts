/** One recording as an output: the parts that its packets go to, one after the other. Knows no disk space and no view. */
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import type { Clock } from '../../../../shared/clock.ts';
import type { EncodedPacket, PacketSink } from '../../encode/encoded-packet.ts';
import { healthy } from '../../health/connection-health.ts';
import type { Verdict } from '../../health/connection-health.ts';
import type { Output, OutputStatistics } from '../output.ts';
import type { MuxedTrack } from './mux/muxer.ts';
import { RecordingPart } from './recording-part.ts';
import { TrackQueue } from './track-queue.ts';

/** When a new file is begun, at the next keyframe: after so long, or so many bytes; never when absent. */
export interface SplitLimits {
  readonly afterMs?: number;
  readonly afterBytes?: number;
}

/** What a recording's files hold. */
export interface RecordingFilePlan extends SplitLimits {
  /** Of sound; the encoding's own one when absent. */
  readonly tracks?: readonly MuxedTrack[] | undefined;
}

export interface RecordingOptions {
  /** A name that is taken gets a number. */
  readonly path: string;
  readonly plan: RecordingFilePlan;
  readonly clock: Clock;
  /** The file system takes no larger file: the recording goes on in `path`. */
  readonly onSplit: (path: string) => void;
  /** The recording has ended with an error; what the disk holds stays. */
  readonly onFailed: (error: AppError) => void;
}

type State =
  | { readonly phase: 'new' }
  | { readonly phase: 'writing'; readonly part: RecordingPart }
  | { readonly phase: 'ended' }
  | { readonly phase: 'failed' };

export class Recording implements Output, PacketSink {
  readonly id = 'recording';
  readonly takesTracks = true;
  readonly steps = [];
  readonly #options: RecordingOptions;
  #state: State = { phase: 'new' };
  #partCount = 0;
  /** Bytes and frames of the parts before, and frames of this one. */
  #pastBytes = 0;
  #frames = 0;
  #path: string;
  #finishing: Promise<void> = Promise.resolve();
  /** Headers that the next part begins with. */
  readonly #headers = new Map<EncodedPacket['kind'], EncodedPacket>();
  readonly #tracks = new TrackQueue();

  constructor(options: RecordingOptions) {
    this.#options = options;
    this.#path = options.path;
  }

  /** The path in use. */
  get path(): string {
    return this.#path;
  }

  /** The file that is being written; undefined when none is. */
  get part(): Pick<RecordingPart, 'bytes' | 'startedMs'> | undefined {
    return this.#state.phase === 'writing' ? this.#state.part : undefined;
  }

  get health(): Verdict {
    const isFailed = this.#state.phase === 'failed';
    return isFailed ? { status: 'stalled', reason: 'nothingTaken', forMs: 0 } : healthy;
  }

  statistics(): OutputStatistics {
    const sentBytes = this.#pastBytes + (this.part?.bytes ?? 0);
    return { sentBytes, sentFrames: this.#frames, droppedFrames: 0 };
  }

  /** Resolves when the file is there. @throws AppError `record/cannot-write` or `record/disk-full`. */
  async open(): Promise<void> {
    const { file } = this.#beginPart();
    this.#path = (await file).path;
  }

  push(packet: EncodedPacket): void {
    try {
      // In the order of time: what is later than a split goes into the next file.
      if (packet.trackId !== undefined) for (const each of this.#tracks.push(packet)) this.#write(each);
      else for (const each of [...this.#tracks.advance(packet), packet]) this.#write(each);
    } catch (error) {
      this.fail(toAppError(error));
    }
  }

  /** Finishes the file, however long the disk takes; resolves when it is whole on the disk, or failed. */
  async end(): Promise<void> {
    if (this.#state.phase === 'writing') {
      this.#endPart(this.#state.part);
      this.#state = { phase: 'ended' };
    }
    // A part that turns out not to fit brings one more part to finish.
    let known: Promise<void> | undefined;
    while (known !== this.#finishing) {
      known = this.#finishing;
      await known;
    }
  }

  /** Ends the recording as failed, as when the disk is full. */
  fail(error: AppError): void {
    if (this.#state.phase === 'failed') return;
    const part = this.#state.phase === 'writing' ? this.#state.part : undefined;
    this.#state = { phase: 'failed' };
    // The part before it may be unfinished still: both are waited for.
    if (part) this.#alsoFinish(part.abandon().catch(ignoreReported));
    this.#options.onFailed(error);
  }

  #write(packet: EncodedPacket): void {
    if (this.#state.phase !== 'writing') return;
    let { part } = this.#state;
    if (packet.isSequenceHeader) {
      this.#headers.set(packet.kind, packet);
      if (!part.accepts(packet)) {
        this.#endPart(part);
        this.#beginPart();
        return;
      }
    } else if (packet.kind === 'video' && packet.isKeyframe && this.#isDue(part)) {
      this.#endPart(part);
      part = this.#beginPart();
    }
    if (packet.kind === 'video' && !packet.isSequenceHeader) this.#frames += 1;
    part.push(packet);
  }

  #isDue(part: RecordingPart): boolean {
    const { afterMs = Infinity, afterBytes = Infinity } = this.#options.plan;
    return part.bytes >= afterBytes || this.#options.clock.now() - part.startedMs >= afterMs;
  }

  #beginPart(): RecordingPart {
    const part = this.#openPart([...this.#headers.values()]);
    this.#state = { phase: 'writing', part };
    return part;
  }

  #openPart(headers: readonly EncodedPacket[]): RecordingPart {
    this.#partCount += 1;
    const part: RecordingPart = new RecordingPart({
      path: this.#options.path,
      number: this.#partCount,
      headers,
      tracks: this.#options.plan.tracks,
      startedMs: this.#options.clock.now(),
      onFull: () => this.#continueAfter(part),
      onError: (error) => this.fail(error),
    });
    part.file.catch((error: unknown) => {
      if (this.#isWriting(part)) this.fail(toAppError(error));
    });
    return part;
  }

  /** What didn't fit goes to the next part, from its keyframe on. */
  #continueAfter(full: RecordingPart): void {
    if (this.#state.phase === 'failed') return;
    let next: RecordingPart;
    try {
      const rest = full.cut();
      next = this.#openPart(rest.headers);
      for (const packet of rest.packets) next.push(packet);
    } catch (error) {
      this.fail(toAppError(error));
      return;
    }
    if (this.#isWriting(full)) {
      this.#state = { phase: 'writing', part: next };
      this.#endPart(full);
    } else this.#endPart(next);
    next.file.then(({ path }) => this.#options.onSplit(path), ignoreReported);
  }

  #isWriting(part: RecordingPart): boolean {
    return this.#state.phase === 'writing' && this.#state.part === part;
  }

  #endPart(part: RecordingPart): void {
    this.#alsoFinish(part.end().catch((error: unknown) => this.fail(toAppError(error))));
    this.#pastBytes += part.bytes;
  }

  #alsoFinish(finished: Promise<void>): void {
    this.#finishing = Promise.all([this.#finishing, finished]).then(() => undefined);
  }
}

/** The error was reported already, where it happened first. */
function ignoreReported(_error: unknown): void {}
