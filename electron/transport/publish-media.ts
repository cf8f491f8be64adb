/** Sends a sequence of packets through a publisher, at the pace of their timestamps or as fast as the socket takes. */
import { AppError } from '../../shared/errors/app-error.ts';
import type { MediaPacket } from '../protocol/flv/packet.ts';
import type { Publisher } from './publisher-types.ts';
import { runStep } from './run-step.ts';

const LONGEST_WAIT_MS = 2 ** 31 - 1;

export interface SentMedia {
  readonly packets: number;
  readonly bytes: number;
  /** Last timestamp minus first, ms. */
  readonly mediaMs: number;
}

/** Waits for `listen` to call back; fails when the publisher closes or the signal fires first. */
function untilEvent(
  publisher: Publisher,
  signal: AbortSignal | undefined,
  listen: (done: () => void) => () => void,
): Promise<void> {
  const timeoutError = (): AppError => new AppError('transport/timeout', { message: 'waited too long' });
  const limits = { deadlineMs: LONGEST_WAIT_MS, timeoutError, signal };
  return runStep<void>(limits, (resolve, reject) => {
    const stop = listen(() => {
      closed.dispose();
      resolve();
    });
    const closed = publisher.onEvent((event) => {
      if (event.type === 'closed') reject(event.error ?? closedError());
    });
    return () => {
      closed.dispose();
      stop();
    };
  });
}

function closedError(): AppError {
  return new AppError('transport/closed', { message: 'the connection was closed' });
}

/**
 * Sends everything; resolves when the last packet was given to the publisher, which is not yet the far end.
 * @throws AppError why the publisher closed; `internal/aborted`.
 */
export async function publishMedia(
  publisher: Publisher,
  batches: AsyncIterable<readonly MediaPacket[]>,
  options: { readonly isFast: boolean; readonly signal?: AbortSignal },
): Promise<SentMedia> {
  const { isFast, signal } = options;
  let failure: AppError | undefined;
  const watching = publisher.onEvent((event) => {
    if (event.type === 'closed') failure = event.error ?? closedError();
  });
  let packets = 0;
  let bytes = 0;
  let firstMs: number | undefined;
  let lastMs = 0;
  const startMs = performance.now();
  const waitUntilDue = (dueMs: number): Promise<void> =>
    untilEvent(publisher, signal, (done) => {
      const timer = setTimeout(done, dueMs - performance.now());
      return () => clearTimeout(timer);
    });
  const waitForRoom = (): Promise<void> =>
    untilEvent(publisher, signal, (done) => {
      const drained = publisher.onDrain(() => {
        drained.dispose();
        done();
      });
      return () => drained.dispose();
    });
  try {
    for await (const batch of batches) {
      for (const packet of batch) {
        firstMs ??= packet.timestampMs;
        const dueMs = startMs + packet.timestampMs - firstMs;
        if (!isFast && dueMs > performance.now()) await waitUntilDue(dueMs);
        if (failure) throw failure;
        if (!publisher.isWritable && !publisher.isClosed) await waitForRoom();
        publisher.send(packet);
        packets += 1;
        bytes += packet.body.length;
        lastMs = Math.max(lastMs, packet.timestampMs);
      }
      if (failure) throw failure;
      signal?.throwIfAborted();
    }
  } finally {
    watching.dispose();
  }
  return { packets, bytes, mediaMs: lastMs - (firstMs ?? 0) };
}
