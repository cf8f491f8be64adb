/** The further tracks of a program that somebody takes, each with its own encoder: started and ended as they are asked for. */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import type { PcmBlock } from '../../../../shared/sound/pcm-continuity.ts';
import { TrackEncoder } from './track-encoder.ts';
import type { TrackEncoderOptions } from './track-encoder.ts';
import type { TrackProfile } from './track-process.ts';

export interface TrackEncodersOptions extends Pick<
  TrackEncoderOptions,
  'encodingId' | 'ffmpegPath' | 'sink' | 'log'
> {
  readonly onFailed: (trackId: string, error: AppError) => void;
}

export class TrackEncoders {
  readonly #options: TrackEncodersOptions;
  readonly #running = new Map<string, TrackEncoder>();

  constructor(options: TrackEncodersOptions) {
    this.#options = options;
  }

  get pids(): readonly number[] {
    return [...this.#running.values()].flatMap(({ pid }) => pid ?? []);
  }

  /** These and no other ones. @param fromUs of the program, where new ones begin. */
  use(trackIds: readonly string[], profile: TrackProfile, fromUs: number): void {
    for (const [trackId, encoder] of this.#running) {
      if (trackIds.includes(trackId)) continue;
      this.#running.delete(trackId);
      encoder.stop();
    }
    for (const trackId of trackIds) {
      if (this.#running.has(trackId)) continue;
      const onFailed = (error: AppError): void => this.#options.onFailed(trackId, error);
      this.#running.set(trackId, new TrackEncoder({ ...this.#options, trackId, profile, fromUs, onFailed }));
    }
  }

  /** @param trackId absent: it belongs in every track. */
  push(block: PcmBlock, trackId: string | undefined): void {
    if (trackId !== undefined) return this.#running.get(trackId)?.push(block);
    // Each changes what it is given.
    for (const encoder of this.#running.values()) encoder.push({ ...block, samples: block.samples.slice() });
  }

  fillTo(timeUs: number): void {
    for (const encoder of this.#running.values()) encoder.fillTo(timeUs);
  }

  /** Resolves once all have given out what they hold, at the latest at the deadline. */
  async end(deadlineMs: number): Promise<void> {
    const encoders = [...this.#running.values()];
    this.#running.clear();
    await Promise.all(encoders.map(async (encoder) => await encoder.end(deadlineMs)));
  }
}
