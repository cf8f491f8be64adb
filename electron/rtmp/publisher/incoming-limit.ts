/**
 * How much a server may say to a publisher. A server answers, acknowledges and reports: kilobytes a second. More would only keep the
 * thread busy that paces every destination: a message may be as short as one byte.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import { TokenBucket } from '../net/token-bucket.ts';

const MAX_INCOMING = { bytesPerSecond: 256 * 1024, burstBytes: 512 * 1024 } as const;

export class IncomingLimit {
  readonly #bucket = new TokenBucket(MAX_INCOMING, performance.now());
  readonly #host: string;

  constructor(host: string) {
    this.#host = host;
  }

  /** @returns the error of a server that says too much. */
  take(bytes: number, nowMs: number): AppError | undefined {
    if (bytes > MAX_INCOMING.burstBytes || this.#bucket.waitMs(nowMs) > 0) {
      const message = `${this.#host} sends more than a publisher can use`;
      const limitBytes = MAX_INCOMING.bytesPerSecond;
      return new AppError('rtmp/limit', { message, host: this.#host, limitBytes });
    }
    this.#bucket.take(bytes);
    return undefined;
  }
}
