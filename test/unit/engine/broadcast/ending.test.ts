/** How a broadcast ends, and what it lets go of then. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DestinationWithSecrets } from '../../../../shared/destinations/destination.ts';
import { BroadcastStage, destination } from './stage/broadcast-stage.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let { clock, network, broadcast, events, summaries, start, run, phases } = new BroadcastStage();

beforeEach(() => {
  ({ clock, network, broadcast, events, summaries, start, run, phases } = new BroadcastStage());
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

test('events of the rehearsal’s receiver are marked, and those of a destination beside it are not', async () => {
  start([destination('rehearsal-too')], { rehearsal: destination('rehearsal') });
  await run(2000);
  broadcast.stop();
  await run(4000);
  const marks = (id: string) =>
    new Set(events.filter((event) => event.destinationId === id).map(({ isRehearsal }) => isRehearsal));
  expect(marks('rehearsal')).toEqual(new Set([true]));
  expect(marks('rehearsal-too')).toEqual(new Set([undefined]));
});
