/**
 * What a link needs of a connection that publishes. The transport's publisher fits it; tests script it.
 * Nothing here knows of sockets. `transport-publisher.ts` makes the real one: `openTransportPublisher`.
 */
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import type { ConnectStep, TlsSummary } from '../../../../shared/broadcast/state.ts';
import type { VideoCodec } from '../../../../shared/encoding/codec.ts';
import type { Keepalive } from '../../health/liveness.ts';
import type { TlsSettings } from '../../../../shared/destinations/destination.ts';
import type { ProxySettings } from '../../../../shared/proxy/proxy.ts';

/** Bytes the socket may hold back before packets wait in the queue, where the drop policy sees them. */
export const SOCKET_HIGH_WATER_BYTES = 16 * 1024;

/**
 * How often servers are asked to acknowledge: some ten times a second at usual bitrates. What they acknowledge is the only
 * sign of what arrives; the system's own buffers hide seconds of congestion, and all of a silence.
 */
export const ACKNOWLEDGEMENT_BYTES = 32 * 1024;

export type PublisherPortEvent =
  /** Running total of bytes the server has acknowledged. */
  | { readonly type: 'acknowledged'; readonly totalBytes: number }
  /** The server answered what `ask` asked. */
  | { readonly type: 'answered'; readonly question: Keepalive }
  /** Sanitised words of the server, worth showing. */
  | { readonly type: 'serverSaid'; readonly level: string; readonly code: string; readonly text: string }
  /** The server asks to move; `url` is where to, without the key, absent for "the same address". */
  | { readonly type: 'reconnectRequested'; readonly url?: string; readonly text?: string }
  /** The server asks to move to an address that cannot be used; the connection goes on. */
  | { readonly type: 'moveRefused' }
  /** The connection is over; comes once, and not after `end` or `destroy`. */
  | { readonly type: 'closed'; readonly error: AppError };

export interface PublisherPort {
  /** Hands a packet to the connection under another timestamp; never blocks, never throws for the network. */
  send(packet: MediaPacket, timestampMs: number): void;
  /** Asks the server for a sign of life; `answered` tells its answer, if it has one. */
  ask(question: Keepalive): void;
  /** Bytes that the operating system has taken. */
  readonly bytesAccepted: number;
  /** Bytes handed over that it has not taken yet. */
  readonly bytesInSocket: number;
  /** Called when the socket took bytes and has room again. */
  onDrain(listener: () => void): Disposable;
  onEvent(listener: (event: PublisherPortEvent) => void): Disposable;
  readonly tls?: TlsSummary | undefined;
  /** The server was asked for a codec beyond H.264, and its answer names none. */
  readonly isCodecUnconfirmed: boolean;
  /** Address of this machine that it goes out from, where it is known. */
  readonly localAddress?: string | undefined;
  /** Says goodbye and closes; resolves within the deadline whatever the server does. */
  end(options: { readonly deadlineMs: number }): Promise<void>;
  /** Of no use any more, but held, so that `destroy` can still tell a server that was away. */
  linger(): void;
  /** Closes at once. */
  destroy(): void;
}

export interface OpenPublisherOptions {
  readonly url: string;
  /** The address that the destination's owner entered; `url` may be one that the server named. */
  readonly ownUrl: string;
  /** Hosts that the server may send this stream to. */
  readonly trustedHosts: readonly string[];
  readonly streamKey: string;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: TlsSettings;
  readonly localAddress?: string;
  readonly proxy?: ProxySettings;
  /** What the pictures are encoded in. */
  readonly videoCodec: VideoCodec;
  readonly signal: AbortSignal;
  readonly onStep: (step: ConnectStep) => void;
}

/** Connects up to an accepted publish; rejects with an `AppError`. */
export type OpenPublisher = (options: OpenPublisherOptions) => Promise<PublisherPort>;

export interface ProbeOptions {
  readonly url: string;
  readonly tls?: TlsSettings;
  /** Taking a connection is not enough: the server has to answer the first words. */
  readonly isAnswerWanted: boolean;
  readonly localAddress?: string;
  readonly proxy?: ProxySettings;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** Whether a server can be reached at all: its name is found and its port takes a connection, or more; it is closed at once. */
export type ProbeServer = (options: ProbeOptions) => Promise<void>;

/** One line for the log; never holds a secret. */
export type BroadcastLog = (level: 'debug' | 'info' | 'warn' | 'error', text: string) => void;
