import { beforeEach, describe, expect, test } from 'vitest';
import { Broadcast } from '../../../electron/broadcast/broadcast.ts';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import { FakeClock } from './fake-clock.ts';
import { audioHeader, mediaBetween, videoHeader } from './packets.ts';
import { ScriptedNetwork } from './scripted-publisher.ts';

let clock: FakeClock;
let network: ScriptedNetwork;
let broadcast: Broadcast;
let events: BroadcastEvent[];
let mediaMs: number;

function destination(id: string, more: Partial<DestinationWithSecrets> = {}): DestinationWithSecrets {
  const base = { id, name: `Service ${id}`, serviceId: 'custom', url: `rtmp://${id}/live`, isEnabled: true };
  return { ...destinationSchema.parse(base), key: 'live_secret', ...more };
}

function start(destinations: readonly DestinationWithSecrets[], videoCodec: VideoCodec): void {
  const fixed = { shouldRetryFirst: false, drainMs: 3000, isDynamicBitrate: false };
  broadcast.start({ ...fixed, destinations, videoKbps: 2500, audioKbps: 160, videoCodec });
}

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
  });
  broadcast.onEvent.on((event) => events.push(event));
  for (const header of [videoHeader, audioHeader]) broadcast.push(header);
});

describe('a codec that not everyone takes', () => {
  const elsewhere = { url: 'rtmps://live.example/app' };

  test('is refused where a service takes none, without a connection, and goes to the others', async () => {
    start(
      [
        destination('one', { serviceId: 'twitch' }),
        destination('two', { serviceId: 'youtube', ...elsewhere }),
      ],
      'hevc',
    );
    await run(1000);
    expect(phases()).toEqual(['failed', 'live']);
    expect(network.attempts).toEqual([elsewhere.url]);
    expect(events.find(({ kind }) => kind === 'destinationFailed')).toMatchObject({
      destinationId: 'one',
      error: { code: 'rtmp/codec-refused' },
      text: 'Service one is not live and is not tried again by itself. Twitch takes no HEVC; H.264 works there.',
    });
    // A service that says on its pages that it takes the codec is not doubted.
    expect(events.filter(({ kind }) => kind === 'codecUnconfirmed')).toEqual([]);
  });

  test('is doubted once where nobody says that it is taken', async () => {
    start([destination('one')], 'av1');
    await run(5000);
    network.last.lose();
    await run(10_000);
    expect(network.publishers.length).toBeGreaterThan(1);
    const doubts = events.filter(({ kind }) => kind === 'codecUnconfirmed');
    expect(doubts.map(({ text }) => text)).toEqual([
      'Service one does not say whether it takes AV1: look there whether the picture arrives. H.264 works everywhere.',
    ]);
  });

  test('H.264 is never doubted', async () => {
    start([destination('one'), destination('two', { serviceId: 'twitch' })], 'h264');
    await run(500);
    expect(phases()).toEqual(['live', 'live']);
    expect(events.filter(({ kind }) => kind === 'codecUnconfirmed')).toEqual([]);
  });
});
