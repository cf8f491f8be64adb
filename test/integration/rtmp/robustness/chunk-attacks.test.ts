/** Robustness list, R8 to R19: the chunk stream of a server. What the receiver answers for is in receiver-attacks. */
import { describe, expect, it } from 'vitest';
import { amfObject } from '../../../../electron/rtmp/amf/amf-value.ts';
import { ChunkWriter } from '../../../../electron/rtmp/chunk/chunk-writer.ts';
import { buildCommand } from '../../../../electron/rtmp/message/command.ts';
import { runAttack } from './attack.ts';
import type { Attack } from './attack-types.ts';

/** A status of a length that no default chunk holds. */
function longStatus(description: string): Buffer {
  const information = { level: 'status', code: 'NetStream.Record.Start', description };
  return Buffer.from(buildCommand('onStatus', 0, [null, amfObject(information)]));
}

/** A format 0 header. `timestamp` is the three-byte field. */
function header(basic: string, timestamp: number, length: number, type = 20): Buffer {
  const bytes = Buffer.alloc(11);
  bytes.writeUIntBE(timestamp, 0, 3);
  bytes.writeUIntBE(length, 3, 3);
  bytes[6] = type;
  return Buffer.concat([Buffer.from(basic, 'hex'), bytes]);
}

/** `body` in chunks of 128 behind a header; `next` comes before each continuation. */
function chunked(first: Buffer, body: Buffer, next: Buffer): Buffer {
  const parts = [first];
  for (let offset = 0; offset < body.length; offset += 128) {
    if (offset > 0) parts.push(next);
    parts.push(body.subarray(offset, offset + 128));
  }
  return Buffer.concat(parts);
}

const words = 'a'.repeat(200);
const hears =
  (...descriptions: string[]): Attack['check'] =>
  ({ events }) =>
    expect(events.flatMap((event) => (event.type === 'statusReceived' ? [event.description] : []))).toEqual(
      descriptions,
    );

const live = { at: 'live', outcome: 'lives' } as const;
const sends =
  (bytes: () => Buffer): Attack['play'] =>
  (connection) =>
    void connection.send(bytes());

const partial = (basic: string): Buffer => Buffer.concat([header(basic, 0, 300), Buffer.alloc(128, 0x05)]);

const chunkSizes: readonly [string, string, Attack['outcome']][] = [
  ['0', '00000000', 'rtmp/protocol'],
  ['0x80000000', '80000000', 'rtmp/protocol'],
  ['0xFFFFFFFF', 'ffffffff', 'rtmp/protocol'],
  ['three bytes', '000080', 'rtmp/protocol'],
];

