/** What goes into and comes out of a receive session, the server's end of one publisher's connection. */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import type { RtmpCapabilities } from '../publish/publish-session-types.ts';

/** What a receiver announces to a publisher, and how much it takes. */
export interface ReceiveSessionOptions {
  /** Outgoing chunk size, announced before the connect result. Default 4096. */
  readonly chunkSizeBytes?: number;
  /** Acknowledgement window announced to the publisher. Default 2500000. */
  readonly windowAckBytes?: number;
  /** Largest message taken from the publisher. Default 16777215. */
  readonly maxMessageBytes?: number;
  /** Answered to a publisher that sends Enhanced RTMP capabilities. Default: everything can be decoded. */
  readonly capabilities?: RtmpCapabilities;
}

/** In order, then back to `connected`; `ended` after a refusal. In the two `…Requested` the caller's answer is awaited. */
export type ReceiveSessionPhase =
  | 'handshake'
  | 'connecting'
  | 'connectRequested'
  | 'connected'
  | 'publishRequested'
  | 'publishing'
  | 'ended'
  | 'failed';

/** What a publisher did, in the order in which it came. `failed` is the last. */
export type ReceiveSessionEvent =
  | { readonly type: 'handshakeCompleted'; readonly isDigestVerified: boolean; readonly isEncrypted: boolean }
  /** Answer with `acceptConnect()` or `rejectConnect()`. */
  | {
      readonly type: 'connectRequested';
      readonly app: string;
      readonly tcUrl: string;
      readonly flashVer: string;
      readonly object: ReadonlyMap<string, AmfValue>;
    }
  | { readonly type: 'streamCreated'; readonly streamId: number }
  /** Answer with `acceptPublish()` or `rejectPublish()`. The key is a secret: never log it. */
  | {
      readonly type: 'publishRequested';
      readonly streamKey: string;
      readonly streamId: number;
      /** `live`, `record` or `append`. */
      readonly mode: string;
    }
  | {
      readonly type: 'media';
      /** `script` bodies have their `@setDataFrame` prefix removed: they are FLV script tag bodies. */
      readonly kind: 'audio' | 'video' | 'script';
      /** As on the wire, 0 to 2^32-1. */
      readonly timestampMs: number;
      /** Owned by the receiver of the event. */
      readonly body: Uint8Array;
    }
  /** Follows the `media` event of a script message that is `onMetaData`. */
  | { readonly type: 'metadata'; readonly properties: ReadonlyMap<string, AmfValue> }
  /** FCUnpublish, deleteStream or closeStream: a clean end. */
  | { readonly type: 'unpublished'; readonly by: 'FCUnpublish' | 'deleteStream' | 'closeStream' }
  | { readonly type: 'acknowledged'; readonly totalBytes: number }
  /** The publisher answered our ping. */
  | { readonly type: 'pongReceived' }
  | { readonly type: 'chunkSizeChanged'; readonly bytes: number }
  | { readonly type: 'messageIgnored'; readonly messageType: number; readonly reason: string }
  /** The peer broke the protocol (`rtmp/*`): the last event; the phase is `failed`. */
  | { readonly type: 'failed'; readonly error: AppError };

/** Counts of a receive session since its start. */
export interface ReceiveSessionStats {
  readonly bytesReceived: number;
  readonly bytesQueued: number;
  readonly mediaMessagesReceived: number;
  readonly messagesIgnored: number;
}
