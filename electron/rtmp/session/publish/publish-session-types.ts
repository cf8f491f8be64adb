/**
 * What goes into and comes out of a publish session: options, phases, events, statistics.
 * Events are past tense and carry the server's words already sanitised (no control characters, at most
 * 300 characters, the stream key replaced).
 */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import type { Command } from '../../message/command.ts';

/** Enhanced RTMP v2 capabilities, as sent in `connect` and as the server answered them. */
export interface RtmpCapabilities {
  /** FourCCs that this side can handle; `*` is all. */
  readonly fourCcList: readonly string[];
  /** FourCC to a mask of 1 decode, 2 encode, 4 forward. */
  readonly videoFourCcInfoMap: Readonly<Record<string, number>>;
  readonly audioFourCcInfoMap: Readonly<Record<string, number>>;
  /** Bits: 1 reconnect, 2 multitrack, 4 ModEx, 8 nanosecond timestamp offset. */
  readonly capsEx: number;
}

/** What a publisher says of itself in `connect` and `publish`. */
export interface PublishSessionOptions {
  /** The application, with its instance and query; authentication queries are appended by the caller. */
  readonly app: string;
  readonly tcUrl: string;
  /** Publishing name, sent byte for byte as UTF-8. Secret: appears in no event and no error. */
  readonly streamKey: string;
  /** `digest` for servers that insist on the Flash handshake. RTMPE always uses it. Default `plain`. */
  readonly handshake?: 'plain' | 'digest';
  /** RTMPE: Diffie-Hellman and RC4 after the handshake. No substitute for TLS. Default false. */
  readonly isEncrypted?: boolean;
  /** Outgoing chunk size, 128 to 16777215. Default 65536. */
  readonly chunkSizeBytes?: number;
  /** How often the server is to acknowledge, bytes (RTMP 1.0 §5.4.4). Default 2500000; not every server heeds it. */
  readonly windowAckBytes?: number;
  /** Default `FMLE/3.0 (compatible; Upcast)`. */
  readonly flashVer?: string;
  /** Sent only when given: a classic server is asked nothing that it does not know. */
  readonly capabilities?: RtmpCapabilities;
  /** Default: same as `tcUrl`. */
  readonly swfUrl?: string;
}

/**
 * idle -> handshake -> connecting -> creatingStream -> publishing -> ended; failed from anywhere.
 * `creatingStream` lasts from the connect result to the publish status.
 */
export type PublishSessionPhase =
  'idle' | 'handshake' | 'connecting' | 'creatingStream' | 'publishing' | 'ended' | 'failed';

/** An authentication challenge read from a rejected connect (reference: authmod). */
export interface AuthChallenge {
  readonly kind: 'adobe' | 'llnw';
  /** `announced`: connect again with the user; `challenged`: answer `params`; `failed`: refused for good. */
  readonly step: 'announced' | 'challenged' | 'failed';
  /** As the server sent them, not decoded: reason, user, salt, challenge, opaque, nonce. */
  readonly params: Readonly<Record<string, string>>;
}

/** A server's no to `connect` or `publish`, in its own words. */
export interface Refusal {
  readonly stage: 'connect' | 'publish';
  readonly level: string;
  /** `NetConnection.*` or `NetStream.*`; empty if the server gave none. */
  readonly code: string;
  readonly description: string;
  /** Where the server sends us instead (`ex.redirect`). */
  readonly redirectUrl?: string;
  readonly auth?: AuthChallenge;
}

/** What a session's peer did, in the order in which it came. `refused` and `failed` end the session. */
export type PublishSessionEvent =
  | { readonly type: 'handshakeCompleted'; readonly isDigestVerified: boolean; readonly isEncrypted: boolean }
  | {
      readonly type: 'connectAccepted';
      /** The properties object of the server's result (fmsVer, capabilities, ...). */
      readonly serverProperties: ReadonlyMap<string, AmfValue>;
      /** The server's own Enhanced RTMP answer; undefined when it is silent, which proves nothing. */
      readonly capabilities: RtmpCapabilities | undefined;
    }
  | { readonly type: 'streamCreated'; readonly streamId: number }
  | { readonly type: 'publishStarted'; readonly code: string; readonly description: string }
  /** The session is over (phase `failed`). */
  | ({ readonly type: 'refused' } & Refusal)
  /** Any other status, and each that a publisher can go on after. */
  | {
      readonly type: 'statusReceived';
      readonly level: string;
      readonly code: string;
      readonly description: string;
    }
  | {
      readonly type: 'reconnectRequested';
      /** Absolute or relative to the current tcUrl; undefined is the same server again. */
      readonly tcUrl: string | undefined;
      readonly description: string;
    }
  /** Running total of bytes that the server says it got; untrusted, a statistic only. */
  | { readonly type: 'acknowledged'; readonly totalBytes: number }
  /** We answered the server's ping. */
  | { readonly type: 'pingAnswered' }
  /** The server answered what `ask` asked. */
  | { readonly type: 'answered'; readonly question: 'ping' | 'call' }
  /** The server's chunk size (its direction). */
  | { readonly type: 'chunkSizeChanged'; readonly bytes: number }
  | {
      readonly type: 'peerBandwidthChanged';
      readonly windowBytes: number;
      readonly limitType: 'hard' | 'soft' | 'dynamic';
    }
  /** The server ended the publication without being asked (phase `ended`), or confirmed our end. */
  | { readonly type: 'unpublished'; readonly code: string; readonly description: string }
  /** The server called `close`, or shuts the application down: expect the connection to end. */
  | { readonly type: 'closeRequested'; readonly code: string; readonly description: string }
  | { readonly type: 'messageIgnored'; readonly messageType: number; readonly reason: string }
  /** The peer broke the protocol (`rtmp/*`): the last event; the phase is `failed`. */
  | { readonly type: 'failed'; readonly error: AppError };

/** Counts of a publish session since its start. */
export interface PublishSessionStats {
  /** Everything received, the handshake included. */
  readonly bytesReceived: number;
  /** Everything queued for output so far, the handshake included. */
  readonly bytesQueued: number;
  /** Last acknowledgement by the server, unwrapped; 0 if it sends none. */
  readonly acknowledgedBytes: number;
  /** Window that the server asked us to acknowledge by; 0 until it did. */
  readonly windowAckBytes: number;
  readonly peerBandwidthBytes: number;
  readonly pingsAnswered: number;
  readonly messagesIgnored: number;
  readonly mediaMessagesSent: number;
}

/** What a publisher says, in the words of whatever carries it. */
export interface PublisherCommands {
  connect(): void;
  /** Asks for a message stream. */
  createStream(): void;
  publish(streamId: number): void;
  /** Ends the stream, and the publication where there is one. */
  deleteStream(streamId: number, isPublishing: boolean): void;
  ask(question: 'ping' | 'call', nowMs: number): void;
  /** Whether this is the number of a call that `ask` made. */
  isQuestion(transactionId: number): boolean;
  /** Answers a call of the server's; false where it wants no answer, or too many were given. */
  answerCall(name: '_result' | 'pong', command: Command, nowMs: number): boolean;
}
