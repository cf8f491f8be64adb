/** The publisher and the rehearsal receiver over RTMFP: media byte for byte, the goodbye, the key. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { startFlowsReceiver } from '../../../electron/rtmp/receiver/receiver-flows.ts';
import type { FlowsReceiverOptions } from '../../../electron/rtmp/receiver/receiver-flows.ts';
import type { Receiver, ReceiverEvent } from '../../../electron/rtmp/receiver/receiver.ts';
import { followServer } from '../../../electron/rtmp/publisher/redirection.ts';
import { readTarget } from '../../../electron/rtmp/publisher/target.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type { Publisher } from '../../../electron/rtmp/publisher/publisher.ts';

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

describe('the rehearsal receiver over RTMFP', () => {
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

  it('tells a wrong key and a name in use apart', async () => {
    const { receiver } = await receive();
    await expect(publishTo({ url: receiver.url, key: 'wrong' })).rejects.toMatchObject({
      code: 'rtmp/key-refused',
    });
    await publishTo(receiver);
    await expect(publishTo(receiver)).rejects.toMatchObject({ code: 'rtmp/name-in-use' });
  });

  it('does not leave TCP for RTMFP where a server says so, since that would pass a proxy by', async () => {
    const { receiver } = await receive();
    const own = readTarget('rtmp://127.0.0.1/live', 'key');
    expect(() =>
      followServer(own, receiver.url, { own, trustedHosts: [], isSameService: () => true }),
    ).toThrow(/RTMFP/);
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
});
