/** A publisher over RTMFP, and what comes of servers that take it, refuse it, go away or never answer. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type {
  Publisher,
  PublisherEvent,
  PublisherOptions,
} from '../../../electron/rtmp/publisher/publisher.ts';
import type { FlowReceiver } from '../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import { DatagramOpener } from '../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { DatagramSealer } from '../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { startupPacket } from '../../../electron/rtmp/rtmfp/startup/startup-packet.ts';
import type { StartupPacket } from '../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { startFlowServer } from '../../support/rtmfp/flow-server.ts';
import type { FlowServer, FlowServerOptions } from '../../support/rtmfp/flow-server.ts';

const SECRET = 'sk-very-secret-key-1234';

async function startServer(options: FlowServerOptions = {}): Promise<FlowServer> {
  const server = await startFlowServer(options);
  onTestFinished(() => server.close());
  return server;
}

async function publish(url: string, options: Partial<PublisherOptions> = {}): Promise<Publisher> {
  const publisher = await openPublisher({ url, streamKey: SECRET, ...options });
  onTestFinished(() => publisher.destroy());
  return publisher;
}

/** Why nothing was published. */
async function refusal(url: string, options: Partial<PublisherOptions> = {}): Promise<AppError> {
  const outcome = await publish(url, options).catch(toAppError);
  if (!(outcome instanceof AppError)) throw new Error('it was published');
  expect(JSON.stringify(outcome.toRecord()) + String(outcome.stack)).not.toContain(SECRET);
  return outcome;
}

function closing(publisher: Publisher): Promise<AppError | undefined> {
  return new Promise((resolve) =>
    publisher.onEvent((event) => {
      if (event.type === 'closed') resolve(event.error);
    }),
  );
}

const frames = Array.from({ length: 120 }, (_none, index) => ({
  kind: index % 3 === 0 ? ('video' as const) : ('audio' as const),
  timestampMs: index * 10,
  body: new Uint8Array(index % 3 === 0 ? 1 + index * 200 : 40).fill(index + 1),
}));

describe('a publisher over RTMFP', () => {
  it.each([true, false])(
    'brings every packet, with protection required: %s',
    async (isProtectionRequired) => {
      const server = await startServer({ isProtectionRequired });
      const steps: string[] = [];
      const publisher = await publish(server.url, { onStep: (step) => steps.push(step) });
      expect(steps).toEqual(['dns', 'handshake', 'connect', 'publish']);
      expect(publisher.tls).toBeUndefined();
      for (const frame of frames) publisher.send(frame);
      await publisher.flush();
      expect(publisher.bytesInSocket).toBe(0);
      await publisher.end();
      expect(server.media).toHaveLength(frames.length);
      for (const kind of ['audio', 'video'] as const) {
        const sent = frames.filter((frame) => frame.kind === kind);
        const got = server.media.filter((one) => one.kind === kind);
        expect(got.map(({ timestampMs }) => timestampMs)).toEqual(sent.map(({ timestampMs }) => timestampMs));
        expect(got.every(({ body }, index) => Buffer.compare(body, sent[index]?.body ?? body) === 0)).toBe(
          true,
        );
      }
      expect(server.events.map(({ type }) => type)).toContain('unpublished');
      expect(server.endings).toEqual(['peer']);
    },
  );

  it('says the key to the server alone, and the address without its query to everybody', async () => {
    const server = await startServer();
    const seen: Buffer[] = [];
    const relay = createSocket('udp4');
    onTestFinished(() => void relay.close());
    const inside = createSocket('udp4');
    onTestFinished(() => void inside.close());
    let client = 0;
    inside.on('message', (bytes, { port }) => {
      client = port;
      seen.push(bytes);
      relay.send(bytes, server.port, '127.0.0.1');
    });
    relay.on('message', (bytes) => inside.send(bytes, client, '127.0.0.1'));
    inside.bind(0, '127.0.0.1');
    await once(inside, 'listening');
    await publish(`rtmfp://127.0.0.1:${inside.address().port}/live?token=hidden`);
    const opener = new DatagramOpener<StartupPacket>(3);
    const words = seen.map((bytes) => {
      const [chunk] = opener.open(bytes)?.chunks ?? [];
      return chunk?.type === 'initiatorHello' ? Buffer.from(chunk.discriminator).toString('latin1') : '';
    });
    expect(words[0]).toContain('/live');
    expect(words.join('') + Buffer.concat(seen).toString('latin1')).not.toMatch(/hidden|secret/);
    const connect = server.events.find((event) => event.type === 'connectRequested');
    expect(connect).toMatchObject({ app: 'live?token=hidden' });
  });

  it('holds packets back while the server takes none, and goes on after', async () => {
    const server = await startServer();
    const publisher = await publish(server.url, { highWaterBytes: 50_000 });
    const receiver = server.receivers[0] as FlowReceiver;
    receiver.setReading(false);
    const drained = new Promise<void>((resolve) => publisher.onDrain(() => resolve()));
    for (let index = 0; index < 200; index += 1)
      publisher.send({ kind: 'video', timestampMs: index, body: new Uint8Array(30_000) });
    expect(publisher.isWritable).toBe(false);
    receiver.setReading(true);
    await drained;
    await publisher.end({ deadlineMs: 20_000 });
    expect(server.media).toHaveLength(200);
  });

  it('hears that it was acknowledged, and gets an answer to its question', async () => {
    const server = await startServer();
    const publisher = await publish(server.url);
    const events: PublisherEvent[] = [];
    publisher.onEvent((event) => events.push(event));
    publisher.send({ kind: 'audio', timestampMs: 0, body: new Uint8Array(50) });
    publisher.ask('ping');
    await expect.poll(() => events.map(({ type }) => type)).toContain('acknowledged');
    await expect.poll(() => events.map(({ type }) => type)).toContain('answered');
  });
});

