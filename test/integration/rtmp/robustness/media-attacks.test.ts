/** Robustness list, R49 to R55: hostile FLV, from a file or from a program's pipe, on its way through a real publisher. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlvWriter } from '../../../../electron/rtmp/flv/writer.ts';
import { readMediaFile } from '../../../../electron/rtmp/publisher/media-file.ts';
import { publishMedia } from '../../../../electron/rtmp/publisher/publish-media.ts';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import type { Publisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { bytesGrown, memoryCapBytes } from './attack.ts';

const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
const receivers: Receiver[] = [];
let publisher: Publisher;
let receiver: Receiver;
const received: { readonly kind: string; readonly timestampMs: number; readonly body: Uint8Array }[] = [];

beforeAll(async () => {
  receiver = await startReceiver({ isTls: false, onPublish: () => ({ isAccepted: true }) });
  receivers.push(receiver);
  receiver.onEvent((event) => {
    if (event.type === 'packetReceived') received.push(event.packet);
  });
  publisher = await openPublisher({ url: receiver.url, streamKey: 'key' });
});
afterAll(async () => {
  publisher.destroy();
  for (const each of receivers) await each.close();
  rmSync(folder, { recursive: true, force: true });
});

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const flv = hex('46 4c 56 01 05 00000009 00000000');
const writer = new FlvWriter();
const tag = (kind: 'audio' | 'video' | 'script', timestampMs: number, body: Uint8Array): Buffer =>
  Buffer.from(writer.tag({ kind, timestampMs, body }));
const frame = (mark: number): Buffer => Buffer.of(0x27, 1, 0, 0, 0, 0, 0, 0, 2, 0x41, mark);
const good = tag('video', 0, frame(0xee));
let fileCount = 0;

/** Publishes a file of these bytes; what ended it, if it was not the end of the file. */
async function publish(...parts: readonly Uint8Array[]): Promise<string> {
  const path = join(folder, `hostile-${++fileCount}.flv`);
  writeFileSync(path, Buffer.concat(parts));
  return outcomeOf(path, 'ffmpeg-is-not-asked');
}

async function outcomeOf(path: string, ffmpegPath: string): Promise<string> {
  try {
    await publishMedia(publisher, readMediaFile(path, ffmpegPath), { isFast: true });
    return 'sent';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  } finally {
    expect(publisher.isClosed, 'the publisher outlives a bad file').toBe(false);
    expect(bytesGrown()).toBeLessThan(memoryCapBytes);
  }
}

/** What arrives of a file, after all that went before it. */
async function arriving(...parts: readonly Uint8Array[]): Promise<readonly (typeof received)[number][]> {
  const begun = received.length;
  const end = frame(0x77);
  expect(await publish(flv, ...parts, tag('video', 0, end))).toBe('sent');
  const isEnd = (packet: (typeof received)[number] | undefined): boolean =>
    packet !== undefined && Buffer.from(packet.body).equals(end);
  await waitUntil('the last frame', () => isEnd(received.at(-1)) && received.length > begun);
  return received.slice(begun, -1);
}

const badHeaders: readonly [string, Buffer][] = [
  ['another signature', hex('47 4c 56 01 05 00000009 00000000')],
  ['version 2', hex('46 4c 56 02 05 00000009 00000000')],
  ['a header of 5 bytes', hex('46 4c 56 01 05 00000005 00000000')],
  ['a header of 2147483648 bytes', hex('46 4c 56 01 05 80000000 00000000')],
];

const oddTags: readonly [string, string, Buffer][] = [
  ['R49', 'no first size', Buffer.concat([flv.subarray(0, 9), good, good])],
  ['R50', 'a size that does not match', Buffer.concat([flv, good.subarray(0, -1), Buffer.of(9)])],
  ['R50', 'tag type 0 behind it', Buffer.concat([flv, good, hex('00 000000 000000 00 000000 0000000b')])],
];

const badTags: readonly [string, string, Buffer][] = [
  ['R50', 'tag type 0', Buffer.concat([flv, hex('00 000000 000000 00 000000 0000000b')])],
  ['R50', 'tag type 31', Buffer.concat([flv, hex('1f 000000 000000 00 000000 0000000b')])],
  ['R50', 'an encrypted tag', Buffer.concat([flv, hex('29 000000 000000 00 000000 0000000b')])],
];

/** Bodies that end within their own header, or claim what is not there. */
const badBodies: readonly [string, 'audio' | 'video', Buffer][] = [
  ['AVC of 4 bytes', 'video', hex('17 01 00 00')],
  ['an enhanced header of 2 bytes', 'video', hex('90 61')],
  ['an enhanced audio header of 3 bytes', 'audio', hex('90 4f 70')],
  ['a ModEx that is longer than the tag', 'video', hex('a7 ff 00')],
  [
    'a chain of 1000 ModEx',
    'video',
    Buffer.concat([hex('a7'), Buffer.from('00 00 07'.replaceAll(' ', '').repeat(1000), 'hex')]),
  ],
  ['a track that is longer than the tag', 'video', hex('96 13 61766331 00 ffffff 00')],
];

