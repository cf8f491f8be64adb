/** The robustness list as far as it concerns a server: hostile clients against the rehearsal receiver. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { HostileClient } from '../../../support/servers/hostile-client.ts';
import { bytesGrown, memoryCapBytes } from './attack.ts';

let receiver: Receiver;
const errors: (AppError | undefined)[] = [];
const received: { readonly timestampMs: number; readonly body: Uint8Array }[] = [];

beforeAll(async () => {
  receiver = await startReceiver({ isTls: false, openingMs: 1_000, onPublish: () => ({ isAccepted: true }) });
  receiver.onEvent((event) => {
    if (event.type === 'publishEnded') errors.push(event.error);
    if (event.type === 'packetReceived') received.push(event.packet);
  });
});
afterAll(() => receiver.close());

/** The receiver still does what it is for, and holds little. */
async function expectWell(): Promise<void> {
  const publisher = await openPublisher({ url: receiver.url, streamKey: 'honest' });
  await publisher.end();
  expect(bytesGrown()).toBeLessThan(memoryCapBytes);
}

/** A format 0 header of a video message on stream 1. `time` is the three-byte field. */
function header(basic: string, length: number, time = 0, type = 9): Buffer {
  const bytes = Buffer.alloc(11);
  bytes.writeUIntBE(time, 0, 3);
  bytes.writeUIntBE(length, 3, 3);
  bytes[6] = type;
  bytes[7] = 1;
  return Buffer.concat([Buffer.from(basic, 'hex'), bytes]);
}

const junk = Buffer.alloc(1024 * 1024, 0xee);
type Play = (client: HostileClient) => Promise<void>;

/** Before publishing: the receiver closes the connection. */
const earlyAttacks: readonly [string, Play][] = [
  ...[0x48, 0x15, 0x16, 0x00, 0xff].map((byte): [string, Play] => [
    `R1: C0 is 0x${byte.toString(16)}`,
    (client) => client.send(Buffer.alloc(2_000, byte)),
  ]),
  [
    'R2: RTMPE without a digest',
    (client) => client.send(Buffer.concat([Buffer.of(6), Buffer.alloc(1536, 1)])),
  ],
  [
    'R3: the handshake comes byte by byte and never ends',
    async (client) => {
      await client.send('03');
      while (!client.isGone) {
        await client.send('01');
        await delay(20);
      }
    },
  ],
  ['R3: nothing comes at all', () => Promise.resolve()],
  ['R3: connect never comes', (client) => client.shakeHands()],
  ['R3: publish never comes', (client) => client.connectTo('live')],
  [
    'R7: junk in place of C1 and after it',
    async (client) => {
      await client.send('03');
      for (let sent = 0; sent < 64 && !client.isGone; sent += 1) await client.send(junk);
    },
  ],
  [
    'R35: a connect with 10000 objects in each other',
    async (client) => {
      await client.shakeHands();
      const body = `020007636f6e6e656374003ff0000000000000${'03000161'.repeat(10_000)}`;
      await client.message(20, Buffer.from(body, 'hex'));
    },
  ],
  [
    'R36: a connect that is cut off',
    async (client) => {
      await client.shakeHands();
      await client.message(20, Buffer.from('020007636f6e6e656374003ff00000000000000300036170', 'hex'));
    },
  ],
];

/** While publishing: the receiver says why it ended it. */
const liveAttacks: readonly [string, string, Play][] = [
  ['R8: format 2 begins a chunk stream', 'rtmp/protocol', (client) => client.send('89000000')],
  ['R8: format 3 begins a chunk stream', 'rtmp/protocol', (client) => client.send('c9')],
  [
    'R9: a new header within a message',
    'rtmp/protocol',
    (client) => client.send(Buffer.concat([header('09', 300), Buffer.alloc(128), header('09', 3)])),
  ],
  [
    'R11: an unfinished message on each of 65536 chunk streams',
    'rtmp/limit',
    async (client) => {
      for (let id = 0; id < 0x10000 && !client.isGone; id += 1) {
        const basic = Buffer.of(1, id & 0xff, id >>> 8).toString('hex');
        await client.send(Buffer.concat([header(basic, 300), Buffer.alloc(128)]));
      }
    },
  ],
  [
    'R11: unfinished messages of megabytes on a few chunk streams',
    'rtmp/limit',
    async (client) => {
      await client.send('02000000000004010000000000100000');
      for (let id = 8; id < 60 && !client.isGone; id += 1) {
        await client.send(Buffer.concat([header(id.toString(16).padStart(2, '0'), 0xffffff), junk]));
      }
    },
  ],
  ['R13: Set Chunk Size to 0', 'rtmp/protocol', (client) => client.send('02000000000004010000000000000000')],
  [
    'R13: Set Chunk Size with its top bit set',
    'rtmp/protocol',
    (client) => client.send('02000000000004010000000080000000'),
  ],
  [
    'R51: video that ends within its own header',
    'flv/bad-data',
    (client) => client.message(9, Buffer.from('9061', 'hex'), { streamId: 1 }),
  ],
  ['R62: random bytes', 'rtmp/', (client) => client.send(Buffer.alloc(4_096, 0xa5))],
];

const words = Buffer.concat([Buffer.from('2701000000', 'hex'), Buffer.alloc(200, 0x61)]);
const chunked = (first: Buffer, next: string): Buffer =>
  Buffer.concat([first, words.subarray(0, 128), Buffer.from(next, 'hex'), words.subarray(128)]);
