/** Robustness list, R45 to R48, R58 and R60 to R62: what a socket, a clock and chance do. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as net from 'node:net';
import { TLSSocket } from 'node:tls';
import { publishMedia } from '../../../../electron/rtmp/publisher/publish-media.ts';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { createTestAuthority } from '../../../support/servers/certificates.ts';
import type { LeafKind } from '../../../support/servers/certificates.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { startHostilePeer } from '../../../support/servers/hostile-peer.ts';
import type { Stage } from '../../../support/servers/hostile-peer.ts';
import { seededRandom } from '../../../unit/rtmp/support/session-pair.ts';
import { bytesGrown, endOf, memoryCapBytes, runAttack, streamKey } from './attack.ts';
import type { Attack } from './attack-types.ts';

function video(timestampMs: number, length: number): MediaPacket {
  const body = new Uint8Array(length).fill(timestampMs & 0xff);
  body.set([0x17, 1, 0, 0, 0]);
  return { kind: 'video', timestampMs, body, isKeyframe: true, isSequenceHeader: false, isDisposable: false };
}

async function* endless(length: number): AsyncGenerator<readonly MediaPacket[]> {
  for (let timeMs = 0; ; timeMs += 40) yield [video(timeMs, length)];
}

/** The server ends while media is under way. */
const cuts: readonly [string, string, string, (socket: net.Socket) => void][] = [
  ['R47', 'half-closes', 'rtmp/key-refused', (socket) => socket.end()],
  // A reset may be the network's: it does not say that the key is wrong.
  ['R48', 'resets', 'rtmp/cut-after-publish', (socket) => socket.resetAndDestroy()],
];

