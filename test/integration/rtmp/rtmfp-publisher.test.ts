/** The publisher over RTMFP: media, the goodbye, and what servers refuse, over UDP on loopback. */
import { createSocket } from 'node:dgram';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startFlowsReceiver } from '../../../electron/engine/rehearsal/receiver-flows.ts';
import type { FlowsReceiverOptions } from '../../../electron/engine/rehearsal/receiver-flows.ts';
import type { Receiver, ReceiverEvent } from '../../../electron/engine/rehearsal/receiver.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type { Publisher, PublisherEvent } from '../../../electron/rtmp/publisher/publisher.ts';
import { FlowReceiver } from '../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import { SessionServer } from '../../../electron/rtmp/rtmfp/net/session-server.ts';

const HOST = '127.0.0.1';
/** AVC: its configuration, a key frame, a frame; AAC. */
const configuration = Uint8Array.from(
  Buffer.from(
    '17000000000164000affe100186764000aacd94426c044000003000400000300c83c48965801000668ebe3cb22c0fdf8f8000000',
    'hex',
  ),
);
const keyFrame = Uint8Array.from(
  { length: 40_000 },
  (_, at) => [0x17, 1, 0, 0, 0, 0, 0, 0x9c, 0x3b, 0x65][at] ?? at,
);
const frame = Uint8Array.from(
  { length: 6_000 },
  (_, at) => [0x27, 1, 0, 0, 0, 0, 0, 0x17, 0x6b, 0x41][at] ?? at,
);
const sound = Uint8Array.from({ length: 300 }, (_, at) => [0xaf, 1][at] ?? at);

async function receive(options: FlowsReceiverOptions = {}) {
  const receiver = await startFlowsReceiver(options);
  onTestFinished(() => receiver.close());
  const events: ReceiverEvent[] = [];
  receiver.onEvent((event) => events.push(event));
  return { receiver, events };
}

async function publishTo({ url, key }: Pick<Receiver, 'url' | 'key'>, more = {}): Promise<Publisher> {
  const publisher = await openPublisher({ url, streamKey: key, ...more });
  onTestFinished(() => publisher.destroy());
  return publisher;
}

function sendSecond(publisher: Publisher, fromMs = 0): number {
  publisher.send({ kind: 'video', timestampMs: fromMs, body: configuration });
  let sent = 1;
  for (let ms = 0; ms < 1_000; ms += 20) {
    if (ms % 40 === 0) {
      publisher.send({ kind: 'video', timestampMs: fromMs + ms, body: ms === 0 ? keyFrame : frame });
      sent += 1;
    }
    publisher.send({ kind: 'audio', timestampMs: fromMs + ms, body: sound });
    sent += 1;
  }
  return sent;
}

function packetsOf(events: readonly ReceiverEvent[]) {
  return events.flatMap((event) => (event.type === 'packetReceived' ? [event.packet] : []));
}

/** A server whose answers the test gives. */
async function scriptedServer(answer: (receiver: FlowReceiver, type: string) => void): Promise<string> {
  const server = await SessionServer.open({
    host: HOST,
    isProtectionRequired: false,
    accept: ({ path }) => {
      const receiver: FlowReceiver = new FlowReceiver(
        { path },
        { onEvent: ({ type }) => answer(receiver, type), onEnded: () => undefined },
        performance.now(),
      );
      return receiver;
    },
  });
  onTestFinished(() => server.close());
  return `rtmfp://${HOST}:${server.port}/live`;
}

