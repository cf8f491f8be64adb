import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DestinationWithSecrets } from '../../../../shared/destinations/destination.ts';
import { audioHeader, metadata, videoHeader } from './packets.ts';
import { BroadcastStage, destination, KEY } from './broadcast-stage.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let stage: BroadcastStage;
let { clock, network, broadcast, events, samples, summaries, wanted, start, run, phases } =
  new BroadcastStage();

beforeEach(() => {
  stage = new BroadcastStage();
  ({ clock, network, broadcast, events, samples, summaries, wanted, start, run, phases } = stage);
});

test('goes live with headers, then from a keyframe, and ends with a summary', async () => {
  start([destination('one')]);
  await run(5000);
  expect(phases()).toEqual(['live']);
  const { sent } = network.last;
  expect(sent.slice(0, 3).map(({ packet }) => packet)).toEqual([metadata, videoHeader, audioHeader]);
  expect(sent[3]?.packet.isKeyframe).toBe(true);
  expect(network.last.media('video')).toHaveLength(125);
  expect(samples.length).toBeGreaterThanOrEqual(4);
  expect(samples.at(-1)).toMatchObject({
    fps: 25,
    destinations: [{ id: 'one', queueMs: 0, droppedFrames: 0 }],
  });
  broadcast.stop();
  await clock.advance(10);
  expect(broadcast.state.phase).toBe('idle');
  expect(network.last.isEnded).toBe(true);
  expect(summaries).toMatchObject([
    { outcome: 'ended', encodedFrames: 125, destinations: [{ sentFrames: 125 }] },
  ]);
  await clock.advance(1000);
  expect(clock.pending).toBe(0);
});

test('the same packet goes to all, without a copy', async () => {
  start(['one', 'two', 'three'].map((id) => destination(id)));
  await run(1000);
  const firsts = network.publishers.map((publisher) => publisher.media('video')[5]?.packet.body);
  expect(firsts[0]).toBe(firsts[1]);
  expect(firsts[1]).toBe(firsts[2]);
});

describe('a lost connection', () => {
  test('comes back on a keyframe, with time that only grows and statistics that go on', async () => {
    start([destination('one')]);
    await run(5000);
    network.last.lose();
    expect(phases()).toEqual(['reconnecting']);
    await run(2000);
    expect(phases()).toEqual(['live']);
    const [first, second] = network.publishers;
    const lastMs = first?.media('video').at(-1)?.timestampMs ?? 0;
    expect(second?.sent[3]?.packet).toMatchObject({ kind: 'video', isKeyframe: true });
    const times = second?.media('video').map(({ timestampMs }) => timestampMs) ?? [];
    expect(times[0]).toBeGreaterThan(lastMs);
    for (let index = 1; index < times.length; index += 1)
      expect(times[index]).toBeGreaterThan(times[index - 1] ?? 0);
    const all = second?.sent.slice(3).map(({ timestampMs }) => timestampMs) ?? [];
    expect(all).toEqual([...all].sort((a, b) => a - b));
    broadcast.endNow();
    await clock.advance(1);
    expect(summaries[0]?.destinations[0]).toMatchObject({
      reconnects: 1,
      lastError: { code: 'transport/reset' },
    });
    expect(summaries[0]?.destinations[0]?.sentFrames).toBe(
      (first?.media('video').length ?? 0) + (second?.media('video').length ?? 0),
    );
  });

  test('sound that was sent is not sent again', async () => {
    start([destination('one')]);
    await run(4600);
    network.last.lose();
    await run(1000);
    const heard = network.publishers.flatMap((publisher) =>
      publisher.media('audio').map(({ packet }) => packet),
    );
    expect(new Set(heard).size).toBe(heard.length);
  });

  test('retry now, give up, and a change of network act at once', async () => {
    start([destination('one')]);
    await run(5000);
    network.answer = () => 'transport/unreachable';
    network.last.lose();
    await run(30_000);
    const before = network.attempts.length;
    broadcast.retryNow('one');
    expect(network.attempts).toHaveLength(before + 1);
    await clock.advance(1);
    stage.address = 'b';
    network.answer = () => 'accept';
    await run(2000);
    expect(phases()).toEqual(['live']);
    network.answer = () => 'transport/unreachable';
    await run(4000);
    network.last.lose();
    broadcast.giveUp('one');
    expect(phases()).toEqual(['failed']);
    expect(summaries).toMatchObject([{ outcome: 'lost' }]);
  });

  test('links lost together come back staggered', async () => {
    start(['a', 'b', 'c', 'd'].map((id) => destination(id)));
    await run(5000);
    for (const publisher of [...network.publishers]) publisher.lose();
    const times = broadcast
      .snapshot()
      .destinations.map(({ state }) => ('retryAtMs' in state ? state.retryAtMs : 0) ?? 0);
    const sorted = times.sort((a, b) => a - b);
    const gapsMs = sorted.slice(1).map((atMs, index) => atMs - (sorted[index] ?? 0));
    expect(Math.min(...gapsMs)).toBeGreaterThanOrEqual(200);
    await run(2000);
    expect(phases()).toEqual(['live', 'live', 'live', 'live']);
  });
});

