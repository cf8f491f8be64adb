/** One FLV tag body, classified: what a publisher sends and a receiver gets. */
import type { TagBody } from './tag-body.ts';

/** One FLV tag with its time: what a publisher sends and a receiver gets. */
export interface MediaPacket {
  readonly kind: 'audio' | 'video' | 'script';
  /** Decode time in ms, unwrapped: never goes back within one program, starts near 0. */
  readonly timestampMs: number;
  /** FLV tag body, which is the RTMP message payload unchanged. Immutable: shared by all destinations. */
  readonly body: Uint8Array;
  readonly isKeyframe: boolean;
  /** Codec configuration; replayed to whoever joins late. */
  readonly isSequenceHeader: boolean;
  /** No other frame refers to it: first to go under congestion. */
  readonly isDisposable: boolean;
}

/** A packet together with what its body says, so that nobody parses the body again. */
export interface ParsedPacket extends MediaPacket {
  /** Its data are views of `body`. Undefined for `script`. */
  readonly tag: TagBody | undefined;
}
