/**
 * How an output reaches a server of one kind. The destination machine, the health and the link know no protocol: they know the steps that
 * a driver names, and the connections that it opens. RTMP's driver is `rtmp/rtmp-driver.ts`; tests script one.
 */
import type { ConnectStep } from '../../../shared/broadcast/state.ts';
import type { TlsSettings } from '../../../shared/network/tls-settings.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import type { Publisher } from '../../rtmp/publisher/publisher.ts';
import type { Opening } from '../health/opening.ts';

/** Bytes the socket may hold back before packets wait in the queue, where the drop policy sees them. */
export const SOCKET_HIGH_WATER_BYTES = 16 * 1024;

/** An open connection: what a link uses of a publisher. */
export type OutputConnection = Pick<
  Publisher,
  | 'send'
  | 'ask'
  | 'bytesAccepted'
  | 'bytesInSocket'
  | 'onDrain'
  | 'onEvent'
  | 'tls'
  | 'localAddress'
  | 'movedHost'
  | 'serverCapabilities'
  | 'end'
  | 'linger'
  | 'destroy'
>;

export interface OpenOptions {
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
  /** What the video is encoded in. */
  readonly videoCodec: VideoCodec;
  readonly signal: AbortSignal;
  readonly onStep: (step: ConnectStep) => void;
}

export interface ProbeOptions {
  readonly url: string;
  readonly tls?: TlsSettings;
  /** A connection taken is not enough: the server has to answer. */
  readonly isAnswerWanted: boolean;
  readonly localAddress?: string;
  readonly proxy?: ProxySettings;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

export interface DriverStep {
  readonly name: ConnectStep;
  readonly awaits: Opening['awaits'];
}

export interface OutputDriver {
  /** In order; an attempt begins with the first. */
  readonly steps: readonly [DriverStep, ...DriverStep[]];
  /** Connects up to an accepted publish. @throws AppError */
  open(options: OpenOptions): Promise<OutputConnection>;
  /** Resolves when the server can be reached, or has answered. Without probes only delays decide when to retry. */
  probe?(options: ProbeOptions): Promise<void>;
  /** The server was offered this codec, and its answer names none. */
  isCodecUnconfirmed(connection: OutputConnection, videoCodec: VideoCodec): boolean;
}
