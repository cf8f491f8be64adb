/** Sends a sequence of packets through a publisher, at the pace of their timestamps or as fast as the socket takes. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { MediaPacket } from '../flv/packet.ts';
import type { Publisher } from './publisher-types.ts';
import { abortedError } from '../net/run-step.ts';

/** In real time what is due so soon goes along: one awakening serves a frame and the sound around it. */
const AHEAD_MS = 20;

/** What `publishMedia` sent. */
export interface SentMedia {
  readonly packets: number;
  readonly bytes: number;
  /** Last timestamp minus first, ms. */
  readonly mediaMs: number;
}

/** What may end a wait: time, room in the socket, the end of the connection, the caller's signal. */
class Waiter {
  readonly #publisher: Publisher;
  readonly #signal: AbortSignal | undefined;
  readonly #listening: readonly { dispose(): void }[];
  #failure: Error | undefined;
  #wake = (): void => undefined;

  constructor(publisher: Publisher, signal: AbortSignal | undefined) {
    this.#publisher = publisher;
    this.#signal = signal;
    if (publisher.isClosed) this.#failure = closedError();
    this.#listening = [
      publisher.onDrain(() => this.#wake()),
      publisher.onEvent((event) => {
        if (event.type === 'closed') this.#fail(event.error ?? closedError());
      }),
    ];
    signal?.addEventListener('abort', this.#onAbort);
    if (signal?.aborted) this.#onAbort();
  }

  readonly #onAbort = (): void => this.#fail(abortedError());

  dispose(): void {
    for (const one of this.#listening) one.dispose();
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  throwIfFailed(): void {
    if (this.#failure) throw this.#failure;
  }

  async untilDue(dueMs: number): Promise<void> {
    while (!this.#failure) {
      const leftMs = dueMs - performance.now();
      if (leftMs <= 0) break;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, Math.ceil(leftMs));
      });
      clearTimeout(timer);
    }
    this.throwIfFailed();
  }

  async untilWritable(): Promise<void> {
    while (!this.#failure && !this.#publisher.isWritable) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.throwIfFailed();
  }

  /** Until the system has taken everything: what was sent may change then. */
  async untilFlushed(): Promise<void> {
    if (this.#publisher.bytesInSocket > 0) await this.#publisher.flush();
    this.throwIfFailed();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }
}

function closedError(): AppError {
  return new AppError('transport/closed', { message: 'the connection was closed' });
}

/**
 * Sends everything; resolves when the system has taken the last packet, which is not yet the far end. A batch is asked
 * for when all of the one before was taken: its bodies may then be used again. In real time a packet goes up to 20 ms
 * before it is due.
 * @throws AppError why the publisher closed; `internal/aborted`.
 */
export async function publishMedia(
  publisher: Publisher,
  batches: AsyncIterable<readonly MediaPacket[]>,
  options: { readonly isFast: boolean; readonly signal?: AbortSignal },
): Promise<SentMedia> {
  const waiter = new Waiter(publisher, options.signal);
  let packets = 0;
  let bytes = 0;
  let firstMs: number | undefined;
  let lastMs = 0;
  const startMs = performance.now();
  let goneMs = startMs;
  try {
    for await (const batch of batches) {
      for (const packet of batch) {
        firstMs ??= packet.timestampMs;
        const dueMs = startMs + packet.timestampMs - firstMs;
        if (!options.isFast && dueMs > goneMs + AHEAD_MS) {
          await waiter.untilDue(dueMs);
          goneMs = performance.now();
        }
        if (!publisher.isWritable) await waiter.untilWritable();
        waiter.throwIfFailed();
        publisher.send(packet);
        packets += 1;
        bytes += packet.body.length;
        lastMs = Math.max(lastMs, packet.timestampMs);
      }
      await waiter.untilFlushed();
    }
  } finally {
    waiter.dispose();
  }
  return { packets, bytes, mediaMs: lastMs - (firstMs ?? 0) };
}
