/** Message type ids and what a message is (RTMP 1.0 §6, §7.1). Media ids equal FLV tag types. */

export const messageTypes = {
  setChunkSize: 1,
  abort: 2,
  acknowledgement: 3,
  userControl: 4,
  windowAcknowledgementSize: 5,
  setPeerBandwidth: 6,
  audio: 8,
  video: 9,
  dataAmf3: 15,
  sharedObjectAmf3: 16,
  commandAmf3: 17,
  dataAmf0: 18,
  sharedObjectAmf0: 19,
  commandAmf0: 20,
  aggregate: 22,
} as const;

export interface RtmpMessage {
  readonly chunkStreamId: number;
  readonly type: number;
  readonly streamId: number;
  /** 0 to 2^32-1. */
  readonly timestampMs: number;
  readonly body: Uint8Array;
}

/** Chunk streams that we write on: each below 32, since nginx ends the session at 32 and above. */
export const chunkStreamIds = { control: 2, command: 3, audio: 4, status: 5, video: 6, stream: 8 } as const;
