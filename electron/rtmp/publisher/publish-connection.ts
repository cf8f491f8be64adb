/** A publisher's session together with what carries it: chunk streams over TCP, TLS or a tunnel, or flows over UDP. Contract only. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';
import type { MediaPacket } from '../flv/packet.ts';
import type { PublishSessionEvent, PublishSessionStats } from '../session/publish/publish-session-types.ts';

export interface PublishConnectionHandlers {
  onEvent(event: PublishSessionEvent): void;
  /** The server did what no server may, or more than we take; the connection is still open. */
  onFailed(error: AppError): void;
  /** What waited has gone down far enough to take more. */
  onDrain(): void;
  /** Nothing waits any more: the system has taken all that was given. */
  onFlushed(): void;
  /** Once, last: nothing comes after. `error` is absent when the peer ended politely or we did. */
  onClosed(error: AppError | undefined): void;
}

/** What is sent of a packet; a carrier that can do without late frames wants to know which those are. */
export type SentPacket = Pick<MediaPacket, 'kind' | 'timestampMs' | 'body'> &
  Partial<Pick<MediaPacket, 'isDisposable'>>;

export interface PublishConnection {
  readonly tls: TlsSummary | undefined;
  /** Address of this machine that it goes out from; unknown through a tunnel. */
  readonly localAddress: string | undefined;
  /** Bytes the system has taken since the start. */
  readonly bytesAccepted: number;
  /** Bytes given and not yet taken. */
  readonly bytesInSocket: number;
  /** False while too much waits; `onDrain` tells the end of that. */
  readonly isWritable: boolean;
  readonly stats: PublishSessionStats;
  /** Begins the session. Call once. */
  start(handlers: PublishConnectionHandlers): void;
  /** The body must not change afterwards. Only while publishing. */
  sendMedia(packet: SentPacket, timestampMs: number): void;
  /** Only while publishing. */
  ask(question: 'ping' | 'call'): void;
  /** Sends what waits, says goodbye (with the publication's end where `isPublishing`) and closes; by force after `deadlineMs`. */
  end(isPublishing: boolean, deadlineMs: number): Promise<void>;
  /** Says and hears nothing more, but stays open until `destroy`. */
  linger(): void;
  /** Closes at once: what waits is lost. */
  destroy(): void;
}
