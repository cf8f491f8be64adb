/** What a link does about a server from which nothing comes any more: noticed, asked, knocked at, replaced, let be. */
import { beforeEach, describe, expect, test } from 'vitest';
import { BroadcastStage, destination } from './stage/broadcast-stage.ts';

let { network, events, samples, run, phases } = new BroadcastStage();

beforeEach(() => {
  const stage = new BroadcastStage();
  ({ network, events, samples, run, phases } = stage);
  stage.start([destination('one')]);
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

  test('is told to be late by its answers, and no frame is dropped for it', async () => {
    for (const answerMs of [40, 40, 1600, 1600]) {
      const { length } = network.last.asked;
      while (network.last.asked.length === length) await run(40);
      await run(answerMs);
      network.last.say({ type: 'answered', question: 'ping' });
    }
    await run(1000);
    const queues = samples.map(({ destinations }) => destinations[0]?.queueMs ?? 0);
    expect(queues.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(Math.max(...queues)).toBeGreaterThan(1000);
    expect(samples.every(({ destinations }) => destinations[0]?.droppedFrames === 0)).toBe(true);
    expect(network.last.bytesInSocket).toBe(0);
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