describe('hostile media', { timeout: 30_000 }, () => {
  it.each(badHeaders)('R49: an FLV with %s', async (_what, bytes) => {
    expect(await publish(bytes, good)).toMatch(/^(flv\/bad-data|input\/bad-file|encoder\/not-found)$/);
  });

  it.each(oddTags)('%s: an FLV with %s is sent without it', async (_line, _what, bytes) => {
    expect(await publish(bytes)).toBe('sent');
  });

  it.each(badTags)('%s: an FLV with nothing but %s', async (_line, _what, bytes) => {
    expect(await publish(bytes)).toBe('input/bad-file');
  });

  it('R50: an FLV that ends within a tag that claims 16 megabytes', async () => {
    expect(await publish(flv, good, hex('09 ffffff 000000 00 000000'), Buffer.alloc(1000))).toBe('sent');
  });

  it.each(badBodies)('R51: %s is not passed on', async (_what, kind, body) => {
    const begun = received.length;
    expect(await publish(flv, tag(kind, 0, body))).toBe('input/bad-file');
    // What comes next is the first that arrives.
    expect(await arriving()).toEqual([]);
    expect(received.length).toBe(begun + 1);
  });

  it('R51: empty tags and an audio tag of one byte', async () => {
    const packets = await arriving(
      tag('audio', 0, new Uint8Array(0)),
      tag('video', 0, new Uint8Array(0)),
      tag('video', 1, frame(1)),
    );
    expect(packets.map(({ body }) => body.at(-1))).toEqual([1]);
    expect(await publish(flv, tag('audio', 0, Buffer.of(0xaf)))).toBe('input/bad-file');
  });

  it('R52: codec configurations that are announced and empty', async () => {
    const packets = await arriving(
      tag('audio', 0, hex('af 00')),
      tag('video', 0, hex('17 00 000000')),
      tag('video', 0, hex('90 61763031')),
    );
    expect(packets).toEqual([]);
  });

  it('R53: timestamps that go back, jump, wrap and stand still', async () => {
    const times = [1_000, 900, 900, 900, 3_601_000, 0x3fffffff, 0x7ffffffe];
    const packets = await arriving(...times.map((time) => tag('video', time, frame(2))));
    // The jitter stands still; each leap is an edit, and the file's last frame, at 0, goes on behind them.
    const placed = packets.map(({ timestampMs }) => timestampMs);
    expect(placed).toEqual([0, 0, 0, 0, 20, 40, 60]);
  });

  it('R53: a timestamp from before the beginning', () => {
    const begun = received.length;
    const send = (timestampMs: number, mark: number): void =>
      publisher.send({ kind: 'video', timestampMs, body: frame(mark) });
    send(20, 8);
    send(-40, 9);
    send(0, 10);
    return waitUntil('what follows it', () => {
      const marks = received.slice(begun).map(({ body }) => body.at(-1));
      return marks.join() === '8,9,10';
    });
  });

  it('R54: a frame of 20 megabytes', async () => {
    const body = new Uint8Array(20 * 1024 * 1024);
    const send = (): void => publisher.send({ kind: 'video', timestampMs: 0, body });
    expect(send).toThrow(/rtmp\/limit/);
    const longest = new Uint8Array(0xffffff);
    expect(() => publisher.send({ kind: 'script', timestampMs: 0, body: longest })).toThrow(/rtmp\/limit/);
    expect(await arriving(tag('video', 1, frame(3)))).toHaveLength(1);
  });

  it.each([
    ['ends early, with words', 'echo "moov atom not found" >&2; exit 3', /^input\/bad-file$/],
    ['ends in the middle of a tag', 'head -c 40 "$0"; exit 0', /^flv\/bad-data$/],
    ['is killed', 'kill -9 $$', /^input\/bad-file$/],
    ['floods the pipe', 'echo $$ > "$0.pid"; exec cat /dev/zero', /^flv\/bad-data$/],
  ])('R55: a program that %s', async (what, commands, expected) => {
    const program = join(folder, `${what.replaceAll(/\W/g, '-')}.sh`);
    writeFileSync(program, `#!/bin/sh\n${commands}\n`);
    chmodSync(program, 0o755);
    const input = join(folder, 'input.mp4');
    writeFileSync(input, 'not FLV');
    expect(await outcomeOf(input, program)).toMatch(expected);
    if (!existsSync(`${program}.pid`)) return;
    const pid = Number(readFileSync(`${program}.pid`, 'utf8'));
    await waitUntil('the flooding program to be gone', () => !existsSync(`/proc/${pid}/cmdline`));
  });

  it('R55: no program at all', async () => {
    const input = join(folder, 'input.mkv');
    writeFileSync(input, 'not FLV');
    expect(await outcomeOf(input, join(folder, 'nowhere'))).toBe('encoder/not-found');
  });
});
