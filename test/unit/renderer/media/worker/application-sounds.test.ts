/** What single applications play, in the worker. */
import { expect, test } from 'vitest';
import { ApplicationSounds } from '../../../../../renderer/media/worker/sound/application-sounds.ts';
import type { PcmPart } from '../../../../../renderer/media/mixer/core/mixer-types.ts';
import type { ToEngineApplicationMessage } from '../../../../../shared/media/application-port.ts';

const game = { name: 'Game', program: 'game' };

function setUp() {
  const sent: ToEngineApplicationMessage[] = [];
  const parts: PcmPart[] = [];
  const said: string[] = [];
  const sounds = new ApplicationSounds({
    send: (message) => sent.push(message),
    push: (_channelId, part) => parts.push(part),
    end: (channelId) => said.push(`end ${channelId}`),
    report: (event) => said.push(event.type),
  });
  const block = (lineUs: number, run = 1) =>
    sounds.receive({
      ...{ type: 'applicationSound', channelId: 'a', run, lineUs, sampleRate: 48_000 },
      data: new Float32Array(1920).fill(0.5).buffer,
    });
  return { sounds, sent, parts, said, block };
}

test('an application is asked for in the program’s rate, anew when the rate or the engine is another, until it is let go', () => {
  const { sounds, sent } = setUp();
  sounds.take('a', 1, game);
  expect(sent).toEqual([]);
  sounds.setSampleRate(48_000);
  const wanted = { type: 'takeApplication', channelId: 'a', run: 1, application: game, sampleRate: 48_000 };
  expect(sent.splice(0)).toEqual([wanted]);
  sounds.setSampleRate(48_000);
  sounds.watch(true);
  sounds.engineConnected();
  const watched = { type: 'watchApplications', isWatching: true };
  expect(sent.splice(0)).toEqual([watched, wanted, watched]);
  sounds.setSampleRate(44_100);
  sounds.end('a');
  sounds.end('a');
  expect(sent.map(({ type }) => type)).toEqual(['takeApplication', 'endApplication']);
});

test('its blocks lie one behind the other on the clock, each is given back, and a pause ends the channel until it plays again', () => {
  const { sounds, sent, parts, said, block } = setUp();
  sounds.setSampleRate(48_000);
  sounds.take('a', 1, game);
  sent.length = 0;
  const beganUs = performance.now() * 1000;
  block(0);
  block(20_000);
  expect(sent).toEqual(
    [1, 2].map(() => ({ type: 'applicationSoundTaken', channelId: 'a', run: 1, blocks: 1 })),
  );
  const [first, second] = parts;
  expect(first?.timestampUs).toBeGreaterThan(beganUs - 21_000);
  // The second came as early as the first: both are as late as the second can be.
  expect((second?.timestampUs ?? 0) - (first?.timestampUs ?? 0)).toBeGreaterThanOrEqual(0);
  sounds.receive({ type: 'applicationWaits', channelId: 'a', run: 1 });
  sounds.receive({ type: 'applicationWaits', channelId: 'a', run: 1 });
  block(0);
  expect(said).toEqual(['soundStarted', 'end a', 'soundWaits', 'soundWaits', 'soundStarted']);
});

test('what is of an older start, or of no channel, is let go', () => {
  const { sounds, parts, said, block } = setUp();
  sounds.setSampleRate(48_000);
  block(0);
  sounds.take('a', 2, game);
  block(0);
  sounds.receive({ type: 'applicationWaits', channelId: 'a', run: 1 });
  expect([parts, said]).toEqual([[], []]);
  block(0, 2);
  expect(parts).toHaveLength(1);
});
