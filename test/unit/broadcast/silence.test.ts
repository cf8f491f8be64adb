/** What a link does about a server from which nothing comes any more: noticed, asked, knocked at, replaced, let be. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Broadcast } from '../../../electron/broadcast/broadcast.ts';
import type { BroadcastEvent, StatsSample } from '../../../shared/broadcast/statistics.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { FakeClock } from './fake-clock.ts';
import { audioHeader, mediaBetween, metadata, videoHeader } from './packets.ts';
import { ScriptedNetwork } from './scripted-publisher.ts';

let clock: FakeClock;
let network: ScriptedNetwork;
let broadcast: Broadcast;
let events: BroadcastEvent[];
let samples: StatsSample[];
let mediaMs: number;

/** Media and time go on together. */
async function run(forMs: number): Promise<void> {
  const endMs = mediaMs + forMs;
  for (; mediaMs < endMs; mediaMs += 40) {
    for (const packet of mediaBetween(mediaMs, mediaMs + 40)) broadcast.push(packet);
    await clock.advance(40);
  }
}

const phases = () => broadcast.snapshot().destinations.map(({ state }) => state.phase);

beforeEach(() => {
  clock = new FakeClock();
  network = new ScriptedNetwork();
  events = [];
  samples = [];
  mediaMs = 0;
  broadcast = new Broadcast({
    openPublisher: network.open,
    clock,
    random: () => 0.5,
    log: () => {},
    readMachine: () => ({
      cpuPercent: 1,
      memoryMb: 2,
      capturedFrames: 3,
      skippedFrames: 4,
      targetKbps: 2500,
    }),
    probeServer: ({ url }) =>
      network.isReachable(url) ? Promise.resolve() : Promise.reject(new Error('away')),
  });
  broadcast.onEvent.on((event) => events.push(event));
  broadcast.onSample.on((sample) => samples.push(sample));
  for (const header of [metadata, videoHeader, audioHeader]) broadcast.push(header);
  const preset = { id: 'one', name: 'One', serviceId: 'custom', url: 'rtmp://one/live', isEnabled: true };
  broadcast.start({
    destinations: [{ ...destinationSchema.parse(preset), key: 'key' }],
    shouldRetryFirst: false,
    drainMs: 3000,
    isDynamicBitrate: false,
    videoKbps: 2500,
    audioKbps: 160,
    videoCodec: 'h264',
  });
});

describe('a server that falls silent', () => {
  /** The server acknowledges what it was given, 100 ms later. */
  async function runAcknowledged(forMs: number): Promise<void> {
    for (let atMs = 0; atMs < forMs; atMs += 200) {
      await run(200);
      const { last } = network;
      last.say({ type: 'acknowledged', totalBytes: last.bytesAccepted });
    }
  }

  test('is noticed by its acknowledgements while the system still takes everything', async () => {
    await runAcknowledged(4000);
    await run(9000);
    const lost = events.find(({ kind }) => kind === 'destinationLost');
    expect(lost?.error).toMatchObject({ code: 'transport/stalled' });
    expect(samples.at(-1)?.destinations[0]?.droppedFrames).toBeGreaterThan(0);
    expect(phases()).toEqual(['live']);
  });

  test('is noticed by the answers it owes when it never acknowledged', async () => {
    await run(2000);
    expect(network.last.asked).toEqual(['ping']);
    network.last.say({ type: 'answered', question: 'ping' });
    await run(9600);
    const lost = events.find(({ kind }) => kind === 'destinationLost');
    expect(lost?.error).toMatchObject({ code: 'transport/stalled' });
  });

  test('and answers nothing is not lost for it', async () => {
    await run(60_000);
    expect(phases()).toEqual(['live']);
    expect(network.last.asked).toEqual(['ping', 'call', 'call']);
  });

  test('over one connection only, while it answers others, gets a new one soon', async () => {
    await runAcknowledged(4000);
    network.answer = () => 'hang';
    await run(5000);
    expect(phases()).toEqual(['live']);
    network.answer = () => 'accept';
    await run(1500);
    expect(network.publishers).toHaveLength(2);
    expect(phases()).toEqual(['live']);
  });

  test('in the middle of an attempt, and answers others again, gets a new attempt soon', async () => {
    await run(4000);
    network.answer = () => 'hangLate';
    network.last.lose();
    await run(2000);
    network.answer = () => 'accept';
    await run(2000);
    expect(phases()).toEqual(['live']);
  });

  test('in the middle of each attempt is given longer each time', async () => {
    await run(4000);
    network.answer = () => 'hangLate';
    network.last.lose();
    await run(60_000);
    expect(network.attempts.length).toBeLessThan(12);
    expect(phases()).toEqual(['reconnecting']);
  });

  test('is tried again as soon as it can be reached, and gets the reset of the old connection first', async () => {
    await runAcknowledged(4000);
    const silent = network.last;
    network.answer = () => 'hang';
    await run(20_000);
    expect(phases()).toEqual(['reconnecting']);
    expect(silent).toMatchObject({ isLingering: true, isDestroyed: false });
    network.answer = () => 'accept';
    await run(1500);
    expect(phases()).toEqual(['live']);
    expect(silent.isDestroyed).toBe(true);
  });

  test('whose acknowledgements merely end is not lost over and over', async () => {
    // Three times it is given up early, three times after the whole silence.
    for (let times = 0; times < 6; times += 1) {
      await runAcknowledged(4000);
      await run(11_000);
    }
    await runAcknowledged(4000);
    const losses = events.filter(({ kind }) => kind === 'destinationLost').length;
    expect(losses).toBe(6);
    await run(20_000);
    expect(phases()).toEqual(['live']);
    expect(events.filter(({ kind }) => kind === 'destinationLost')).toHaveLength(losses);
  });
});
