/** A destination's other servers: its backup, and where the server itself sends the stream. */
import { beforeEach, describe, expect, test } from 'vitest';
import { texts } from '../../../../shared/text/text.ts';
import { BroadcastStage, destination } from './stage/broadcast-stage.ts';

let { network, broadcast, events, samples, start, run, phases } = new BroadcastStage();

beforeEach(() => {
  ({ network, broadcast, events, samples, start, run, phases } = new BroadcastStage());
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

  test('that is sent to at the same time names its destination in its view, and leaves with it', async () => {
    start([withBackup('both'), destination('two')]);
    await run(200);
    const backupsOf = () => broadcast.snapshot().destinations.map(({ backupOf }) => backupOf);
    expect(backupsOf()).toEqual([undefined, 'one', undefined]);
    broadcast.removeDestination('one');
    expect(backupsOf()).toEqual([undefined]);
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

describe('a server that refuses for good', () => {
  const failover = destination('one', { backupUrl: 'rtmp://backup/live', backupMode: 'failover' });
  const away = 'transport/refused';
  const final = 'rtmp/authentication-failed';
  const told = (): string[] =>
    events.filter(({ code }) => code === 'serverRefused').map((event) => texts.events.sentence(event));

  test('as the backup that was live: the stream goes to the primary, as the event list says', async () => {
    start([failover]);
    await run(5000);
    network.last.lose();
    await run(8000);
    expect(broadcast.snapshot().destinations[0]?.state).toMatchObject({ phase: 'live', isBackup: true });
    const before = network.attempts.length;
    network.last.lose(final);
    await run(4000);
    expect(told()).toEqual([expect.stringMatching(/^Can’t use the backup .* Switching to the primary\./)]);
    expect(network.attempts[before]).toBe('rtmp://one/live');
  });

  test.each([
    ['backup', 'primary', away, final],
    ['primary', 'backup', final, away],
  ] as const)(
    'as the %s while the %s is away: the other is tried, as the event list says',
    async (refused, next, one, backup) => {
      network.answer = (url) => (url.includes('//one') ? one : backup);
      start([failover], { shouldRetryFirst: true });
      await run(8000);
      expect(told()).toEqual([
        expect.stringMatching(new RegExp(`^Can’t use the ${refused} .* Switching to the ${next}\\.`)),
      ]);
      const isNext = (url: string) => url.includes('//one') === (next === 'primary');
      const at = network.attempts.findIndex((url) => !isNext(url));
      expect(network.attempts.slice(at + 1).every(isNext)).toBe(true);
      expect(network.attempts.length).toBeGreaterThan(at + 1);
    },
  );
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