describe('refusals over RTMFP', () => {
  it('an unknown application', async () => {
    const server = await startServer({
      answer: (receiver, event) => {
        if (event.type === 'connectRequested')
          receiver.rejectConnect({
            code: 'NetConnection.Connect.InvalidApp',
            description: 'no such application',
          });
      },
    });
    expect((await refusal(server.url)).code).toBe('rtmp/unknown-application');
  });

  it('a name in use', async () => {
    const server = await startServer({
      answer: (receiver, event) => {
        if (event.type === 'connectRequested') receiver.acceptConnect();
        if (event.type === 'publishRequested')
          receiver.rejectPublish({
            code: 'NetStream.Publish.BadName',
            description: 'Already publishing.',
          });
      },
    });
    expect((await refusal(server.url)).code).toBe('rtmp/name-in-use');
  });

  it('a redirect in the answer to connect, which is followed to the same host', async () => {
    const server = await startServer();
    const first = await startServer({
      answer: (receiver, event) => {
        if (event.type === 'connectRequested')
          receiver.rejectConnect({
            code: 'NetConnection.Connect.Rejected',
            description: 'elsewhere',
            redirectUrl: server.url,
          });
      },
    });
    const publisher = await publish(first.url);
    expect(publisher.tcUrl).toBe(server.url);
  });

  it('a redirect before the session, to a host that its owner has not allowed', async () => {
    const socket = createSocket('udp4');
    onTestFinished(() => void socket.close());
    const opener = new DatagramOpener<StartupPacket>(3);
    const sealer = new DatagramSealer();
    socket.on('message', (bytes, { port, address }) => {
      const [hello] = opener.open(bytes)?.chunks ?? [];
      if (hello?.type !== 'initiatorHello') return;
      const addresses = [{ origin: 'relay' as const, host: '127.0.0.77', port: 1935 }];
      const redirect = { type: 'redirect' as const, tag: hello.tag, addresses };
      socket.send(sealer.seal(startupPacket(redirect, 0), 0), port, address);
    });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const error = await refusal(`rtmfp://127.0.0.1:${socket.address().port}/live`);
    expect(error).toMatchObject({ code: 'rtmp/moved-elsewhere', details: { host: '127.0.0.77' } });
  });

  it('no answer', async () => {
    const socket = createSocket('udp4');
    onTestFinished(() => void socket.close());
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const url = `rtmfp://127.0.0.1:${socket.address().port}/live`;
    const error = await refusal(url, { deadlines: { handshakeMs: 400 } });
    expect(error).toMatchObject({ code: 'transport/timeout', details: { step: 'handshake' } });
  });

  it('a proxy, which nothing goes around', async () => {
    const server = await startServer();
    const proxy = { type: 'socks5', host: '127.0.0.1', port: 9 } as const;
    expect(await refusal(server.url, { proxy })).toMatchObject({ code: 'transport/proxy-refused' });
    expect(server.events).toEqual([]);
  });

  it('a server that goes away', async () => {
    const server = await startServer();
    const publisher = await publish(server.url);
    const closed = closing(publisher);
    server.close();
    expect(await closed).toBeInstanceOf(AppError);
  });

  it('an attempt that is canceled', async () => {
    const socket = createSocket('udp4');
    onTestFinished(() => void socket.close());
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const abort = new AbortController();
    socket.once('message', () => abort.abort());
    const url = `rtmfp://127.0.0.1:${socket.address().port}/live`;
    expect((await refusal(url, { signal: abort.signal })).code).toBe('internal/aborted');
  });
});
