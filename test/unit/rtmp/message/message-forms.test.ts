/**
 * Every message form of the reference (§3.9, §3.10, §4) has a vector here or in the vector tables: read and written, whole, cut
 * in two everywhere, and byte by byte.
 */
import { describe, expect, it } from 'vitest';
import { amfEcmaArray, amfObject } from '../../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../../electron/rtmp/amf/amf-value.ts';
import { encodeAmf0 } from '../../../../electron/rtmp/amf/amf0-encoder.ts';
import { concatBytes } from '../../../../shared/bytes.ts';
import { buildHex, parseHex } from '../../../../electron/rtmp/bytes/hex.ts';
import { ChunkReader } from '../../../../electron/rtmp/chunk/chunk-reader.ts';
import { ChunkWriter } from '../../../../electron/rtmp/chunk/chunk-writer.ts';
import { PublishSession, ReceiveSession } from '../../../../electron/rtmp/index.ts';
import type { PublishSessionEvent, ReceiveSessionEvent } from '../../../../electron/rtmp/index.ts';
import { splitAggregate } from '../../../../electron/rtmp/message/aggregate.ts';
import { buildCommand, parseCommand } from '../../../../electron/rtmp/message/command.ts';
import {
  buildControlMessage,
  parseControlMessage,
} from '../../../../electron/rtmp/message/control-message.ts';
import type { ControlMessage } from '../../../../electron/rtmp/message/control-message.ts';
import type { RtmpMessage } from '../../../../electron/rtmp/message/message-types.ts';
import { unwrapScriptBody, wrapScriptBody } from '../../../../electron/rtmp/message/script-data.ts';
import { publishOptions, seededRandom, SessionPair } from '../support/session-pair.ts';

type Buildable = Parameters<typeof buildControlMessage>[0];

/** Type, payload, meaning. */
const controls: readonly (readonly [number, string, Buildable])[] = [
  [1, '00001000', { type: 'setChunkSize', bytes: 4096 }],
  [2, '00000006', { type: 'abort', chunkStreamId: 6 }],
  [3, '00100000', { type: 'acknowledgement', totalBytes: 1_048_576 }],
  [5, '002625a0', { type: 'windowAcknowledgementSize', bytes: 2_500_000 }],
  [6, '002625a000', { type: 'setPeerBandwidth', windowBytes: 2_500_000, limitType: 'hard' }],
  [6, '002625a001', { type: 'setPeerBandwidth', windowBytes: 2_500_000, limitType: 'soft' }],
  [6, '002625a002', { type: 'setPeerBandwidth', windowBytes: 2_500_000, limitType: 'dynamic' }],
  [4, '000000000001', { type: 'streamBegin', streamId: 1 }],
  [4, '000100000001', { type: 'streamEof', streamId: 1 }],
  [4, '000200000001', { type: 'streamDry', streamId: 1 }],
  [4, '00030000000100000bb8', { type: 'setBufferLength', streamId: 1, bufferMs: 3000 }],
  [4, '000400000001', { type: 'streamIsRecorded', streamId: 1 }],
  [4, '000612345678', { type: 'pingRequest', time: 0x12345678 }],
  [4, '000712345678', { type: 'pingResponse', time: 0x12345678 }],
  [4, '001f00000001', { type: 'bufferEmpty', streamId: 1 }],
  [4, '002000000001', { type: 'bufferReady', streamId: 1 }],
];

/** What a peer may send and a publisher only reads. */
const readOnly: readonly (readonly [number, string, ControlMessage | undefined])[] = [
  [4, '001a00000000', { type: 'unknownUserControl', event: 26 }],
  [4, '001b00000000', { type: 'unknownUserControl', event: 27 }],
  [6, '002625a0', { type: 'setPeerBandwidth', windowBytes: 2_500_000, limitType: 'dynamic' }],
  [4, '0006', undefined],
  [1, '000080', undefined],
];

const key = 'key';
/** Name, transaction, values, payload. */
const commands: readonly (readonly [string, number, readonly AmfValue[], string])[] = [
  ['releaseStream', 2, [null, key], '02000d72656c6561736553747265616d004000000000000000050200036b6579'],
  ['FCPublish', 3, [null, key], '02000946435075626c697368004008000000000000050200036b6579'],
  ['FCUnpublish', 6, [null, key], '02000b4643556e7075626c697368004018000000000000050200036b6579'],
  ['deleteStream', 7, [null, 1], '02000c64656c65746553747265616d00401c00000000000005003ff0000000000000'],
  ['closeStream', 0, [null], '02000b636c6f736553747265616d00000000000000000005'],
  ['onBWDone', 0, [null], '0200086f6e4257446f6e6500000000000000000005'],
  ['_checkbw', 5, [null], '0200085f636865636b627700401400000000000005'],
  ['close', 0, [null], '020005636c6f736500000000000000000005'],
  [
    '_error',
    4,
    [null, amfObject({ level: 'error' })],
    '0200065f6572726f720040100000000000000503' + '00056c6576656c0200056572726f72' + '000009',
  ],
  [
    'onFCPublish',
    0,
    [null, amfObject({ code: 'x' })],
    '02000b6f6e46435075626c69736800000000000000000005' + '030004636f6465020001780000' + '09',
  ],
];

