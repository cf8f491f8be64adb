import { describe, expect, it, onTestFinished } from 'vitest';
import * as net from 'node:net';
import { dial } from '../../../../electron/rtmp/net/dial.ts';
import { SocketChannel } from '../../../../electron/rtmp/net/socket-channel.ts';
import type { ChannelLimits } from '../../../../electron/rtmp/net/byte-channel.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';

interface Pair {
  readonly channel: SocketChannel;
  readonly server: net.Socket;
  readonly received: () => Buffer;
  readonly drained: () => number;
  readonly closed: Promise<AppError | undefined>;
}

async function connect(limits: Partial<ChannelLimits> = {}, isServerReading = true): Promise<Pair> {
  const listener = net.createServer({ pauseOnConnect: !isServerReading });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void listener.close());
  const accepted = new Promise<net.Socket>((resolve) => listener.once('connection', resolve));
  const peer = { host: '127.0.0.1', port: (listener.address() as net.AddressInfo).port };
  const connection = await dial({ ...peer, isTls: false });
  const server = await accepted;
  onTestFinished(() => void server.destroy());
  server.on('error', () => server.destroy());
  const chunks: Buffer[] = [];
  if (isServerReading) server.on('data', (chunk: Buffer) => chunks.push(chunk));
  const channel = new SocketChannel(connection, peer, limits);
  onTestFinished(() => channel.destroy());
  let drains = 0;
  const closed = new Promise<AppError | undefined>((resolve) =>
    channel.start({
      onBytes: () => undefined,
      onDrain: () => (drains += 1),
      onFlushed: () => undefined,
      onClosed: resolve,
    }),
  );
  return { channel, server, received: () => Buffer.concat(chunks), drained: () => drains, closed };
}

describe('socket channel', () => {
  it('keeps the order of small and large chunks and counts what the system took', async () => {
    const { channel, received, closed } = await connect();
    const chunks = Array.from({ length: 300 }, (_, index) =>
      Buffer.alloc(index % 7 === 0 ? 5000 : 3, index & 0xff),
    );
    for (const chunk of chunks) channel.send([chunk]);
    expect(channel.bytesInSocket).toBeGreaterThan(0);
    await channel.end(2000);
    const wanted = Buffer.concat(chunks);
    expect(channel.bytesAccepted).toBe(wanted.length);
    expect(await closed).toBeUndefined();
    expect(received().equals(wanted)).toBe(true);
  });

  it('is not writable above its mark, and says when it is again', async () => {
    const { channel, server, drained, closed } = await connect({ highWaterBytes: 1024 * 1024 }, false);
    for (let sent = 0; sent < 64; sent += 1) channel.send([Buffer.alloc(256 * 1024)]);
    expect(channel.isWritable).toBe(false);
    const ready = new Promise((resolve) => server.once('end', resolve));
    server.resume();
    await channel.end(5000);
    await ready;
    await closed;
    expect(channel.bytesAccepted).toBe(64 * 256 * 1024);
    expect(drained()).toBe(0);
  });

  it('gives up a socket that takes nothing', async () => {
    const { channel, closed } = await connect({ stallMs: 150 }, false);
    for (let sent = 0; sent < 64; sent += 1) channel.send([Buffer.alloc(256 * 1024)]);
    expect((await closed)?.code).toBe('transport/stalled');
    expect(channel.isWritable).toBe(false);
  });

  it('tells a reset from a polite end', async () => {
    const polite = await connect();
    polite.server.end();
    expect(await polite.closed).toBeUndefined();
    const rude = await connect();
    rude.server.resetAndDestroy();
    expect((await rude.closed)?.code).toBe('transport/reset');
  });

  it('paces by its token bucket', async () => {
    const { channel, received, closed } = await connect({
      pacing: { bytesPerSecond: 100_000, burstBytes: 10_000 },
    });
    const startMs = performance.now();
    for (let sent = 0; sent < 10; sent += 1) channel.send([Buffer.alloc(4000, sent)]);
    await channel.end(5000);
    await closed;
    expect(received().length).toBe(40_000);
    expect(performance.now() - startMs).toBeGreaterThan(200);
  });
});
