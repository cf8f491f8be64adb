/**
 * Protocol control and user control messages (RTMP 1.0 §5.4, §7.1.7; reference §3.9, §3.10), one codec for
 * both directions. All go on chunk stream 2, message stream 0, time 0.
 */
import { messageTypes } from './message-types.ts';

export const limitTypes = ['hard', 'soft', 'dynamic'] as const;
export type LimitType = (typeof limitTypes)[number];

/** User control events that a stream id follows. */
const streamEvents = {
  streamBegin: 0,
  streamEof: 1,
  streamDry: 2,
  streamIsRecorded: 4,
  bufferEmpty: 31,
  bufferReady: 32,
} as const;
type StreamEventName = keyof typeof streamEvents;
const streamEventNames = Object.keys(streamEvents) as StreamEventName[];

export type ControlMessage =
  | { readonly type: 'setChunkSize'; readonly bytes: number }
  | { readonly type: 'abort'; readonly chunkStreamId: number }
  /** Total received, modulo 2^32. */
  | { readonly type: 'acknowledgement'; readonly totalBytes: number }
  | { readonly type: 'windowAcknowledgementSize'; readonly bytes: number }
  | { readonly type: 'setPeerBandwidth'; readonly windowBytes: number; readonly limitType: LimitType }
  | { readonly type: StreamEventName; readonly streamId: number }
  | { readonly type: 'setBufferLength'; readonly streamId: number; readonly bufferMs: number }
  /** `time` is opaque to who answers. */
  | { readonly type: 'pingRequest'; readonly time: number }
  | { readonly type: 'pingResponse'; readonly time: number }
  | { readonly type: 'unknownUserControl'; readonly event: number };

/** Undefined for other types and for bodies that are too short. Trailing bytes are ignored. */
export function parseControlMessage(messageType: number, body: Uint8Array): ControlMessage | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (messageType === messageTypes.userControl) return parseUserControl(view);
  if (body.length < 4) return undefined;
  const value = view.getUint32(0);
  switch (messageType) {
    case messageTypes.setChunkSize:
      return { type: 'setChunkSize', bytes: value };
    case messageTypes.abort:
      return { type: 'abort', chunkStreamId: value };
    case messageTypes.acknowledgement:
      return { type: 'acknowledgement', totalBytes: value };
    case messageTypes.windowAcknowledgementSize:
      return { type: 'windowAcknowledgementSize', bytes: value };
    case messageTypes.setPeerBandwidth:
      // A missing or unknown limit type is taken for the one that nearly all servers send.
      return {
        type: 'setPeerBandwidth',
        windowBytes: value,
        limitType: limitTypes[body[4] ?? 2] ?? 'dynamic',
      };
    default:
      return undefined;
  }
}

function parseUserControl(view: DataView): ControlMessage | undefined {
  if (view.byteLength < 2) return undefined;
  const event = view.getUint16(0);
  if (view.byteLength < 6) return undefined;
  const value = view.getUint32(2);
  if (event === 6) return { type: 'pingRequest', time: value };
  if (event === 7) return { type: 'pingResponse', time: value };
  if (event === 3) {
    if (view.byteLength < 10) return undefined;
    return { type: 'setBufferLength', streamId: value, bufferMs: view.getUint32(6) };
  }
  const name = streamEventNames.find((candidate) => streamEvents[candidate] === event);
  return name === undefined ? { type: 'unknownUserControl', event } : { type: name, streamId: value };
}

export interface BuiltMessage {
  readonly type: number;
  readonly body: Uint8Array;
}

export type WritableControlMessage = Exclude<ControlMessage, { type: 'unknownUserControl' }>;

export function buildControlMessage(message: WritableControlMessage): BuiltMessage {
  switch (message.type) {
    case 'setChunkSize':
      return { type: messageTypes.setChunkSize, body: u32Bytes(message.bytes) };
    case 'abort':
      return { type: messageTypes.abort, body: u32Bytes(message.chunkStreamId) };
    case 'acknowledgement':
      return { type: messageTypes.acknowledgement, body: u32Bytes(message.totalBytes % 0x100000000) };
    case 'windowAcknowledgementSize':
      return { type: messageTypes.windowAcknowledgementSize, body: u32Bytes(message.bytes) };
    case 'setPeerBandwidth': {
      const body = new Uint8Array(5);
      body.set(u32Bytes(message.windowBytes));
      body[4] = limitTypes.indexOf(message.limitType);
      return { type: messageTypes.setPeerBandwidth, body };
    }
    case 'pingRequest':
      return buildUserControl(6, message.time);
    case 'pingResponse':
      return buildUserControl(7, message.time);
    case 'setBufferLength':
      return buildUserControl(3, message.streamId, message.bufferMs);
    default:
      return buildUserControl(streamEvents[message.type], message.streamId);
  }
}

function u32Bytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function buildUserControl(event: number, ...values: number[]): BuiltMessage {
  const body = new Uint8Array(2 + values.length * 4);
  const view = new DataView(body.buffer);
  view.setUint16(0, event);
  values.forEach((value, index) => view.setUint32(2 + index * 4, value));
  return { type: messageTypes.userControl, body };
}
