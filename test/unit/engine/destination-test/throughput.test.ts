/** The sending rate of a destination's test against a simulated way out: what it measures is what the way carries. */
import { describe, expect, it } from 'vitest';
import {
  advanceThroughput,
  beginThroughput,
  concludeThroughput,
  currentKbps,
} from '../../../../electron/engine/destination-test/throughput.ts';

const FPS = 30;

/** A way that lets `wayKbps(atMs)` through, behind a system buffer that takes `bufferBytes` at once. */
function run(options: {
  readonly wayKbps: (atMs: number) => number;
  readonly capKbps: number;
  readonly bufferBytes?: number;
}) {
  const { wayKbps, capKbps, bufferBytes = 0 } = options;
  let throughput = beginThroughput(1000, capKbps);
  let leftBytes = 0;
  let waitingBytes = 0;
  let buffered = 0;
  let mostWaitingMs = 0;
  let atMs = 0;
  for (let frame = 0; frame <= 12.5 * FPS; frame += 1) {
    atMs = (frame * 1000) / FPS;
    const carried = (wayKbps(atMs) * 1000) / 8 / FPS;
    buffered = Math.max(0, buffered - carried);
    const taken = Math.min(waitingBytes, Math.max(bufferBytes - buffered, bufferBytes === 0 ? carried : 0));
    if (bufferBytes > 0) buffered += taken;
    waitingBytes -= taken;
    leftBytes += taken;
    const { next, frameBytes } = advanceThroughput(throughput, { atMs, leftBytes, waitingBytes }, FPS);
    throughput = next;
    waitingBytes += Math.max(120, frameBytes);
    if (atMs > 2500) mostWaitingMs = Math.max(mostWaitingMs, (waitingBytes * 8) / wayKbps(atMs));
  }
  const drainMs = ((waitingBytes + buffered) * 8) / wayKbps(atMs);
  return {
    throughput,
    drainMs,
    mostWaitingMs,
    result: concludeThroughput(throughput, { ms: drainMs, isWhole: true }),
  };
}

describe('the measured throughput', () => {
  it.each([300, 800, 1_200, 2_500, 6_000, 12_000])('finds a way of %i kbit/s', (kbps) => {
    const { result, mostWaitingMs } = run({ wayKbps: () => kbps, capKbps: 20_000 });
    expect(result.kbps).toBeGreaterThan(kbps * 0.93);
    expect(result.kbps).toBeLessThan(kbps * 1.03);
    expect(result.isAtLeast).toBe(false);
    expect(mostWaitingMs).toBeLessThan(1_500);
  });

  it('says that it stopped at its own cap', () => {
    const { result } = run({ wayKbps: () => 100_000, capKbps: 6_160 });
    expect(result.kbps).toBeGreaterThan(6_160 * 0.95);
    expect(result.kbps).toBeLessThanOrEqual(6_170);
    expect(result.isAtLeast).toBe(true);
  });

  it('does not take a full system buffer for a fast way', () => {
    const { result } = run({ wayKbps: () => 1_200, capKbps: 20_000, bufferBytes: 2_000_000 });
    expect(result.kbps).toBeLessThan(1_300);
    expect(result.kbps).toBeGreaterThan(1_050);
  });

  it('names the slowest second', () => {
    const { result } = run({
      wayKbps: (atMs) => (atMs > 6_000 && atMs < 8_000 ? 700 : 4_000),
      capKbps: 20_000,
    });
    expect(result.lowestKbps).toBeLessThan(900);
    expect(result.kbps).toBeGreaterThan(2_800);
  });

  it('tells the rate of the last second while it runs', () => {
    const { throughput } = run({ wayKbps: () => 3_000, capKbps: 20_000 });
    expect(currentKbps(throughput)).toBeGreaterThan(2_800);
    expect(currentKbps(throughput)).toBeLessThan(3_200);
  });

  it('measures nothing when nothing left', () => {
    const throughput = beginThroughput(1_000, 20_000);
    expect(concludeThroughput(throughput, { ms: 0, isWhole: true })).toEqual({
      kbps: 0,
      lowestKbps: 0,
      isAtLeast: false,
    });
  });
});
