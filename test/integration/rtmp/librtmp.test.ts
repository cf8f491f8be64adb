/** S4: librtmp (Debian's, of rtmpdump 2.4) as publisher and as server: RTMPE by each type of signature, and its HTTP tunnel over TLS. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type { Publisher } from '../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver, ReceiverEvent } from '../../../electron/rtmp/receiver/receiver.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import type { TestAuthority } from '../../support/servers/certificates.ts';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import {
  publishWithLibrtmp,
  startLibrtmpServer,
  startVersionChanger,
} from '../../support/librtmp/librtmp.ts';
import { compareMedia, readFlv } from '../../support/media/media-compare.ts';
import { waitUntil } from '../../support/processes/processes.ts';

/** What one record of TLS can hold (RFC 8446 §5.1). */
const RECORD_BYTES = 16_384;
const WAIT_MS = 15_000;

let folder: string;
let small: string;
let large: string;
let authority: TestAuthority;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-librtmp-test-'));
  authority = createTestAuthority();
  small = join(folder, 'small.flv');
  await makeFlv(small, { seconds: 1, videoKbps: 300, size: '320x180' });
  large = join(folder, 'large.flv');
  await makeFlv(large, { seconds: 1, videoKbps: 4000, size: '1280x720' });
});

afterAll(() => {
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

type Ended = Extract<ReceiverEvent, { type: 'publishEnded' }>;

async function startTaking(
  isTls: boolean,
): Promise<{ receiver: Receiver; take: string; ended: Promise<Ended> }> {
  const take = join(mkdtempSync(join(folder, 'take-')), 'take.flv');
  const receiver = await startReceiver({ isTls, recordingPath: take });
  onTestFinished(() => receiver.close());
  const ended = new Promise<Ended>((resolve) => {
    receiver.onEvent((event) => {
      if (event.type === 'publishEnded') resolve(event);
    });
  });
  return { receiver, take, ended };
}

async function expectWhole(source: string, receiver: Receiver, take: string): Promise<void> {
  await receiver.close();
  const { audioFrames, videoFrames, differences } = compareMedia(
    await readFlv(source),
    await readFlv(take),
    0,
  );
  expect(differences).toEqual([]);
  expect(videoFrames).toBe(30);
  expect(audioFrames).toBeGreaterThan(40);
}

describe('S4: RTMPE and librtmp', { timeout: 60_000 }, () => {
  it.each([6, 8, 9])('takes what librtmp publishes after a handshake of type %d', async (type) => {
    const { receiver, take, ended } = await startTaking(false);
    const changer = await startVersionChanger(receiver.port, type);
    onTestFinished(() => changer.stop());
    const { code, output } = await publishWithLibrtmp(
      small,
      `rtmpe://127.0.0.1:${changer.port}/live/${receiver.key}`,
    );
    expect(code, output).toBe(0);
    expect(await ended).toMatchObject({ isClean: true, error: undefined });
    await expectWhole(small, receiver, take);
  });

  it.each([6, 8])('publishes to a server of librtmp after a handshake of type %d', async (type) => {
    const server = await startLibrtmpServer();
    const changer = await startVersionChanger(server.port, type);
    onTestFinished(async () => {
      await changer.stop();
      await server.process.stop();
    });
    const publisher = await openPublisher({ url: `rtmpe://127.0.0.1:${changer.port}/live`, streamKey: 'k' });
    const sent = sendSome(publisher);
    await publisher.end();
    await waitUntil(
      'everything at the server',
      async () => server.messages().length === sent.length,
      WAIT_MS,
    );
    expect(server.messages()).toEqual(sent);
  });

  it('says that the handshake failed at a server of librtmp asked for type 9, which it doesn’t know', async () => {
    const server = await startLibrtmpServer();
    const changer = await startVersionChanger(server.port, 9);
    onTestFinished(async () => {
      await changer.stop();
      await server.process.stop();
    });
    const opening = openPublisher({ url: `rtmpe://127.0.0.1:${changer.port}/live`, streamKey: 'k' });
    await expect(opening).rejects.toMatchObject({ code: 'rtmp/handshake-failed' });
    expect(await server.process.exited).toBe(1);
    expect(server.process.output()).toContain('Unknown version 09');
  });
});

describe('S4: the HTTP tunnel of librtmp', { timeout: 60_000 }, () => {
  it('takes messages of any size over RTMPT', async () => {
    const { receiver, take, ended } = await startTaking(false);
    const { code, output } = await publishWithLibrtmp(
      large,
      `rtmpt://127.0.0.1:${receiver.port}/live/${receiver.key}`,
    );
    expect(code, output).toBe(0);
    expect(await ended).toMatchObject({ isClean: true });
    await expectWhole(large, receiver, take);
  });

  it('takes messages that fit into one TLS record over RTMPTS', async () => {
    const { receiver, take, ended } = await startTaking(true);
    const { code, output } = await publishWithLibrtmp(
      small,
      `rtmpts://127.0.0.1:${receiver.port}/live/${receiver.key}`,
    );
    expect(code, output).toBe(0);
    expect(await ended).toMatchObject({ isClean: true });
    await expectWhole(small, receiver, take);
  });

  it('ends a larger message over RTMPTS as an error: librtmp itself begins the next request inside it', async () => {
    const { receiver, ended } = await startTaking(false);
    const tap = await startTlsTap(receiver.port, authority);
    const { output } = await publishWithLibrtmp(large, `rtmpts://127.0.0.1:${tap.port}/live/${receiver.key}`);
    // Random bytes as chunk headers: of a kind that there isn't, or of a message too long.
    const code = expect.stringMatching(/^rtmp\/(?:protocol|limit)$/) as unknown;
    expect(await ended, output).toMatchObject({ isClean: false, error: { code } });
    const { declaredBytes, writtenBytes } = firstBrokenRequest(tap.received());
    expect(declaredBytes).toBeGreaterThan(RECORD_BYTES);
    expect(writtenBytes).toBe(RECORD_BYTES);
  });
});

function sendSome(publisher: Publisher): string[] {
  const audio = 8;
  return Array.from({ length: 20 }, (_, index) => {
    // Larger than a chunk of any size that librtmp knows.
    const body = new Uint8Array(3000 + 500 * index).fill(index);
    body[0] = 0x2f;
    publisher.send({ kind: 'audio', timestampMs: index * 20, body });
    return `${audio} ${index * 20} ${createHash('sha1').update(body).digest('hex')}`;
  });
}

/** Ends TLS in front of the receiver, and keeps what the client wrote. */
async function startTlsTap(
  port: number,
  from: TestAuthority,
): Promise<{ readonly port: number; received(): Buffer }> {
  const { certPem: cert, keyPem: key } = from.issue();
  const received: Buffer[] = [];
  const server = tls.createServer({ cert, key }, (socket) => {
    const up = net.connect(port, '127.0.0.1');
    onTestFinished(() => {
      socket.destroy();
      up.destroy();
    });
    socket.on('data', (bytes: Buffer) => {
      received.push(bytes);
      up.write(bytes);
    });
    socket.on('error', () => up.destroy());
    up.on('error', () => socket.destroy());
    socket.once('close', () => up.destroy());
    up.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as net.AddressInfo).port, received: () => Buffer.concat(received) };
}

/** The first request whose body holds the head of the next one. */
function firstBrokenRequest(wire: Buffer): { declaredBytes: number; writtenBytes: number } {
  let offset = 0;
  while (offset < wire.length) {
    const bodyStart = wire.indexOf('\r\n\r\n', offset) + 4;
    const head = wire.toString('latin1', offset, bodyStart);
    const declaredBytes = Number(/^Content-length: (\d+)/im.exec(head)?.[1]);
    const next = wire.indexOf('POST /send/', bodyStart);
    if (next !== -1 && next < bodyStart + declaredBytes)
      return { declaredBytes, writtenBytes: next - bodyStart };
    offset = bodyStart + declaredBytes;
  }
  throw new Error('every request is as long as it says');
}
