/**
 * What the engine encodes, by the id that the studio document gives: an encoder controller for each encoding that runs. Knows the
 * machine's ffmpeg and encoders, and refuses what it has no frames or sound for.
 */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { EncoderInUse } from '../../../shared/broadcast/state.ts';
import { pickEncoder } from '../../../shared/encoding/encoder-list.ts';
import type { EncoderName, EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import type { Encoding } from '../../../shared/encoding/encoding.ts';
import { isSoundTrack, MAIN_TRACK } from '../../../shared/media/track.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import type { PacketSink } from './encoded-packet.ts';
import { EncoderController } from './encoder-controller.ts';
import type { EncoderControllerOptions } from './encoder-controller.ts';

/** The media input has one canvas, and feeds one encoder. */
const MAX_RUNNING = 1;

/** What an output takes. */
export interface PlannedOutput {
  readonly encodingId: string;
  readonly tracks?: readonly { readonly trackId: string }[] | undefined;
}

export interface EncodingsOptions extends Pick<
  EncoderControllerOptions,
  'input' | 'log' | 'report' | 'onChange'
> {
  /** Gets what is encoded. `reset`: what it has from before does not belong to the encoder that begins. */
  readonly program: PacketSink & { reset(): void };
  /** An encoder begins from nothing. */
  readonly onNewProgram: () => void;
  /** No encoder could be kept running. */
  readonly onFailed: (error: AppError) => void;
}

export class Encodings {
  readonly #options: EncodingsOptions;
  readonly #running = new Map<string, EncoderController>();
  #ffmpegPath = '';
  /** The one that every ffmpeg has, until this one is known. */
  #matrixFilter: MatrixFilter = 'scale';
  /** What `auto` stands for: x264 until the machine is known. */
  #autoEncoder: EncoderName = 'libx264';
  #devices: ReadonlyMap<EncoderName, string | undefined> = new Map();
  /** An encoder of this ffmpeg has been started. */
  #hasStarted = false;

  constructor(options: EncodingsOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running.size > 0;
  }

  /** The encoder of each encoding that has its first frame. */
  get inUse(): readonly EncoderInUse[] {
    return this.#all.flatMap(({ inUse }) => inUse ?? []);
  }

  /** What all are asked for. */
  get videoKbps(): number {
    return this.#all.reduce((sum, { videoKbps }) => sum + videoKbps, 0);
  }

  /** Frames that came and were not encoded, since the start. */
  get skippedFrames(): number {
    return this.#all.reduce((sum, { skippedFrames }) => sum + skippedFrames, 0);
  }

  get pids(): readonly number[] {
    return this.#all.flatMap(({ pids }) => pids);
  }

  get ffmpegPath(): string {
    return this.#ffmpegPath;
  }

  get #all(): readonly EncoderController[] {
    return [...this.#running.values()];
  }

  /** One that runs. @throws AppError `input/bad-message` when it does not. */
  get(id: string): EncoderController {
    const controller = this.#running.get(id);
    if (controller === undefined) throw refusal(`encoding ${id} does not run`);
    return controller;
  }

  /** Whose sound it has; undefined for an encoding that does not run. */
  trackOf(id: string): string | undefined {
    return this.#running.get(id)?.trackId;
  }

  /** See `ProgramEncoder.captureTimeMs`; undefined for an encoding that does not run. */
  captureTimeMs(id: string, timestampMs: number): number | undefined {
    return this.#running.get(id)?.captureTimeMs(timestampMs);
  }

  /** From the next start on. */
  useEncoders(probes: readonly EncoderProbe[]): void {
    this.#autoEncoder = pickEncoder(probes);
    this.#devices = new Map(probes.map(({ encoder, device }) => [encoder, device]));
  }

  /** An empty path: there is no ffmpeg. */
  configure(ffmpegPath: string, matrixFilter: MatrixFilter): void {
    if (this.#ffmpegPath === ffmpegPath) return;
    this.#ffmpegPath = ffmpegPath;
    this.#matrixFilter = matrixFilter;
    this.#hasStarted = false;
  }

  /** @throws AppError `encoder/not-found`. */
  checkFfmpeg(): void {
    if (this.#ffmpegPath !== '') return;
    throw withReason('encoder/not-found', 'ffmpegMissing');
  }

  /**
   * Whether these can be encoded, and whether each output takes one of them.
   * @throws AppError `encoder/not-found`, or `input/bad-message` for an id that is unknown, is there twice or is one too many.
   */
  check(encodings: readonly Encoding[], outputs: readonly PlannedOutput[]): void {
    this.checkFfmpeg();
    const ids = new Set(encodings.map(({ id }) => id));
    if (ids.size !== encodings.length) throw refusal('an encoding is named twice');
    if (ids.size === 0) throw refusal('no encoding is named');
    if (new Set([...ids, ...this.#running.keys()]).size > MAX_RUNNING)
      throw refusal(`more than ${MAX_RUNNING} encoding`);
    for (const { id, canvasId, trackId } of encodings) {
      if (canvasId !== MAIN_TRACK) throw refusal(`encoding ${id} has an unknown canvas ${canvasId}`);
      if (!isSoundTrack(trackId)) throw refusal(`encoding ${id} has an unknown track ${trackId}`);
    }
    for (const { encodingId, tracks = [] } of outputs) {
      if (!ids.has(encodingId)) throw refusal(`an output takes an unknown encoding ${encodingId}`);
      const trackIds = tracks.map(({ trackId }) => trackId);
      if (!trackIds.every(isSoundTrack) || new Set(trackIds).size !== trackIds.length)
        throw refusal('an output takes an unknown track, or one twice');
    }
  }

  /** Nothing happens to one that runs already; a recording goes along with the broadcast. Takes what `check` let pass. */
  start(encoding: Encoding): void {
    const { id } = encoding;
    if (this.#running.has(id)) return;
    const { input, log, program, report, onChange, onNewProgram, onFailed } = this.#options;
    const controller = new EncoderController({
      encoding,
      ffmpegPath: this.#ffmpegPath,
      autoEncoder: this.#autoEncoder,
      matrixFilter: () => this.#matrixFilter,
      deviceOf: (encoder) => this.#devices.get(encoder),
      isFirstStart: () => this.#takeFirstStart(),
      ...{ input, log, program, report, onChange },
      onFailed: (error) => {
        this.#stop(id).catch((cause: unknown) => log('warn', toAppError(cause).message));
        onFailed(error);
      },
    });
    this.#running.set(id, controller);
    program.reset();
    onNewProgram();
    controller.start();
  }

  /** Resolves when each that runs has had its first frame. */
  async begun(): Promise<void> {
    await Promise.all(this.#all.map(async (controller) => await controller.begun));
  }

  /** See `ProgramEncoder.useTracks`. */
  useTracks(trackIds: readonly string[], packetMs: number | undefined): void {
    for (const controller of this.#all) controller.useTracks(trackIds, packetMs);
  }

  /** Replaces the running encoders within the program: connections go on, so its time must too. */
  restart(cause: AppError): void {
    for (const controller of this.#all) controller.restart(cause);
  }

  /** Dynamic bitrate: the user's profiles stay, the encoders are asked for less. */
  changeBitrate(videoKbps: number): void {
    for (const controller of this.#all) controller.changeBitrate(videoKbps);
  }

  /** Resolves when every ffmpeg is gone. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running.keys()].map(async (id) => await this.#stop(id)));
  }

  #takeFirstStart(): boolean {
    const isFirst = !this.#hasStarted;
    this.#hasStarted = true;
    return isFirst;
  }

  async #stop(id: string): Promise<void> {
    const controller = this.#running.get(id);
    if (controller === undefined) return;
    this.#running.delete(id);
    await controller.stop();
  }
}

function refusal(message: string): AppError {
  return new AppError('input/bad-message', { message });
}
