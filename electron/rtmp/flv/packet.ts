/** The unit that flows from the encoder to every destination and the recorder: one FLV tag body, classified. */

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
