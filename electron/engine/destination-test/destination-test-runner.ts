/** The one test of a destination that may be under way: started, cancelled, and out of the way of a broadcast. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Clock } from '../../../shared/clock.ts';
import type { FromEngine, TestDestination } from '../../../shared/ipc/engine-control.ts';
import { codecOf } from '../../../shared/encoding/codec.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { testDestination } from './destination-test.ts';
import type { ChosenMedia } from './destination-test.ts';
import { makeGreyH264 } from './grey-h264.ts';
import { encodeStill } from '../ffmpeg/encode-still.ts';

export interface DestinationTestRunnerOptions {
  readonly send: (message: FromEngine) => void;
  readonly log: (level: 'info', text: string) => void;
  readonly clock: Clock;
}

export class DestinationTestRunner {
  readonly #options: DestinationTestRunnerOptions;
  #running: AbortController | undefined;

  constructor(options: DestinationTestRunnerOptions) {
    this.#options = options;
  }

  /** Resolves when the test is over. @throws AppError `input/bad-message` while another one runs. */
  async run(
    { destination, reach, testQuery, capKbps, encoder }: TestDestination,
    ffmpegPath: string,
  ): Promise<void> {
    if (this.#running !== undefined) {
      throw new AppError('input/bad-message', { message: 'another test is under way' });
    }
    const running = new AbortController();
    this.#running = running;
    const { send, clock } = this.#options;
    try {
      await testDestination({
        destination,
        reach,
        capKbps,
        clock,
        signal: running.signal,
        chooseMedia: (signal) => this.#chooseMedia(encoder, ffmpegPath, signal),
        onProgress: (test) => send({ type: 'test', test }),
        ...(testQuery === undefined ? {} : { testQuery }),
      });
    } finally {
      this.#running = undefined;
    }
  }

  /** H.264 is at hand; another codec takes an encoder that works here. */
  async #chooseMedia(
    encoder: EncodingProfile['encoder'],
    ffmpegPath: string,
    signal: AbortSignal,
  ): Promise<ChosenMedia> {
    const codec = codecOf(encoder);
    if (encoder === 'auto' || codec === 'h264') return { media: makeGreyH264() };
    const log = (text: string): void => this.#options.log('info', text);
    const still = ffmpegPath === '' ? undefined : await encodeStill(ffmpegPath, encoder, { signal, log });
    return still === undefined
      ? { media: makeGreyH264(), missingCodec: codec }
      : { media: { codec, ...still } };
  }

  /** Nothing happens while there is no test. */
  cancel(): void {
    this.#running?.abort();
  }
}
