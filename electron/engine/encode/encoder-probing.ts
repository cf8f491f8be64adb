/**
 * The probe of the encoders as main asks for it: only while nothing is encoded, given up at once when something begins.
 * Knows neither when to probe nor where the result is kept.
 */
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import { probeEncoders } from '../ffmpeg/probe-encoders.ts';

export class EncoderProbing {
  readonly #onEnded: (probes: readonly EncoderProbe[] | undefined) => void;
  readonly #log: (level: 'info' | 'warn', text: string) => void;
  #running: AbortController | undefined;

  /** `onEnded` hears undefined when the probe was given up or failed. */
  constructor(
    onEnded: (probes: readonly EncoderProbe[] | undefined) => void,
    log: (level: 'info' | 'warn', text: string) => void,
  ) {
    this.#onEnded = onEnded;
    this.#log = log;
  }

  /** One at a time: while one runs, its result answers. */
  async start(ffmpegPath: string): Promise<void> {
    if (this.#running !== undefined) return;
    const running = new AbortController();
    this.#running = running;
    let probes: readonly EncoderProbe[] | undefined;
    try {
      probes = await probeEncoders(ffmpegPath, () => performance.now(), running.signal);
    } catch (error) {
      if (running.signal.aborted) this.#log('info', 'the probe of the encoders gave way to the stream');
      else this.#log('warn', `the encoders could not be probed: ${toAppError(error).message}`);
    }
    this.#running = undefined;
    this.#onEnded(probes);
  }

  cancel(): void {
    this.#running?.abort();
  }
}