test('a socket that takes nothing is lost within ten seconds, and no other notices', async () => {
  start([destination('bad'), destination('good')]);
  await run(5000);
  const [bad, good] = network.publishers;
  if (bad) bad.isStalled = true;
  await run(9600);
  expect(phases()[0]).not.toBe('stopping');
  expect(
    events.some(({ kind, destinationId }) => kind === 'destinationLost' && destinationId === 'bad'),
  ).toBe(true);
  expect(good?.media('video')).toHaveLength(365);
  expect(samples.at(-1)?.destinations[1]?.droppedFrames).toBe(0);
  expect(samples.at(-1)?.destinations[0]?.droppedFrames).toBeGreaterThan(0);
});

test('after a sleep of the machine every connection is made anew at once', async () => {
  start([destination('one'), destination('two')]);
  await run(5000);
  clock.sleep(60_000);
  await run(1500);
  expect(phases()).toEqual(['live', 'live']);
  expect(network.publishers).toHaveLength(4);
  expect(events.find(({ kind }) => kind === 'destinationLost')?.error?.details).toEqual({
    reason: 'computerSlept',
    seconds: 60,
  });
});

test('a connection whose address this machine lost is given up at once', async () => {
  start([destination('one')]);
  stage.address = 'eth0 10.0.0.2';
  await run(1500);
  network.last.localAddress = '10.0.0.2';
  await run(1500);
  expect(phases()).toEqual(['live']);
  stage.address = 'eth0 10.0.0.23';
  await run(1500);
  expect(events.filter(({ kind }) => kind === 'destinationLost')).toHaveLength(1);
});

describe('a backup', () => {
  const withBackup = (backupMode: 'failover' | 'both') =>
    destination('one', { backupUrl: 'rtmp://backup/live', backupMode });

  test('takes over by itself when the first is lost', async () => {
    start([withBackup('failover')]);
    await run(5000);
    network.last.lose();
    await run(200);
    expect(network.last.options.url).toBe('rtmp://backup/live');
    expect(broadcast.snapshot().destinations[0]?.state).toMatchObject({ phase: 'live', isBackup: true });
  });

  test('and the first are connected to by their whole addresses, secret parts included', async () => {
    const secrets = { serverSecret: '?token=9f3c', backupSecret: '?token=77bb' };
    start([{ ...withBackup('failover'), ...secrets }]);
    await run(5000);
    network.last.lose();
    await run(200);
    const both = ['rtmp://one/live?token=9f3c', 'rtmp://backup/live?token=77bb'];
    expect(network.attempts).toEqual(both);
    broadcast.addDestination({ ...withBackup('both'), id: 'two', ...secrets });
    await run(200);
    expect(network.attempts).toEqual([...both, ...both]);
    expect(JSON.stringify([broadcast.snapshot(), events, samples])).not.toMatch(/9f3c|77bb/);
  });

  test('is sent to at the same time with the same timestamps', async () => {
    start([withBackup('both')]);
    await run(3000);
    expect(phases()).toEqual(['live', 'live']);
    const [primary, backup] = network.publishers.map((publisher) =>
      publisher.sent.map(({ timestampMs }) => timestampMs),
    );
    expect(primary).toEqual(backup);
  });

  test('that is not encrypted is shown so while it is tried and while it is live', async () => {
    const isTls = () => broadcast.snapshot().destinations[0]?.isTls;
    const shown: unknown[] = [];
    network.answer = (url) => {
      shown.push([url, isTls()]);
      return url.startsWith('rtmps') ? 'transport/refused' : 'accept';
    };
    start([{ ...withBackup('failover'), url: 'rtmps://one/live' }], { shouldRetryFirst: true });
    await run(8000);
    expect(shown).toEqual([
      ['rtmps://one/live', true],
      ['rtmp://backup/live', false],
    ]);
    expect(phases()).toEqual(['live']);
    expect(isTls()).toBe(false);
    broadcast.endNow();
    await run(100);
    expect(isTls()).toBeUndefined();
  });

  test('asked for while live, takes over at a keyframe without a gap', async () => {
    start([withBackup('failover')]);
    await run(3000);
    broadcast.useBackup('one');
    await run(3000);
    const [first, second] = network.publishers;
    const firstMs = first?.media('video').map(({ timestampMs }) => timestampMs) ?? [];
    const secondMs = second?.media('video').map(({ timestampMs }) => timestampMs) ?? [];
    expect(second?.media('video')[0]?.packet.isKeyframe).toBe(true);
    expect([...firstMs, ...secondMs]).toEqual(Array.from({ length: 150 }, (_, index) => index * 40));
    expect(first?.isEnded).toBe(true);
  });
});