function everySplit<T>(bytes: Uint8Array, run: (pieces: readonly Uint8Array[]) => T): T {
  const whole = run([bytes]);
  for (let at = 1; at < bytes.length; at += 1) {
    expect(run([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
  }
  expect(run(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  return whole;
}

function read(pieces: readonly Uint8Array[]): RtmpMessage[] {
  const reader = new ChunkReader();
  const messages: RtmpMessage[] = [];
  for (const piece of pieces) {
    reader.push(piece);
    for (let message = reader.next(); message; message = reader.next()) messages.push(message);
    reader.releaseInput();
  }
  return messages;
}

/** Through chunks and back. */
function carry(type: number, body: Uint8Array): Uint8Array {
  const writer = new ChunkWriter();
  writer.writeMessage({ chunkStreamId: 3, type, streamId: 1, timestampMs: 7, body });
  const [message, ...more] = everySplit(concatBytes(writer.takeOutput()), read);
  expect(more).toEqual([]);
  expect(message).toMatchObject({ type, streamId: 1, timestampMs: 7 });
  return message?.body ?? new Uint8Array(0);
}

describe('message forms', () => {
  it.each(controls)('control type %d, %s', (type, hex, value) => {
    const built = buildControlMessage(value);
    expect(built.type).toBe(type);
    expect(buildHex(built.body)).toBe(hex);
    expect(parseControlMessage(type, carry(type, built.body))).toEqual(value);
  });

  it.each(readOnly)('control type %d, %s, is only read', (type, hex, value) => {
    expect(parseControlMessage(type, parseHex(hex))).toEqual(value);
  });

  it.each(commands)('command %s', (name, transactionId, values, hex) => {
    const body = buildCommand(name, transactionId, values);
    expect(buildHex(body)).toBe(hex);
    const expected = { name, transactionId, values };
    expect(parseCommand(20, carry(20, body))).toEqual(expected);
    // The same in its AMF3 clothes, with and without the format byte.
    expect(parseCommand(17, carry(17, concatBytes([Uint8Array.of(0), body])))).toEqual(expected);
    expect(parseCommand(17, carry(17, body))).toEqual(expected);
  });

  it('data: metadata in its wrapper, and other script data as it is', () => {
    const metadata = encodeAmf0(['onMetaData', amfEcmaArray({ width: 640 })]);
    const wrapped = wrapScriptBody(metadata);
    expect(buildHex(wrapped)).toBe('02000d40736574446174614672616d65' + buildHex(metadata));
    expect(unwrapScriptBody(carry(18, wrapped))).toEqual(metadata);
    const cue = encodeAmf0(['onCuePoint', amfObject({ name: 'a' })]);
    expect(unwrapScriptBody(carry(18, wrapScriptBody(cue)))).toEqual(cue);
  });

  it.each([
    [8, 'af012110'],
    [9, '270100000000000002419a'],
  ])('media of type %d', (type, hex) => {
    expect(buildHex(carry(type, parseHex(hex)))).toBe(hex);
  });

  it('an aggregate', () => {
    const body = carry(
      22,
      parseHex(
        '08000002' +
          '00000a00' +
          '000000' +
          'aabb' +
          '0000000d' +
          '09000001' +
          '00001e00' +
          '000000' +
          'cc' +
          '0000000c',
      ),
    );
    const parts = splitAggregate({ chunkStreamId: 3, type: 22, streamId: 1, timestampMs: 100, body });
    expect(parts.map(({ type, timestampMs, body: part }) => [type, timestampMs, buildHex(part)])).toEqual([
      [8, 100, 'aabb'],
      [9, 120, 'cc'],
    ]);
  });
});

/** All that each side of a whole publication said. */
function recorded(): { readonly up: Uint8Array; readonly down: Uint8Array } {
  const up: Uint8Array[] = [];
  const down: Uint8Array[] = [];
  // `cut` sees every flush of both ways, upwards first.
  let isUp = true;
  const pair = new SessionPair({
    cut: (bytes) => {
      (isUp ? up : down).push(bytes.slice());
      isUp = !isUp;
      return [bytes];
    },
  });
  pair.start();
  pair.publisher.sendMedia('script', 0, encodeAmf0(['onMetaData', amfEcmaArray({ width: 640 })]));
  pair.publisher.sendMedia('video', 0, seededRandom(5)(300));
  pair.publisher.sendMedia('audio', 10, seededRandom(6)(30));
  pair.receiver.ping(5);
  pair.receiver.requestReconnect({ tcUrl: '/other', description: 'soon' });
  pair.receiver.setChunkSize(60_000);
  pair.pump();
  pair.publisher.end();
  pair.pump();
  return { up: concatBytes(up), down: concatBytes(down) };
}

const zeros = (count: number): Uint8Array => new Uint8Array(count);

describe('a recorded publication, in every split', () => {
  const { up, down } = recorded();

  it('is heard alike by the publisher', { timeout: 60_000 }, () => {
    const events = everySplit(down, (pieces): PublishSessionEvent[] => {
      const session = new PublishSession(publishOptions, zeros);
      session.start(0);
      return pieces.flatMap((piece) => session.receive(piece, 0));
    });
    expect(events.map((event) => event.type)).toContain('reconnectRequested');
    expect(events.at(-1)?.type).not.toBe('failed');
  });

  it('is heard alike by the receiver', { timeout: 60_000 }, () => {
    const events = everySplit(up, (pieces): ReceiveSessionEvent[] => {
      const session = new ReceiveSession({}, zeros);
      const heard: ReceiveSessionEvent[] = [];
      for (const piece of pieces) {
        let more = piece;
        do {
          for (const event of session.receive(more, 0)) {
            heard.push(event);
            if (event.type === 'connectRequested') session.acceptConnect();
            if (event.type === 'publishRequested') session.acceptPublish();
          }
          more = new Uint8Array(0);
        } while (session.isHolding);
      }
      return heard.filter(({ type }) => type !== 'messageIgnored');
    });
    expect(events[0]?.type).toBe('handshakeCompleted');
  });
});
