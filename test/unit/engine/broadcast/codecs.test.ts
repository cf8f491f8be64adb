import { beforeEach, describe, expect, test } from 'vitest';
import type { NamedDestination } from '../../../../shared/ipc/engine-control.ts';
import type { VideoCodec } from '../../../../shared/encoding/codec.ts';
import { BroadcastStage, destination } from './stage/broadcast-stage.ts';

let stage = new BroadcastStage();
let { network, events, run, phases } = stage;

beforeEach(() => {
  stage = new BroadcastStage();
  ({ network, events, run, phases } = stage);
});

function start(destinations: readonly NamedDestination[], videoCodec: VideoCodec): void {
  stage.start(destinations, { videoCodec });
}

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
    expect(doubts.map(({ destinationName, details }) => [destinationName, details])).toEqual([
      ['Service one', { codec: 'AV1' }],
    ]);
  });

  test('H.264 is never doubted', async () => {
    start([destination('one'), destination('two', { serviceId: 'twitch' })], 'h264');
    await run(500);
    expect(phases()).toEqual(['live', 'live']);
    expect(events.filter(({ kind }) => kind === 'codecUnconfirmed')).toEqual([]);
  });
});