test('a reconnect request is followed before the old connection ends', async () => {
  start([destination('one')]);
  await run(3000);
  network.last.say({ type: 'reconnectRequested', url: 'rtmp://other/live', description: 'maintenance' });
  await run(3000);
  expect(network.attempts).toEqual(['rtmp://one/live', 'rtmp://other/live']);
  expect(network.publishers.flatMap((publisher) => publisher.media('video'))).toHaveLength(150);
  expect(events.some((event) => event.code === 'serverSaid' && event.details.words === 'maintenance')).toBe(
    true,
  );
  expect(broadcast.snapshot().destinations).toMatchObject([{ movedHost: 'other' }]);
  expect(events).toContainEqual(
    expect.objectContaining({ code: 'destinationMoved', details: { isBackup: false, host: 'other' } }),
  );
});

test('M3: a server moves a destination five times within an hour; then its stream stays, which is told once', async () => {
  start([destination('one')]);
  await run(3000);
  for (let count = 1; count <= 8; count += 1) {
    network.last.say({ type: 'reconnectRequested', url: `rtmp://other/live${count}`, description: '' });
    await run(3000);
  }
  expect(network.attempts).toHaveLength(1 + 5);
  const refused = events.filter(({ error }) => error?.code === 'rtmp/limit');
  expect(refused).toMatchObject([{ kind: 'serverSaid', destinationName: 'Service one' }]);
  expect(network.publishers.flatMap((publisher) => publisher.media('video'))).toHaveLength(27 * 25);
});

describe('what a broadcast was given', () => {
  /** Holds nothing but weakly: the destination lives where the broadcast keeps it. */
  async function startAndForget(): Promise<WeakRef<DestinationWithSecrets>> {
    const given = destination('one', { backupUrl: 'rtmp://backup/live', backupMode: 'both' });
    const weak = new WeakRef(given);
    start([given]);
    await run(2000);
    return weak;
  }

  test.each(['stop', 'endNow'] as const)('is let go when it is over: %s', async (way) => {
    const weak = await startAndForget();
    collectGarbage();
    expect(weak.deref()).toBeDefined();
    broadcast[way]();
    await clock.advance(5000);
    expect(broadcast.snapshot()).toMatchObject({
      broadcast: { phase: 'idle' },
      destinations: [{ name: 'Service one' }, { name: 'Service one (backup)' }],
    });
    // The peers are the test's own.
    network.publishers.length = 0;
    // A weak reference that was just read holds until the task ends.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    expect(weak.deref()).toBeUndefined();
  });
});