const attacks: readonly Attack[] = [
  {
    ...live,
    name: 'R8: format 1 begins a chunk stream',
    play: sends(() => {
      const body = longStatus('');
      return chunked(
        Buffer.concat([Buffer.from('49', 'hex'), header('', 0, body.length).subarray(0, 7)]),
        body,
        Buffer.from('c9', 'hex'),
      );
    }),
    check: hears(''),
  },
  ...['89000000', 'c9'].map((hex, index): Attack => ({
    name: `R8: format ${index + 2} begins a chunk stream`,
    at: 'live',
    play: (connection) => void connection.send(hex),
    outcome: 'rtmp/protocol',
  })),
  ...[
    ['0', header('09', 0, 50)],
    ['1', Buffer.from('4900000000003214', 'hex')],
    ['2', Buffer.from('89000000', 'hex')],
  ].map(([format, bytes]): Attack => ({
    name: `R9: format ${String(format)} within a message`,
    at: 'live',
    play: (connection) => void connection.send(partial('09')).send(bytes ?? ''),
    outcome: 'rtmp/protocol',
  })),
  {
    name: 'R10: a message of 16777215 bytes is announced',
    at: 'live',
    play: sends(() => Buffer.concat([header('09', 0, 0xffffff), Buffer.alloc(10)])),
    outcome: 'rtmp/limit',
  },
  {
    ...live,
    name: 'R10: messages as long as allowed are announced on every chunk stream and do not come',
    play: sends(() =>
      Buffer.concat(
        Array.from({ length: 40 }, (_, index) =>
          Buffer.concat([header((8 + index).toString(16).padStart(2, '0'), 0, 0x3fffff), Buffer.alloc(128)]),
        ),
      ),
    ),
  },
  {
    name: 'R11: an unfinished message on each of 65536 chunk streams',
    at: 'live',
    play: async (connection) => {
      for (let id = 0; id < 0x10000 && !connection.isGone; id += 256) {
        const streams = Array.from({ length: 256 }, (_, index) => {
          const number = id + index;
          const basic = Buffer.of(1, number & 0xff, number >>> 8).toString('hex');
          return Buffer.concat([header(basic, 0, 300), Buffer.alloc(128)]);
        });
        connection.send(Buffer.concat(streams));
        await new Promise(setImmediate);
      }
    },
    outcome: 'rtmp/limit',
  },
  {
    name: 'R11: unfinished messages of megabytes on a few chunk streams',
    at: 'live',
    play: async (connection) => {
      connection.control({ type: 'setChunkSize', bytes: 1024 * 1024 });
      for (let id = 8; id < 40 && !connection.isGone; id += 1) {
        const basic = id.toString(16).padStart(2, '0');
        connection.send(Buffer.concat([header(basic, 0, 0x3fffff), Buffer.alloc(1024 * 1024)]));
        await new Promise(setImmediate);
      }
    },
    outcome: 'rtmp/limit',
  },
  {
    ...live,
    name: 'R12: messages in turns on several chunk streams',
    play: sends(() => {
      const bodies = ['x', 'y', 'z'].map((letter) => longStatus(letter.repeat(290)));
      const ids = [0x09, 0x0a, 0x0b];
      const parts: Buffer[] = [];
      for (let offset = 0; offset < 384; offset += 128) {
        bodies.forEach((body, index) => {
          const id = ids[index] ?? 0;
          const basic =
            offset === 0 ? header(Buffer.of(id).toString('hex'), 0, body.length) : Buffer.of(0xc0 | id);
          parts.push(basic, body.subarray(offset, offset + 128));
        });
      }
      return Buffer.concat(parts);
    }),
    check: hears('x'.repeat(290), 'y'.repeat(290), 'z'.repeat(290)),
  },
  ...chunkSizes.map(([what, hex, outcome]): Attack => ({
    name: `R13: Set Chunk Size to ${what}`,
    at: 'live',
    play: (connection) => void connection.message(1, Buffer.from(hex, 'hex'), 2),
    outcome,
  })),
  ...[1, 127, 0x7fffffff].map((bytes): Attack => ({
    ...live,
    name: `R13: Set Chunk Size to ${bytes} works`,
    play: (connection) =>
      void connection.control({ type: 'setChunkSize', bytes }).message(20, longStatus(words)),
    check: hears(words),
  })),
  {
    ...live,
    name: 'R14: Set Chunk Size between two chunks of another message',
    play: sends(() => {
      const body = longStatus(words);
      return Buffer.concat([
        header('09', 0, body.length),
        body.subarray(0, 128),
        Buffer.from('02000000000004010000000000000040', 'hex'),
        Buffer.from('c9', 'hex'),
        body.subarray(128, 192),
        Buffer.from('c9', 'hex'),
        body.subarray(192, 256),
        Buffer.from('c9', 'hex'),
        body.subarray(256),
        Buffer.from('02000000000004010000000000000080', 'hex'),
      ]);
    }),
    check: hears(words),
  },
  ...[0, 1].map((format): Attack => ({
    ...live,
    name: `R15: an extended timestamp with format ${format}, repeated in each continuation`,
    play: sends(() => {
      const body = longStatus(words);
      const time = Buffer.from('01000000', 'hex');
      const full = header(format === 0 ? '09' : '49', 0xffffff, body.length);
      const first = format === 0 ? full : full.subarray(0, 8);
      return chunked(Buffer.concat([first, time]), body, Buffer.concat([Buffer.of(0xc9), time]));
    }),
    check: hears(words),
  })),
  {
    ...live,
    name: 'R15: an extended timestamp with format 2, and zeros in the continuations',
    play: sends(() => {
      const body = longStatus(words);
      const time = Buffer.from('01000000', 'hex');
      const zeros = Buffer.from('c900000000', 'hex');
      return Buffer.concat([
        chunked(header('09', 1, body.length), body, Buffer.of(0xc9)),
        chunked(Buffer.concat([Buffer.from('89ffffff', 'hex'), time]), body, zeros),
      ]);
    }),
    check: hears(words, words),
  },
  {
    ...live,
    name: 'R16: a timestamp wraps by a delta',
    play: sends(() => {
      const body = longStatus('short');
      const chunks = new ChunkWriter();
      chunks.setChunkSize(128);
      chunks.writeMessage({ chunkStreamId: 9, type: 20, streamId: 0, timestampMs: 0xfffffff0, body });
      const delta = Buffer.concat([
        Buffer.from('49000020', 'hex'),
        header('', 0, body.length).subarray(3, 7),
      ]);
      return Buffer.concat([...chunks.takeOutput(), delta, body]);
    }),
    check: hears('short', 'short'),
  },
  {
    ...live,
    name: 'R17, R18: chunk stream 64 in two forms is one stream',
    play: sends(() => {
      const body = longStatus(words);
      // 00 00 is stream 64 in two bytes, 01 00 00 in three: begun in one form, continued in the other.
      return Buffer.concat([
        chunked(header('0000', 0, body.length), body, Buffer.from('c10000', 'hex')),
        chunked(header('010000', 0, body.length), body, Buffer.from('c000', 'hex')),
      ]);
    }),
    check: hears(words, words),
  },
  {
    ...live,
    name: 'R17: every width of the basic header',
    play: sends(() => {
      const body = longStatus('w');
      return Buffer.concat(
        ['3f', '00ff', '01ffff'].flatMap((basic) => [header(basic, 0, body.length), body]),
      );
    }),
    check: hears('w', 'w', 'w'),
  },
  {
    ...live,
    name: 'R19: aborts of an unknown stream, of one in progress, and cut short',
    play: (connection) => {
      connection.control({ type: 'abort', chunkStreamId: 999 });
      connection.send(partial('09')).control({ type: 'abort', chunkStreamId: 9 });
      connection.message(2, Buffer.from('0009', 'hex'), 2);
      const body = longStatus('after');
      connection.send(Buffer.concat([header('09', 0, body.length), body]));
    },
    check: hears('after'),
  },
];

describe('hostile chunks', { timeout: 30_000 }, () => {
  it.each(attacks)('$name', (attack) => runAttack(attack));
});
