/** A broadcast from its start to its summary: what goes out, to whom, and what is told of it. */
import { beforeEach, expect, test } from 'vitest';
import { BroadcastStage, destination, KEY } from './stage/broadcast-stage.ts';
import { audioHeader, metadata, videoHeader } from './stage/packets.ts';

let { clock, network, broadcast, events, samples, summaries, wanted, start, run, phases } =
  new BroadcastStage();

beforeEach(() => {
  ({ clock, network, broadcast, events, samples, summaries, wanted, start, run, phases } =
    new BroadcastStage());
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