describe('ending always ends', () => {
  test('within the drain deadline when the server is deaf', async () => {
    start([destination('one')]);
    await run(4000);
    network.last.isStalled = true;
    network.last.isSilent = true;
    await run(1000);
    broadcast.stop();
    expect(phases()).toEqual(['stopping']);
    await clock.advance(3000);
    expect(broadcast.state.phase).toBe('idle');
    expect(network.last.isDestroyed).toBe(true);
  });

  test('at once when told so', async () => {
    start([destination('one'), destination('two')]);
    await run(4000);
    for (const publisher of network.publishers) publisher.isStalled = true;
    await run(500);
    broadcast.stop();
    broadcast.endNow();
    expect(broadcast.state.phase).toBe('idle');
  });

  test.each(['hang', 'transport/refused', 'accept'] as const)(
    'at fifty moments while servers answer %s',
    async (answer) => {
      for (let moment = 0; moment < 50; moment += 1) {
        network.answer = (url) => (url.includes('two') ? answer : 'accept');
        start([destination('one'), destination('two')], { shouldRetryFirst: true });
        await run((moment * 137) % 2600);
        if (moment % 3 === 0) network.publishers.at(-1)?.lose();
        if (moment % 4 === 0 && network.publishers.length > 0) network.last.isSilent = true;
        await run(moment % 7);
        broadcast.stop();
        await clock.advance(3000);
        expect(broadcast.state.phase).toBe('idle');
      }
      expect(summaries).toHaveLength(50);
    },
  );
});

test('never live ends by itself, with the cause', async () => {
  network.answer = () => 'rtmp/key-refused';
  start([destination('one')]);
  await clock.advance(10);
  expect(broadcast.state).toMatchObject({ phase: 'idle', lastError: { code: 'rtmp/key-refused' } });
  expect(summaries).toMatchObject([{ outcome: 'neverLive' }]);
  expect(events.find(({ kind }) => kind === 'destinationFailed')).toMatchObject({
    destinationName: 'Service one',
    error: { code: 'rtmp/key-refused' },
  });
});

test('an attempt that hangs for ever is ended', async () => {
  network.answer = () => 'hang';
  start([destination('one')]);
  await clock.advance(61_000);
  expect(broadcast.state.phase).toBe('idle');
});

test('destinations come and go while live', async () => {
  start([destination('one')]);
  await run(3000);
  broadcast.addDestination(destination('two'));
  await run(3000);
  expect(phases()).toEqual(['live', 'live']);
  expect(network.last.sent[3]?.packet.isKeyframe).toBe(true);
  expect(network.last.media('video')[0]?.timestampMs).toBe(0);
  broadcast.removeDestination('one');
  await run(100);
  expect(phases()).toEqual(['live']);
  expect(network.publishers[0]?.isEnded).toBe(true);
  broadcast.stop();
  await clock.advance(10);
  expect(summaries[0]?.destinations.map(({ id }) => id)).toEqual(['one', 'two']);
});

test('dynamic bitrate asks for less under congestion and says so', async () => {
  start([destination('one')], { isDynamicBitrate: true });
  await run(3000);
  network.last.isStalled = true;
  await run(1500);
  expect(wanted[0]).toBeLessThan(2500);
  network.last.release();
  await run(60_000);
  expect(wanted.at(-1)).toBe(2500);
  expect(events.filter(({ kind }) => kind === 'bitrateChanged')).toHaveLength(wanted.length);
});

test('the key is in no event, snapshot or summary', async () => {
  start([destination('one')]);
  await run(4000);
  network.last.lose('rtmp/key-refused');
  await run(100);
  broadcast.endNow();
  expect(JSON.stringify([events, samples, summaries, broadcast.snapshot()])).not.toContain(KEY);
});

test('a server that acknowledges more than it was sent is believed up to what it was sent', async () => {
  start([destination('liar')]);
  await run(2000);
  for (let count = 1; count <= 20; count += 1) {
    network.last.say({ type: 'acknowledged', totalBytes: count * 100_000_000 });
    await run(100);
  }
  const rates = samples.map((sample) => sample.destinations[0]?.acknowledgedKbps ?? 0);
  const encoded = samples.at(-1)?.encodedKbps ?? 0;
  expect(Math.max(...rates)).toBeLessThan(10 * encoded);
  broadcast.endNow();
});
