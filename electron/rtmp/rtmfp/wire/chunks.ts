/**
 * What a packet of RTMFP carries, as typed objects (RFC 7016 §2.2.4 and §2.3). Bytes are views into the datagram: whoever keeps
 * some copies them. Sequence numbers and flow ids are below 2^53; a chunk that says more was skipped by the reader.
 */

/** An option of user data, an endpoint discriminator, a certificate or a keying component. */
export interface Option {
  readonly type: number;
  readonly value: Uint8Array;
}

export interface SocketAddress {
  readonly origin: 'unknown' | 'local' | 'observed' | 'relay';
  /** As text, `192.0.2.1` or `2001:db8::1`; its form says the family. */
  readonly host: string;
  readonly port: number;
}

/** IHello (30). */
export interface InitiatorHello {
  readonly type: 'initiatorHello';
  readonly discriminator: Uint8Array;
  readonly tag: Uint8Array;
}

/** FIHello (0f): an IHello that a server passes on within a session. */
export interface ForwardedHello {
  readonly type: 'forwardedHello';
  readonly discriminator: Uint8Array;
  readonly replyAddress: SocketAddress;
  readonly tag: Uint8Array;
}

/** RHello (70). */
export interface ResponderHello {
  readonly type: 'responderHello';
  readonly tag: Uint8Array;
  readonly cookie: Uint8Array;
  readonly certificate: Uint8Array;
}

/** Responder Redirect (71); no address means the source of this very packet. */
export interface Redirect {
  readonly type: 'redirect';
  readonly tag: Uint8Array;
  readonly addresses: readonly SocketAddress[];
}

/** IIKeying (38). */
export interface InitiatorKeying {
  readonly type: 'initiatorKeying';
  readonly sessionId: number;
  readonly cookie: Uint8Array;
  readonly certificate: Uint8Array;
  readonly component: Uint8Array;
  readonly signature: Uint8Array;
}

/** RIKeying (78). */
export interface ResponderKeying {
  readonly type: 'responderKeying';
  readonly sessionId: number;
  readonly component: Uint8Array;
  readonly signature: Uint8Array;
}

/** RHello Cookie Change (79). */
export interface CookieChange {
  readonly type: 'cookieChange';
  readonly oldCookie: Uint8Array;
  readonly newCookie: Uint8Array;
}

/** Which part of its message a fragment is. */
export type FragmentPart = 'whole' | 'first' | 'middle' | 'last';

/** User Data (10) and Next User Data (11), which the reader resolves to the same and the writer chooses by itself. */
export interface UserData {
  readonly type: 'userData';
  /** The id that the sender gave its flow. */
  readonly flowId: number;
  /** At least 1, one more with each fragment. */
  readonly sequence: number;
  /** `sequence` minus the forward sequence number, at most `sequence`: no fragment up to that number is sent again. */
  readonly fsnOffset: number;
  readonly part: FragmentPart;
  /** The sender gave this number up; `data` means nothing. */
  readonly isAbandoned: boolean;
  /** The flow's last number. */
  readonly isFinal: boolean;
  /** Without the marker that ends the list. */
  readonly options: readonly Option[] | undefined;
  readonly data: Uint8Array;
}

/** From `first` to `last`, both among them. */
export interface SequenceRange {
  readonly first: number;
  readonly last: number;
}

/** Both forms of acknowledgement (50, 51); the writer sends ranges. */
export interface Ack {
  readonly type: 'ack';
  readonly flowId: number;
  /** What the receiver has room for, in blocks of 1024 bytes. */
  readonly bufferBlocks: number;
  /** Everything up to this number is done. */
  readonly cumulative: number;
  /** Ascending, apart from each other, all beyond `cumulative` + 1. */
  readonly received: readonly SequenceRange[];
}

/** Buffer Probe (18). */
export interface BufferProbe {
  readonly type: 'bufferProbe';
  readonly flowId: number;
}

/** Flow Exception Report (5e). */
export interface FlowException {
  readonly type: 'flowException';
  readonly flowId: number;
  readonly code: number;
}

/** Ping and its reply (01, 41), which copies the message. */
export interface Ping {
  readonly type: 'ping' | 'pingReply';
  readonly message: Uint8Array;
}

/** Session Close Request and Acknowledgement (0c, 4c). */
export interface Close {
  readonly type: 'close' | 'closeAck';
}

export type StartupChunk =
  InitiatorHello | ResponderHello | Redirect | InitiatorKeying | ResponderKeying | CookieChange;

export type SessionChunk = ForwardedHello | UserData | Ack | BufferProbe | FlowException | Ping | Close;

export type Chunk = StartupChunk | SessionChunk;

/** Sent by the session's initiator, by its responder, or before there is one; the values of the flags' lowest bits. */
export type PacketMode = 1 | 2 | 3;

interface PacketHead {
  /** The packet carries media in real time. */
  readonly isTimeCritical: boolean;
  /** The sender receives media in real time from another session. */
  readonly isTimeCriticalReverse: boolean;
  /** The low 16 bits of the sender's clock in steps of 4 ms. */
  readonly timestamp: number | undefined;
  /** The timestamp that the sender has received, plus the steps since. */
  readonly timestampEcho: number | undefined;
}

export interface StartupPacket extends PacketHead {
  readonly mode: 3;
  readonly chunks: readonly StartupChunk[];
}

export interface SessionPacket extends PacketHead {
  readonly mode: 1 | 2;
  readonly chunks: readonly SessionChunk[];
}

export type Packet = StartupPacket | SessionPacket;
