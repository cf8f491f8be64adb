/** The system's clock is set while something runs: nothing that is measured or awaited goes by it. A sleep is told from that. */
import { beforeEach, describe, expect, test } from 'vitest';
import { BroadcastStage, destination } from './stage/broadcast-stage.ts';

let stage = new BroadcastStage();

beforeEach(() => {
  stage = new BroadcastStage();
});

const kindsOf = ({ events }: BroadcastStage) => events.map(({ kind }) => kind);
const viewOf = ({ broadcast }: BroadcastStage) => broadcast.snapshot().destinations[0]?.state;

/** How far apart neighbours are, least and most. */
function stepsOf(times: readonly number[]): { readonly least: number; readonly most: number } {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return { least: Math.min(...steps), most: Math.max(...steps) };
}

describe.each([
  ['forward by 2 s', 2000],
  ['back by 2 s', -2000],
  ['forward by an hour', 3_600_000],
  ['back by an hour', -3_600_000],
  ['forward by a day', 86_400_000],
  ['back by a day', -86_400_000],
])('the system clock is set %s', (_how, byMs) => {
  test('while idle: the next broadcast begins at the time that the clock shows', async () => {
    stage.clock.setWallClock(byMs);
    stage.start([destination('one')]);
    await stage.run(2000);
    expect(stage.phases()).toEqual(['live']);
    expect(stage.events[0]?.timeMs).toBe(stage.clock.wallMs() - 2000);
    expect(stage.logged.join()).not.toContain('system clock');
  });

  test('while connecting: the attempt goes on for as long as it would have', async () => {
    stage.network.answer = () => 'hang';
    stage.start([destination('one')]);
    await stage.run(1000);
    stage.clock.setWallClock(byMs);
    await stage.run(58_000);
    expect(stage.phases()).toEqual(['connecting']);
    await stage.run(1200);
    expect(kindsOf(stage)).toContain('destinationFailed');
  });

  test('while live: no connection is lost, figures and times go on, one line is logged', async () => {
    stage.start([destination('one'), destination('two')], { isDynamicBitrate: true });
    await stage.run(5000);
    const before = stage.samples.length;
    stage.clock.setWallClock(byMs);
    await stage.run(10_000);
    expect(stage.phases()).toEqual(['live', 'live']);
    expect(stage.network.publishers).toHaveLength(2);
    expect(stage.samples.length - before).toBeGreaterThanOrEqual(9);
    expect(stage.samples.every(({ fps, encodedKbps }) => fps > 20 && encodedKbps > 100)).toBe(true);
    expect(stage.samples.every(({ fps, encodedKbps }) => fps < 30 && encodedKbps < 300)).toBe(true);
    const times = stepsOf(stage.samples.map(({ timeMs }) => timeMs));
    expect(times.least).toBeGreaterThanOrEqual(875);
    expect(times.most).toBeLessThanOrEqual(1300);
    const { nowMs, broadcast } = stage.broadcast.snapshot();
    expect(nowMs - (broadcast.phase === 'live' ? broadcast.sinceMs : 0)).toBeCloseTo(15_000, -2);
    expect(stage.logged.filter((text) => text.includes('system clock'))).toEqual([
      `The system clock was set ${byMs > 0 ? 'forward' : 'back'} by ${Math.abs(byMs) / 1000}.0 s.`,
    ]);
    expect(kindsOf(stage)).not.toContain('destinationLost');
  });

  test('while live: the dynamic bitrate falls and rises after', async () => {
    stage.start([destination('one')], { isDynamicBitrate: true });
    await stage.run(5000);
    stage.clock.setWallClock(byMs);
    stage.network.last.isStalled = true;
    await stage.run(3000);
    const [lowered = Infinity] = stage.wanted;
    expect(lowered).toBeLessThan(2500);
    stage.network.last.release();
    stage.clock.setWallClock(-byMs);
    await stage.run(60_000);
    expect(stage.wanted.at(-1)).toBe(2500);
    expect(kindsOf(stage)).not.toContain('destinationLost');
  });

  test('while live: a stall after it is noticed within ten seconds', async () => {
    stage.start([destination('one')]);
    await stage.run(5000);
    stage.network.last.isStalled = true;
    await stage.run(1000);
    stage.clock.setWallClock(byMs);
    await stage.run(5000);
    expect(kindsOf(stage)).not.toContain('destinationLost');
    await stage.run(4000);
    expect(kindsOf(stage)).toContain('destinationLost');
  });

  test('while live: a reset after it is no refused key', async () => {
    stage.start([destination('one')]);
    await stage.run(12_000);
    stage.clock.setWallClock(byMs);
    await stage.run(4000);
    stage.network.last.lose();
    await stage.run(3000);
    expect(stage.phases()).toEqual(['live']);
    expect(kindsOf(stage)).not.toContain('destinationFailed');
  });

  test('while reconnecting: the retry comes when it was due, and the count-down tells so', async () => {
    stage.start([destination('one')]);
    await stage.run(15_000);
    stage.network.answer = () => 'transport/refused';
    stage.network.last.lose();
    await stage.run(3000);
    stage.clock.setWallClock(byMs);
    const state = viewOf(stage);
    expect(state?.phase).toBe('reconnecting');
    const dueMs = state?.phase === 'reconnecting' ? (state.retryAtMs ?? NaN) : NaN;
    const leftMs = dueMs - stage.broadcast.snapshot().nowMs;
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThan(30_000);
    stage.network.answer = () => 'accept';
    await stage.run(leftMs + 200);
    expect(stage.phases()).toEqual(['live']);
  });

  test('while stopping: it ends by its deadline, and no length is negative', async () => {
    stage.start([destination('one')]);
    await stage.run(5000);
    stage.network.last.isSilent = true;
    stage.broadcast.stop();
    await stage.run(1000);
    expect(stage.phases()).toEqual(['stopping']);
    stage.clock.setWallClock(byMs);
    await stage.run(2200);
    expect(stage.broadcast.state.phase).toBe('idle');
    const [summary] = stage.summaries;
    expect((summary?.endedMs ?? 0) - (summary?.startedMs ?? 0)).toBeCloseTo(8000, -2);
    expect(summary?.destinations[0]?.liveMs).toBeGreaterThanOrEqual(5000);
    expect(summary?.destinations[0]?.liveMs).toBeLessThanOrEqual(8200);
    expect(stepsOf(stage.events.map(({ timeMs }) => timeMs)).least).toBeGreaterThanOrEqual(0);
  });
});

describe('a process that was stopped, or a computer that slept, for 40 s', () => {
  test('is told as sleep, wherever the clock was set to meanwhile', async () => {
    for (const byMs of [0, 7200_000, -7200_000]) {
      stage = new BroadcastStage();
      stage.start([destination('one')]);
      await stage.run(5000);
      stage.clock.sleep(40_000);
      if (byMs !== 0) stage.clock.setWallClock(byMs);
      await stage.run(1500);
      expect(stage.phases()).toEqual(['live']);
      const lost = stage.events.find(({ kind }) => kind === 'destinationLost');
      expect(lost?.error?.details).toEqual({ reason: 'computerSlept', seconds: 40 });
      expect(stage.logged.some((text) => text.includes('system clock'))).toBe(byMs !== 0);
    }
  });
});
