/** The HTTP tunnel under pressure: a server that takes nothing, pacing, and a client whose requests are broken. */
import { expect, it, onTestFinished } from 'vitest';
import * as net from 'node:net';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { buildTunnelOpen } from '../../../electron/rtmp/tunnel/tunnel-response.ts';
import { dial } from '../../../electron/rtmp/net/dial.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { ReceiverEvent } from '../../../electron/rtmp/receiver/receiver.ts';
import { openTunnelChannel } from '../../../electron/rtmp/net/tunnel-channel.ts';

it('gives up a server that opens a tunnel and reads no more of it', async () => {
  const server = net.createServer((socket) => {
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.pause();
      socket.write(buildTunnelOpen('Ab1'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const peer = { host: '127.0.0.1', port: (server.address() as net.AddressInfo).port };
  const redial = (): ReturnType<typeof dial> => dial({ ...peer, isTls: false });
  const channel = await openTunnelChannel(
    await redial(),
    peer,
    redial,
    { highWaterBytes: 1024 * 1024, stallMs: 500 },
    5000,
    undefined,
  );
  const closed = new Promise<AppError | undefined>((resolve) =>
    channel.start({
      onBytes: () => undefined,
      onDrain: () => undefined,
      onFlushed: () => undefined,
      onClosed: resolve,
    }),
  );
  let given = 0;
  while (channel.isWritable) {
    channel.send([Buffer.alloc(64 * 1024)]);
    given += 64 * 1024;
  }
  expect(given).toBeLessThanOrEqual(1024 * 1024 + 64 * 1024);
  expect((await closed)?.code).toBe('transport/stalled');
  expect(channel.bytesAccepted).toBe(0);
});

it('keeps the pace over a tunnel', async () => {
  const receiver = await startReceiver({ isTls: false });
  onTestFinished(() => receiver.close());
  const publisher = await openPublisher({
    url: receiver.url.replace('rtmp:', 'rtmpt:'),
    streamKey: receiver.key,
    pacing: { bytesPerSecond: 200_000, burstBytes: 20_000 },
  });
  const startMs = performance.now();
  for (let sent = 0; sent < 10; sent += 1) {
    publisher.send({ kind: 'audio', timestampMs: sent * 20, body: new Uint8Array(10_000).fill(0x2f) });
  }
  await publisher.flush();
  expect(publisher.bytesInSocket).toBe(0);
  expect(publisher.bytesAccepted).toBeGreaterThan(100_000);
  expect(performance.now() - startMs).toBeGreaterThan(300);
  await publisher.end();
});

it('ends a session at once as an error when one of its requests is broken', async () => {
  const receiver = await startReceiver({ isTls: false });
  onTestFinished(() => receiver.close());
  const way = await startWay(receiver.port);
  const events: ReceiverEvent['type'][] = [];
  const ended = new Promise<ReceiverEvent>((resolve) => {
    receiver.onEvent((event) => {
      events.push(event.type);
      if (event.type === 'publishEnded') resolve(event);
      if (event.type === 'packetReceived') way.write('no HTTP\r\n\r\n');
    });
  });
  const publisher = await openPublisher({
    url: `rtmpt://127.0.0.1:${way.port}/live`,
    streamKey: receiver.key,
  });
  onTestFinished(() => publisher.destroy());
  publisher.send({ kind: 'audio', timestampMs: 0, body: new Uint8Array(1000).fill(0x2f) });
  expect(await ended).toMatchObject({ isClean: false, error: { code: 'rtmp/protocol' } });
  expect(events).toEqual(['publishStarted', 'packetReceived', 'publishEnded']);
});

/** Forwards connections to `port`, and writes into the newest of them. */
async function startWay(port: number): Promise<{ readonly port: number; write(text: string): void }> {
  let newest: net.Socket | undefined;
  const server = net.createServer((socket) => {
    const up = net.connect(port, '127.0.0.1');
    newest = up;
    onTestFinished(() => {
      socket.destroy();
      up.destroy();
    });
    socket.on('error', () => up.destroy());
    up.on('error', () => socket.destroy());
    socket.pipe(up);
    up.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {
    port: (server.address() as net.AddressInfo).port,
    write: (text) => newest?.write(text),
  };
}
