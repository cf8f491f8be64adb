/** Programs of this computer that connect to the rehearsal's receiver without its key: what they can hold is little. */
import { expect, it, onTestFinished } from 'vitest';
import * as net from 'node:net';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import { HostileClient } from '../../../support/servers/hostile-client.ts';
import { waitUntil } from '../../../support/processes/processes.ts';

const OPENING_CONNECTIONS = 16;
const OPENING_BYTES = 64 * 1024;

async function start(options: Partial<Parameters<typeof startReceiver>[0]> = {}): Promise<Receiver> {
  const receiver = await startReceiver({ isTls: false, ...options });
  onTestFinished(() => receiver.close());
  return receiver;
}

async function connectTo(receiver: Receiver): Promise<HostileClient> {
  const client = await HostileClient.connect(receiver.port);
  onTestFinished(() => client.destroy());
  return client;
}

/** A connection that speaks HTTP by hand. */
async function httpTo(receiver: Receiver): Promise<{ ask(request: string): Promise<string> }> {
  const socket = net.connect({ port: receiver.port, host: '127.0.0.1' });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => socket.destroy());
  let heard = '';
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')));
  return {
    ask: async (request) => {
      heard = '';
      socket.write(request);
      await waitUntil('an answer', () => heard.includes('\r\n\r\n'));
      return heard;
    },
  };
}

const open = 'POST /open/1 HTTP/1.1\r\nContent-Length: 1\r\n\r\nx';

it('L18: closes the seventeenth connection that has not shown the key, and lets publishers be', async () => {
  const receiver = await start({ onPublish: () => ({ isAccepted: true }) });
  const publisher = await openPublisher({ url: receiver.url, streamKey: 'honest' });
  const waiting: HostileClient[] = [];
  for (let count = 0; count < OPENING_CONNECTIONS; count += 1) waiting.push(await connectTo(receiver));
  const [first, ...others] = waiting;
  await (
    await connectTo(receiver)
  ).closed;
  expect(waiting.filter(({ isGone }) => isGone)).toEqual([]);
  expect(receiver.publisherCount).toBe(1);
  // One that shows its key makes room for another.
  await first?.publish('live', 'late');
  const another = await connectTo(receiver);
  await another.publish('live', 'another');
  expect(receiver.publisherCount).toBe(3);
  expect(others.filter(({ isGone }) => isGone)).toEqual([]);
  await publisher.end();
});

it('L18: takes 64 KiB of a message before publish is accepted, and a whole key frame after', async () => {
  const receiver = await start({ onPublish: () => ({ isAccepted: true }), openingMs: 600_000 });
  const lengths: number[] = [];
  receiver.onEvent((event) => {
    if (event.type === 'packetReceived') lengths.push(event.packet.body.length);
  });
  const early = await connectTo(receiver);
  await early.connectTo('live');
  await early.message(20, Buffer.alloc(OPENING_BYTES + 1));
  await early.closed;
  const client = await connectTo(receiver);
  await client.publish('live', 'large');
  const keyFrame = Buffer.concat([Buffer.from('1701000000', 'hex'), Buffer.alloc(4 * 1024 * 1024)]);
  await client.message(9, keyFrame, { streamId: 1 });
  await waitUntil('the key frame', () => lengths.includes(keyFrame.length));
});

it('L18: a tunnel takes small requests and sixteen sessions until one publishes', async () => {
  const receiver = await start();
  const large = await httpTo(receiver);
  const session = (await large.ask(open)).split('\r\n\r\n')[1]?.trim() ?? '';
  expect(session).toMatch(/^[0-9a-f]{24}$/);
  expect(
    await large.ask(`POST /send/${session}/0 HTTP/1.1\r\nContent-Length: ${OPENING_BYTES + 1}\r\n\r\n`),
  ).toContain('HTTP/1.1 400');
  const many = await httpTo(receiver);
  // The one of before is still there.
  for (let count = 1; count < OPENING_CONNECTIONS; count += 1)
    expect(await many.ask(open)).toContain('HTTP/1.1 200');
  expect(await many.ask(open)).toContain('HTTP/1.1 503');
});

it('L18: a tunnel whose session does not get to publishing ends, however often it asks', async () => {
  const receiver = await start({ openingMs: 300 });
  const client = await httpTo(receiver);
  const session = (await client.ask(open)).split('\r\n\r\n')[1]?.trim() ?? '';
  const again = async (): Promise<string> =>
    await (await httpTo(receiver)).ask(`POST /idle/${session}/0 HTTP/1.1\r\nContent-Length: 1\r\n\r\nx`);
  let answer = await again();
  expect(answer).toContain('HTTP/1.1 200');
  while (answer.includes('HTTP/1.1 200')) answer = await again();
  expect(answer).toContain('HTTP/1.1 400');
});

it('L18: a key frame larger than 64 KiB comes through the tunnel once the session publishes', async () => {
  const receiver = await start();
  const lengths: number[] = [];
  receiver.onEvent((event) => {
    if (event.type === 'packetReceived') lengths.push(event.packet.body.length);
  });
  const publisher = await openPublisher({
    url: receiver.url.replace('rtmp:', 'rtmpt:'),
    streamKey: receiver.key,
  });
  const body = Buffer.concat([Buffer.from('1701000000', 'hex'), Buffer.alloc(2 * 1024 * 1024)]);
  publisher.send({ kind: 'video', timestampMs: 0, body });
  await waitUntil('the key frame', () => lengths.includes(body.length));
  await publisher.end();
});
