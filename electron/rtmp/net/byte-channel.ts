/** The way bytes go to and come from a server, whatever carries them: TCP, TLS or an HTTP tunnel. Contract only. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';

export interface ByteChannelHandlers {
  onBytes(bytes: Uint8Array): void;
  /** What waited has gone down far enough to take more. */
  onDrain(): void;
  /** Nothing waits any more: the system has taken all that was given. */
  onFlushed(): void;
  /** Once, last: nothing comes after. `error` is absent when the peer ended politely or we did. */
  onClosed(error: AppError | undefined): void;
}

export interface ByteChannel {
  /** Where it leads, e.g. `host:port`, free of secrets. */
  readonly peerName: string;
  readonly tls: TlsSummary | undefined;
  /** Address of this machine that it goes out from; unknown through a tunnel. */
  readonly localAddress: string | undefined;
  /** Bytes the system has taken since the start. */
  readonly bytesAccepted: number;
  /** Bytes given to us and not yet taken by the system. What the kernel still holds is not known to Node. */
  readonly bytesInSocket: number;
  /** False while more than the high-water mark waits; `onDrain` tells the end of that. */
  readonly isWritable: boolean;
  /** Begins to read. Call once. */
  start(handlers: ByteChannelHandlers): void;
  /** Takes the chunks in order. They must not change afterwards. */
  send(chunks: readonly Uint8Array[]): void;
  /** Writes what waits, says goodbye and closes; by force after `deadlineMs`. */
  end(deadlineMs: number): Promise<void>;
  /** Says and hears nothing more, but stays open until `destroy`, whose reset then reaches a server that was away. */
  linger(): void;
  /** Closes at once with a reset where the system can: what waits is lost. */
  destroy(): void;
}

/** A token bucket: never more than `burstBytes` ahead of `bytesPerSecond`. */
export interface Pacing {
  readonly bytesPerSecond: number;
  readonly burstBytes: number;
}

export interface ChannelLimits {
  /** Above this many waiting bytes `isWritable` is false. */
  readonly highWaterBytes: number;
  /** Data waits and the system takes none for so long: the connection is lost. */
  readonly stallMs: number;
  readonly pacing?: Pacing | undefined;
}

export const defaultChannelLimits: ChannelLimits = { highWaterBytes: 512 * 1024, stallMs: 10_000 };
