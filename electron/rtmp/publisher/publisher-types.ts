/** What goes into and comes out of a publisher: the contract of the library's front door. */
import type { SameService } from '../../../shared/destinations/moved-host.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { ConnectStep, TlsSummary } from '../../../shared/broadcast/state.ts';
import type { TlsSettings } from '../../../shared/network/tls-settings.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import type {
  PublishSessionEvent,
  PublishSessionStats,
  RtmpCapabilities,
} from '../session/publish/publish-session-types.ts';
import type { DnsCache } from '../net/dns-cache.ts';
import type { Pacing } from '../net/byte-channel.ts';
import type { SentPacket } from './publish-connection.ts';

/** Milliseconds for each step of going live, and for a socket that takes nothing while live. */
export interface PublisherDeadlines {
  readonly dnsMs: number;
  readonly tcpMs: number;
  readonly tlsMs: number;
  readonly handshakeMs: number;
  /** From `connect` to its answer. */
  readonly connectMs: number;
  /** From the answer to Publish.Start. */
  readonly publishMs: number;
  readonly stallMs: number;
}

/** The deadlines that hold where `PublisherOptions.deadlines` names none. */
export const defaultDeadlines: PublisherDeadlines = {
  dnsMs: 5_000,
  tcpMs: 10_000,
  tlsMs: 10_000,
  handshakeMs: 10_000,
  connectMs: 10_000,
  publishMs: 15_000,
  stallMs: 10_000,
};

/** Where to publish, how to get there, and what to offer. */
export interface PublisherOptions {
  /** Server address without the key: `rtmp`, `rtmps`, `rtmpt`, `rtmpts`, `rtmfp`, `rtmpe` or `rtmpte`. */
  readonly url: string;
  /** The address that the destination's owner gave, where `url` is one that a server named. Default: `url`. */
  readonly ownUrl?: string | undefined;
  /** Hosts that the owner allowed a server to send this stream to, in lower case; the same service or domain needs none. */
  readonly trustedHosts?: readonly string[] | undefined;
  /** Whether a server may send the stream from `own` to `host` as one service; by default to none. */
  readonly isSameService?: SameService | undefined;
  /** Secret; sent byte for byte, in no error and no event. */
  readonly streamKey: string;
  /** For servers with Adobe or Limelight authentication; without them a demand is an error. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly tls?: TlsSettings | undefined;
  readonly localAddress?: string | undefined;
  readonly family?: 4 | 6 | undefined;
  /** Fills in for a name server that is slow or away; shared by all attempts of a broadcast. */
  readonly addresses?: DnsCache | undefined;
  readonly proxy?: ProxySettings | undefined;
  readonly pacing?: Pacing | undefined;
  /** Bytes that may wait before `isWritable` is false. Default 512 KiB. */
  readonly highWaterBytes?: number | undefined;
  /** RTMFP: take no more of the path than TCP would. Default false: losses of a radio link don't slow a live stream down. */
  readonly mustYield?: boolean | undefined;
  /** `auto` tries plain and, when the server ends the connection during it, digest once. Default `auto`. */
  readonly handshake?: 'auto' | 'plain' | 'digest' | undefined;
  /** Enhanced RTMP; a classic `connect` when absent. */
  readonly capabilities?: RtmpCapabilities | undefined;
  /**
   * FourCC of pictures that need Enhanced RTMP, such as `hvc1`. It is offered in `connect`, and an answer that lists others
   * and not this one is `rtmp/codec-refused`, before anything is published. A server may be silent about it:
   * `serverCapabilities` is then undefined.
   */
  readonly videoFourCc?: string | undefined;
  readonly chunkSizeBytes?: number | undefined;
  /** How often the server is asked to acknowledge, bytes. Default 2500000. */
  readonly windowAckBytes?: number | undefined;
  readonly deadlines?: Partial<PublisherDeadlines> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as each step begins; again from the start when authentication or a redirect needs another connection. */
  readonly onStep?: ((step: ConnectStep) => void) | undefined;
  /** Called once TLS is there, before anything is sent through it. */
  readonly onSecured?: ((tls: TlsSummary) => void) | undefined;
}

/** While live. `closed` is the last one, and comes once. */
export type PublisherEvent =
  | Extract<
      PublishSessionEvent,
      {
        type:
          | 'statusReceived'
          | 'acknowledged'
          | 'pingAnswered'
          | 'answered'
          | 'chunkSizeChanged'
          | 'peerBandwidthChanged'
          | 'unpublished'
          | 'closeRequested'
          | 'messageIgnored';
      }
    >
  /** The server asks for another connection, at `url` where it names an address, which the rule for moves has let pass. */
  | { readonly type: 'reconnectRequested'; readonly url: string | undefined; readonly description: string }
  /** It asks for one where this stream may not go: the connection in use goes on. */
  | { readonly type: 'moveRefused'; readonly error: AppError }
  /** `error` is absent when the end was asked for by `end` or `destroy`. */
  | { readonly type: 'closed'; readonly error: AppError | undefined };

/** A publication that is live, from Publish.Start on. Order of calls: `send` as often as you like, then `end` or `destroy`. */
export interface Publisher {
  readonly tls: TlsSummary | undefined;
  /** Address of this machine that it goes out from; unknown through a tunnel. */
  readonly localAddress: string | undefined;
  /** The address in use, without key and credentials; differs from the one asked for after a redirect. */
  readonly tcUrl: string;
  /** The host in use, where the server sent the stream to another than the owner entered. */
  readonly movedHost: string | undefined;
  /** What the server said of Enhanced RTMP; undefined when it was silent, which proves nothing. */
  readonly serverCapabilities: RtmpCapabilities | undefined;
  /** Bytes the system took; those given and not yet taken. */
  readonly bytesAccepted: number;
  readonly bytesInSocket: number;
  /** False while too much waits: hold the next packet back until `onDrain`. Nothing is refused meanwhile. */
  readonly isWritable: boolean;
  readonly isClosed: boolean;
  readonly stats: PublishSessionStats;
  /**
   * Queues one packet. `timestampMs` replaces the packet's own. Ignored once closed.
   * @throws AppError `rtmp/limit` for a packet that no RTMP message can hold (16 MiB); nothing of it is sent.
   */
  send(packet: SentPacket, timestampMs?: number): void;
  /** Asks the server for a sign of life, see the session; `answered` is its answer, which not every server gives. */
  ask(question: 'ping' | 'call'): void;
  /** Resolves once the system has taken everything given so far, or the publisher is closed. Never rejects. */
  flush(): Promise<void>;
  onDrain(listener: () => void): Disposable;
  onEvent(listener: (event: PublisherEvent) => void): Disposable;
  /** FCUnpublish and deleteStream, all bytes out, TLS goodbye, FIN; by force after the deadline. Default 2000 ms. */
  end(options?: { readonly deadlineMs?: number }): Promise<void>;
  /** Says and hears nothing more, but holds the connection until `destroy`, whose reset frees the name at a server that was away. */
  linger(): void;
  /** Closes at once, without a goodbye: the server sees a lost connection, not a clean end. */
  destroy(): void;
}