const time = (hex: string): Buffer => Buffer.from(hex, 'hex');
const extended = (stamp: string, next: string): Buffer =>
  chunked(Buffer.concat([header('09', words.length, 0xffffff), time(stamp)]), next);

/** Media that arrives whole, however oddly it is cut. */
const oddMedia: readonly [string, readonly Buffer[], readonly number[]][] = [
  [
    'R12: two messages in turns',
    [
      Buffer.concat([header('09', words.length), words.subarray(0, 128)]),
      Buffer.concat([header('0a', words.length), words.subarray(0, 128)]),
      Buffer.concat([Buffer.of(0xc9), words.subarray(128), Buffer.of(0xca), words.subarray(128)]),
    ],
    [0, 0],
  ],
  [
    'R14: Set Chunk Size between two chunks',
    [
      Buffer.concat([header('09', words.length), words.subarray(0, 128)]),
      time('02000000000004010000000000000040'),
      Buffer.concat([Buffer.of(0xc9), words.subarray(128, 192), Buffer.of(0xc9), words.subarray(192)]),
    ],
    [0],
  ],
  ['R15: an extended timestamp, repeated', [extended('01000000', 'c901000000')], [0x1000000]],
  ['R15: an extended timestamp, left out', [extended('01000000', 'c9')], [0x1000000]],
  ['R15: an extended timestamp, zeros in its place', [extended('01000000', 'c900000000')], [0x1000000]],
  [
    'R16: a wrap at 2^32 by a delta',
    [
      extended('fffffff0', 'c9fffffff0'),
      chunked(Buffer.concat([time('49000020'), header('', words.length).subarray(3, 7)]), 'c9'),
    ],
    [0xfffffff0, 2 ** 32 + 0x10],
  ],
  [
    'R17, R18: chunk stream 64 in two forms',
    [chunked(header('0000', words.length), 'c10000'), chunked(header('010000', words.length), 'c000')],
    [0, 0],
  ],
];

describe('hostile clients', { timeout: 30_000 }, () => {
  it.each(earlyAttacks)('%s', async (_name, play) => {
    const client = await HostileClient.connect(receiver.port);
    onTestFinished(() => client.destroy());
    await play(client);
    await client.closed;
    await expectWell();
  });

  it.each(liveAttacks)('%s', async (_name, code, play) => {
    const client = await HostileClient.connect(receiver.port);
    onTestFinished(() => client.destroy());
    await client.publish('live', 'hostile');
    const ended = errors.length;
    await play(client);
    await waitUntil('the end of it', () => errors.length > ended);
    expect(errors[ended]?.code).toContain(code);
    await client.closed;
    await expectWell();
  });

  it.each(oddMedia)('%s', async (_name, pieces, times) => {
    const client = await HostileClient.connect(receiver.port);
    onTestFinished(() => client.destroy());
    await client.publish('live', 'odd');
    const begun = received.length;
    for (const piece of pieces) await client.send(piece);
    await waitUntil('the media', () => received.length >= begun + times.length);
    const arrived = received.slice(begun);
    expect(arrived.map(({ timestampMs }) => timestampMs)).toEqual(times);
    for (const { body } of arrived) expect(Buffer.from(body).equals(words)).toBe(true);
  });

  it('R10: announced megabytes that do not come', async () => {
    const clientCount = 30;
    for (let count = 0; count < clientCount; count += 1) {
      const client = await HostileClient.connect(receiver.port);
      onTestFinished(() => client.destroy());
      await client.publish('live', 'greedy');
      await client.send(Buffer.concat([header('09', 0xffffff), Buffer.alloc(128)]));
    }
    await waitUntil('all of them', () => receiver.publisherCount >= clientCount);
    await expectWell();
  });

  it('R23: pings and calls without end to a receiver', async () => {
    const client = await HostileClient.connect(receiver.port);
    onTestFinished(() => client.destroy());
    await client.publish('live', 'noisy');
    const ping = Buffer.from('020000000000060400000000000600000001', 'hex');
    await client.send(Buffer.concat(Array.from({ length: 10_000 }, () => ping)));
    for (let count = 0; count < 1_000; count += 1) await client.command('createStream', 9, null);
    await expectWell();
    // 64 answers of 18 bytes and 16 of a few dozen a second, in the few seconds that this may take.
    expect(client.bytesReceived).toBeLessThan(64 * 1024);
  });

  it.each([
    ['a GET', 'POST /x HTTP/1.1\r\n\r\n'],
    ['a head without end', `POST /open/1 HTTP/1.1\r\n${'X: y\r\n'.repeat(10_000)}`],
    ['a body of 4 gigabytes', 'POST /open/1 HTTP/1.1\r\nContent-Length: 4294967295\r\n\r\n'],
    ['a session that is not there', 'POST /send/abc/0 HTTP/1.1\r\nContent-Length: 1\r\n\r\nx'],
    ['a session with a path in it', 'POST /send/../../x/0 HTTP/1.1\r\nContent-Length: 1\r\n\r\nx'],
  ])('R59: %s at the tunnel', async (_what, request) => {
    const socket = net.connect({ port: receiver.port, host: '127.0.0.1' });
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => socket.destroy());
    let answer = '';
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString('latin1')));
    socket.write(request);
    await waitUntil('an answer', () => answer.includes('\r\n\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    await expectWell();
  });
});
