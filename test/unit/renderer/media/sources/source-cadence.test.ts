import { describe, expect, it } from 'vitest';
import { SourceCadence } from '../../../../../renderer/media/sources/source-cadence.ts';
import { Cadence } from '../../../../../shared/media/cadence.ts';

const FPS = 30;
const FRAME_US = 1e6 / FPS;
/** Ten seconds before the stream begins: a camera runs before it goes live. */
const BEFORE = 10;
const SECONDS = 600;

function run(fps: number, times: readonly number[]): number[] {
  const cadence = new SourceCadence(fps);
  return times.map((time) => cadence.place(time)).filter((time) => time !== undefined);
}

/** The same numbers in each run, spread over ±`spreadUs`. */
function jitter(spreadUs: number): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return (seed / 2 ** 31 - 0.5) * 2 * spreadUs;
  };
}

/** What a stream makes of a source: the worker's grid, then the encoder's. */
function stream(rate: number, jitterUs: number) {
  const source = new SourceCadence(FPS);
  const encoder = new Cadence(FPS);
  const next = jitter(jitterUs);
  const counts = { frames: 0, taken: 0, lost: 0, doubled: 0, worstMs: 0 };
  let originUs: number | undefined;
  for (let n = 0; n < (BEFORE + SECONDS) * rate; n += 1) {
    const capturedUs = 1e9 + (n * 1e6) / rate + next();
    const placedUs = source.place(capturedUs);
    if (n < BEFORE * rate) continue;
    counts.frames += 1;
    if (placedUs !== undefined) source.sent(placedUs);
    originUs ??= placedUs;
    const placement =
      placedUs === undefined || originUs === undefined ? undefined : encoder.place(placedUs - originUs);
    if (placement === undefined) {
      counts.lost += 1;
      continue;
    }
    counts.taken += 1;
    counts.doubled += placement.missed;
    const shownUs = (originUs ?? 0) + encoder.timeUs(placement.slot);
    counts.worstMs = Math.max(counts.worstMs, Math.abs(shownUs - capturedUs) / 1000);
  }
  return counts;
}

describe('a live source at the program’s rate', () => {
  it.each([0, 3, 8, 12])('loses and doubles no frame in ten minutes, with jitter of ±%d ms', (jitterMs) => {
    const { frames, taken, lost, doubled, worstMs } = stream(FPS, jitterMs * 1000);
    expect({ taken, lost, doubled }).toEqual({ taken: frames, lost: 0, doubled: 0 });
    expect(worstMs).toBeLessThan(jitterMs + FRAME_US / 2000);
  });

  it('that runs slow or fast is filled or thinned by what is missing or too much, and by no frame more', () => {
    const slow = stream(29.97, 3000);
    expect([slow.lost, Math.abs(slow.doubled - SECONDS * 0.03) <= 1]).toEqual([0, true]);
    const fast = stream(30.03, 3000);
    expect([fast.doubled, Math.abs(fast.lost - SECONDS * 0.03) <= 1]).toEqual([0, true]);
    expect(Math.max(slow.worstMs, fast.worstMs)).toBeLessThan(FRAME_US / 1000);
  });

  it.each([
    ['twice the rate', 60],
    ['half as much again', 45],
  ])('loses only what is too much, at %s', (_name, rate) => {
    const { taken, doubled, worstMs } = stream(rate, 3000);
    expect([Math.abs(taken - SECONDS * FPS) <= 1, doubled]).toEqual([true, 0]);
    expect(worstMs).toBeLessThan(FRAME_US / 1000);
  });

  it.each([25, 15])('of %d frames a second keeps all of them, and gaps are filled', (rate) => {
    const { frames, taken, doubled, worstMs } = stream(rate, 3000);
    expect(taken).toBe(frames);
    expect(Math.abs(doubled - SECONDS * (FPS - rate))).toBeLessThanOrEqual(2);
    expect(worstMs).toBeLessThan(FRAME_US / 1000);
  });
});

describe('the grid of a live source', () => {
  it('follows the source while nothing goes out, and stands still once frames do', () => {
    const cadence = new SourceCadence(FPS);
    const early = (n: number): number => 1e9 + n * FRAME_US * 1.0005;
    let placedUs = 0;
    for (let n = 0; n < 3000; n += 1) placedUs = cadence.place(early(n)) ?? placedUs;
    expect(Math.abs(placedUs - early(2999))).toBeLessThan(1000);
    const sent: number[] = [];
    for (let n = 3000; n < 3010; n += 1) {
      const timestampUs = cadence.place(early(n)) ?? 0;
      cadence.sent(timestampUs);
      sent.push(timestampUs);
    }
    for (const step of sent.slice(2).map((time, index) => time - (sent[index + 1] ?? 0)))
      expect(Math.abs(step - FRAME_US)).toBeLessThanOrEqual(1);
  });

  it('leaves a gap where the source left one, and begins anew after a pause', () => {
    const sent = run(FPS, [0, 33_333, 66_667, 566_667, 600_000, 9_000_000, 9_033_333]);
    expect(sent).toHaveLength(7);
    expect(sent.at(3)).toBeGreaterThan(560_000);
    expect(sent.at(-2)).toBe(9_000_000);
  });

  it('never goes back in time', () => {
    const sent = run(FPS, [0, 33_333, 10_000, 66_666, 20_000, 100_000]);
    expect(sent).toHaveLength(4);
    expect(sent.every((time, index) => index === 0 || time > (sent[index - 1] ?? 0))).toBe(true);
  });
});
