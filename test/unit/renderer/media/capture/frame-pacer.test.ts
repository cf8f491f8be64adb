import { describe, expect, it } from 'vitest';
import { FramePacer } from '../../../../../renderer/media/worker/frame-pacer.ts';

function run(fps: number, times: readonly number[]): number[] {
  const pacer = new FramePacer(fps);
  return times.map((time) => pacer.place(time)).filter((time) => time !== undefined);
}

const steps = (times: readonly number[]): number[] => times.slice(1).map((time, i) => time - (times[i] ?? 0));
const at = (count: number, time: (n: number) => number): number[] =>
  Array.from({ length: count }, (_, n) => time(n));

describe('frame pacer', () => {
  it('passes a regular source on as it is', () => {
    expect(
      run(
        30,
        at(100, (n) => 1_000_000 + (n * 1e6) / 30),
      ),
    ).toHaveLength(100);
  });

  it('evens out jitter of a third of a frame without losing one', () => {
    const sent = run(
      30,
      at(300, (n) => 1_000_000 + (n * 1e6) / 30 + (n % 2 === 0 ? 5500 : -5500)),
    );
    expect(sent).toHaveLength(300);
    for (const step of steps(sent).slice(5)) expect(Math.abs(step - 33_333)).toBeLessThan(1200);
  });

  it('keeps a source that runs slightly slow or fast in phase', () => {
    expect(
      run(
        30,
        at(3000, (n) => (n * 1e6) / 29.97),
      ),
    ).toHaveLength(3000);
    expect(
      run(
        30,
        at(3000, (n) => (n * 1e6) / 30.03),
      ),
    ).toHaveLength(3000);
  });

  it('takes every second frame of twice the rate, evenly', () => {
    const sent = run(
      30,
      at(600, (n) => (n * 1e6) / 60),
    );
    expect(sent).toHaveLength(300);
    for (const step of steps(sent)) expect(Math.abs(step - 33_333)).toBeLessThan(100);
  });

  it('takes two thirds of 45 and half of 60 with jitter', () => {
    expect(
      run(
        30,
        at(450, (n) => (n * 1e6) / 45),
      ).length,
    ).toBeGreaterThanOrEqual(298);
    const jittery = run(
      30,
      at(600, (n) => (n * 1e6) / 60 + ((n * 7919) % 4000)),
    );
    expect(jittery.length).toBeGreaterThanOrEqual(298);
    expect(jittery.length).toBeLessThanOrEqual(302);
  });

  it('leaves a gap where the source left one, and starts anew after a jump', () => {
    const sent = run(30, [0, 33_333, 66_667, 566_667, 600_000, 9_000_000, 9_033_333]);
    expect(sent).toHaveLength(7);
    expect(sent.at(3)).toBeGreaterThan(560_000);
    expect(sent.at(-2)).toBe(9_000_000);
  });

  it('never goes back in time', () => {
    const sent = run(30, [0, 33_333, 10_000, 66_666, 20_000, 100_000]);
    expect(sent).toHaveLength(4);
    for (const step of steps(sent)) expect(step).toBeGreaterThan(0);
  });
});