describe('hostile sockets', { timeout: 60_000 }, () => {
  it('R45: a server that stops reading', async () => {
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('live');
      connection.socket.pause();
    });
    onTestFinished(() => peer.stop());
    const publisher = await openPublisher({ url: peer.url, streamKey, deadlines: { stallMs: 400 } });
    const ended = endOf(publisher);
    let heldBytes = 0;
    const sending = publishMedia(publisher, endless(256 * 1024), { isFast: true });
    publisher.onDrain(() => (heldBytes = Math.max(heldBytes, publisher.bytesInSocket)));
    await expect(sending).rejects.toThrow(/transport\/stalled/);
    expect((await ended)?.code).toBe('transport/stalled');
    expect(heldBytes).toBeLessThan(2 * 1024 * 1024);
    expect(bytesGrown()).toBeLessThan(memoryCapBytes);
  });

  it('R46: a way that carries one byte at a time', async () => {
    const receiver = await startReceiver({ isTls: false });
    onTestFinished(() => receiver.close());
    const relay = net.createServer({ noDelay: true }, (socket) => {
      const upstream = net.connect({ port: receiver.port, host: '127.0.0.1', noDelay: true });
      for (const [from, to] of [
        [socket, upstream],
        [upstream, socket],
      ] as const) {
        from.on('data', (bytes: Buffer) => {
          for (let index = 0; index < bytes.length; index += 1) to.write(bytes.subarray(index, index + 1));
        });
        from.on('end', () => to.end());
        from.on('error', () => to.destroy());
      }
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void relay.close());
    const { port } = relay.address() as net.AddressInfo;
    const received: Buffer[] = [];
    receiver.onEvent((event) => {
      if (event.type === 'packetReceived') received.push(Buffer.from(event.packet.body));
    });
    // Chunks of 128 bytes, so that their borders are many.
    const url = `rtmp://127.0.0.1:${port}/live`;
    const publisher = await openPublisher({ url, streamKey: receiver.key, chunkSizeBytes: 128 });
    const sent = [1, 2, 3].map((index) => video(index * 40, 3_000));
    for (const packet of sent) publisher.send(packet);
    await publisher.end({ deadlineMs: 10_000 });
    await waitUntil('three packets', () => received.length === 3);
    expect(received).toEqual(sent.map(({ body }) => Buffer.from(body)));
  });

  it.each(cuts)('%s: a server that %s while we send', async (_line, _what, code, cut) => {
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('live');
      await connection.untilMessage('media', ({ type }) => type === 9);
      cut(connection.socket);
    });
    onTestFinished(() => peer.stop());
    const publisher = await openPublisher({ url: peer.url, streamKey });
    const ended = endOf(publisher);
    const sending = publishMedia(publisher, endless(100_000), { isFast: true });
    await expect(sending).rejects.toThrow(code);
    expect((await ended)?.code).toBe(code);
    expect(publisher.isClosed).toBe(true);
    expect(bytesGrown()).toBeLessThan(memoryCapBytes);
  });

  it.each<[LeafKind, string]>([
    ['expired', 'transport/certificate-expired'],
    ['notYetValid', 'transport/certificate-not-yet-valid'],
    ['wrongHost', 'transport/certificate-wrong-host'],
    ['unknownAuthority', 'transport/certificate-unknown-authority'],
  ])('R58: a certificate that is %s', async (kind, code) => {
    const authority = createTestAuthority();
    onTestFinished(() => authority.remove());
    const leaf = authority.issue(kind);
    await runAttack({
      name: 'R58',
      at: 'handshake',
      play: () => undefined,
      certificate: { cert: leaf.certPem, key: leaf.keyPem },
      options: { tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem: authority.caPem } },
      outcome: code,
    });
  });

  it.each<[string, Pick<Attack, 'play' | 'outcome'>]>([
    [
      'cut off without its goodbye',
      { play: ({ socket }) => void socket.destroy(), outcome: 'rtmp/key-refused' },
    ],
    [
      'renegotiated',
      {
        play: async ({ socket }) => {
          if (!(socket instanceof TLSSocket)) throw new Error('no TLS');
          await new Promise<void>((resolve, reject) => {
            socket.renegotiate({ rejectUnauthorized: false }, (error) => (error ? reject(error) : resolve()));
          });
        },
        outcome: 'lives',
      },
    ],
  ])('R58: TLS that is %s', async (_what, attack) => {
    const authority = createTestAuthority();
    onTestFinished(() => authority.remove());
    const leaf = authority.issue();
    await runAttack({
      ...attack,
      name: 'R58',
      at: 'live',
      certificate: { cert: leaf.certPem, key: leaf.keyPem, maxVersion: 'TLSv1.2' },
      options: { tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem: authority.caPem } },
    });
  });

  it.each<Stage>(['handshake', 'connect', 'publish', 'live'])('R60: the clock jumps at %s', async (at) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const yearMs = 365 * 86_400_000;
    await runAttack({
      name: 'R60',
      at,
      play: async (connection) => {
        vi.setSystemTime(Date.now() + yearMs);
        if (at === 'handshake') {
          connection.send(Buffer.concat([Buffer.of(3), Buffer.alloc(1536), connection.c1]));
          await connection.untilShaken();
        }
        vi.setSystemTime(Date.now() - 2 * yearMs);
      },
      goesOnFrom: at,
      outcome: 'lives',
    });
  });

  it('R61: connecting again and again leaves nothing behind', async () => {
    const stages: readonly Stage[] = ['handshake', 'connect', 'createStream', 'publish', 'live'];
    const peer = await startHostilePeer(async (connection, index) => {
      await connection.to(stages[index % stages.length] ?? 'live');
      connection.socket.end();
    });
    onTestFinished(() => peer.stop());
    const connectOnce = async (): Promise<void> => {
      const options = { url: peer.url, streamKey, handshake: 'plain' } as const;
      const outcome: unknown = await openPublisher(options).catch((error: unknown) => error);
      if (outcome instanceof AppError) return;
      await endOf(outcome as Awaited<ReturnType<typeof openPublisher>>);
    };
    const held = (): number => process.getActiveResourcesInfo().length;
    for (let count = 0; count < 20; count += 1) await connectOnce();
    const before = held();
    for (let count = 0; count < 400; count += 1) await connectOnce();
    await waitUntil('timers and sockets to go', () => held() <= before + 4);
    expect(bytesGrown()).toBeLessThan(memoryCapBytes);
  });

  it.each<Stage>(['handshake', 'connect', 'publish', 'live'])('R62: random bytes at %s', async (at) => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seededRandom(seed * 7919);
      const peer = await startHostilePeer(async (connection) => {
        await connection.to(at);
        connection.send(random(1 + seed * 400));
        connection.socket.end();
      });
      const outcome: unknown = await openPublisher({ url: peer.url, streamKey }).catch(
        (error: unknown) => error,
      );
      const error =
        outcome instanceof AppError
          ? outcome
          : await endOf(outcome as Awaited<ReturnType<typeof openPublisher>>);
      expect(error?.code, `seed ${seed}`).toMatch(/^(rtmp|transport)\//);
      await peer.stop();
    }
    expect(bytesGrown()).toBeLessThan(memoryCapBytes);
  });
});
