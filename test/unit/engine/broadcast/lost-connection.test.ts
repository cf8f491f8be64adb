/** How a broadcast loses a connection and gets it back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { BroadcastStage, destination } from './stage/broadcast-stage.ts';

let stage: BroadcastStage;
let { clock, network, broadcast, events, samples, summaries, start, run, phases } = new BroadcastStage();

beforeEach(() => {
  stage = new BroadcastStage();
  ({ clock, network, broadcast, events, samples, summaries, start, run, phases } = stage);
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