describe('a publisher over RTMFP', () => {
  it('brings every packet to the receiver, and its goodbye', async () => {
    const { receiver, events } = await receive();
    const steps: string[] = [];
    const publisher = await publishTo(receiver, { onStep: (step: string) => steps.push(step) });
    const sent = sendSecond(publisher);
    await expect.poll(() => packetsOf(events).length).toBe(sent);
    await publisher.end();
    await expect.poll(() => events.at(-1)?.type).toBe('publishEnded');
    expect(events.at(-1)).toMatchObject({ isClean: true, report: { protocol: 'rtmfp' } });
    expect(steps).toEqual(['dns', 'handshake', 'connect', 'publish']);
    const [first, second] = packetsOf(events).filter(({ kind }) => kind === 'video');
    expect(first?.body).toEqual(configuration);
    expect(second?.body).toEqual(keyFrame);
  });

  it('is taken by a server of Flash’s time, which proves no packets', async () => {
    const { receiver, events } = await receive({ isProtectionRequired: false });
    const sent = sendSecond(await publishTo(receiver));
    await expect.poll(() => packetsOf(events).length).toBe(sent);
  });

  it('tells what has arrived, and answers a ping', async () => {
    const { receiver } = await receive();
    const publisher = await publishTo(receiver);
    const events: PublisherEvent[] = [];
    publisher.onEvent((event) => events.push(event));
    sendSecond(publisher);
    publisher.ask('ping');
    await expect
      .poll(() => events.flatMap((event) => (event.type === 'acknowledged' ? [event.totalBytes] : [])).at(-1))
      .toBe(publisher.bytesAccepted);
    await expect.poll(() => events.some(({ type }) => type === 'answered')).toBe(true);
    expect(publisher.bytesInSocket).toBe(0);
  });

  it('tells a wrong key, a name in use and an unknown application apart', async () => {
    const { receiver } = await receive();
    await expect(publishTo({ url: receiver.url, key: 'wrong' })).rejects.toMatchObject({
      code: 'rtmp/key-refused',
    });
    await publishTo(receiver);
    await expect(publishTo(receiver)).rejects.toMatchObject({ code: 'rtmp/name-in-use' });
    const url = await scriptedServer((server, type) => {
      if (type === 'connectRequested')
        server.rejectConnect({
          code: 'NetConnection.Connect.InvalidApp',
          description: 'No such application.',
        });
    });
    await expect(publishTo({ url, key: 'key' })).rejects.toMatchObject({
      code: 'rtmp/unknown-application',
      details: { serverWords: 'NetConnection.Connect.InvalidApp: No such application.' },
    });
  });

  it('follows a redirect to another server', async () => {
    const { receiver, events } = await receive();
    const url = await scriptedServer((server, type) => {
      if (type !== 'connectRequested') return;
      const description = 'Elsewhere.';
      server.rejectConnect({
        code: 'NetConnection.Connect.Rejected',
        description,
        redirectUrl: receiver.url,
      });
    });
    await publishTo({ url, key: receiver.key });
    await expect.poll(() => events[0]?.type).toBe('publishStarted');
  });

  it('does not leave TCP for RTMFP where a server says so, since that would pass a proxy by', async () => {
    const { receiver } = await receive();
    const { readTarget } = await import('../../../electron/rtmp/publisher/target.ts');
    const { followServer } = await import('../../../electron/rtmp/publisher/redirection.ts');
    const own = readTarget('rtmp://127.0.0.1/live', 'key');
    expect(() =>
      followServer(own, receiver.url, { own, trustedHosts: [], isSameService: () => true }),
    ).toThrow(/RTMFP/);
  });

  it('says which server did not answer, and how', async () => {
    const silent = createSocket('udp4');
    await new Promise<void>((resolve) => silent.bind(0, HOST, resolve));
    onTestFinished(() => void silent.close());
    const url = `rtmfp://${HOST}:${silent.address().port}/live`;
    await expect(publishTo({ url, key: 'key' }, { deadlines: { handshakeMs: 300 } })).rejects.toMatchObject({
      code: 'transport/timeout',
      details: { step: 'handshake', host: HOST },
    });
  });

  it('tells the receiver at once when it is destroyed', async () => {
    const { receiver, events } = await receive();
    const publisher = await publishTo(receiver);
    sendSecond(publisher);
    await expect.poll(() => packetsOf(events).length).toBeGreaterThan(0);
    publisher.destroy();
    await expect.poll(() => events.at(-1)?.type).toBe('publishEnded');
    expect(events.at(-1)).toMatchObject({ isClean: false });
  });

  it('ends as the server ends it', async () => {
    const { receiver } = await receive();
    const publisher = await publishTo(receiver);
    const closed = new Promise<PublisherEvent>((resolve) =>
      publisher.onEvent((event) => {
        if (event.type === 'closed') resolve(event);
      }),
    );
    await receiver.close();
    expect(await closed).toMatchObject({ type: 'closed' });
    expect(publisher.isClosed).toBe(true);
  });
});
