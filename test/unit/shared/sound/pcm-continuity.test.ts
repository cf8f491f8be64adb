import { describe, expect, it } from 'vitest';
import { PcmContinuity } from '../../../../shared/sound/pcm-continuity.ts';
import type { PcmFormat } from '../../../../shared/sound/pcm-continuity.ts';
import { Resampler } from '../../../../shared/sound/resampler.ts';

const RATE = 48_000;
/** Frames that a run holds back, to be able to fade them. */
const HELD = RATE / 100;
const stereo: PcmFormat = { sampleRate: RATE, channels: 2 };

function sine(first: number, frames: number, format: PcmFormat, hertz = 1000): Float32Array {
  const samples = new Float32Array(frames * format.channels);
  for (let index = 0; index < frames; index += 1) {
    const value = 0.5 * Math.sin((2 * Math.PI * hertz * (first + index)) / format.sampleRate);
    for (let channel = 0; channel < format.channels; channel += 1)
      samples[index * format.channels + channel] = value;
  }
  return samples;
}

/** The left channel of all parts in a row. */
function left(parts: readonly Float32Array[], channels: number): number[] {
  return parts.flatMap((part) => [...part].filter((_, index) => index % channels === 0));
}

const largestStep = (samples: readonly number[]): number =>
  samples.slice(1).reduce((most, value, index) => Math.max(most, Math.abs(value - (samples[index] ?? 0))), 0);
/** A 1 kHz sine at half scale moves this far a sample at most. */
const SINE_STEP = 0.5 * 2 * Math.sin((Math.PI * 1000) / RATE);

function run(
  format: PcmFormat,
  seconds: number,
  block: (index: number) => { timeUs: number; isMissing?: boolean } & Partial<PcmFormat>,
): { parts: Float32Array[]; run: PcmContinuity } {
  const continuity = new PcmContinuity(format);
  const parts: Float32Array[] = [];
  for (let index = 0, first = 0; index < seconds * 100; index += 1) {
    const { timeUs, isMissing, sampleRate = RATE, channels = 2 } = block(index);
    const frames = sampleRate / 100;
    if (isMissing !== true)
      parts.push(
        continuity
          .push({ timeUs, sampleRate, channels, samples: sine(first, frames, { sampleRate, channels }) })
          .slice(),
      );
    first += frames;
  }
  return { parts, run: continuity };
}

describe('PcmContinuity', () => {
  it('passes steady sound on, bit by bit', () => {
    const { parts } = run(stereo, 1, (index) => ({ timeUs: index * 10_000 }));
    const samples = left(parts, 2);
    expect(samples.length).toBeGreaterThan(RATE - 64 - HELD);
    expect(samples).toEqual(left([sine(0, samples.length, stereo)], 2));
  });

  it('bears jitter of the times without touching the sound', () => {
    const { parts } = run(stereo, 1, (index) => ({ timeUs: index * 10_000 + (index % 3) * 300 }));
    expect(left(parts, 2)).toEqual(left([sine(0, left(parts, 2).length, stereo)], 2));
  });

  it('puts silence into a gap, without a click, and keeps the place of what follows', () => {
    const { parts, run: continuity } = run(stereo, 2, (index) => ({
      timeUs: index * 10_000,
      isMissing: index > 50 && index < 100,
    }));
    const samples = left(parts, 2);
    expect(continuity.writtenFrames).toBeGreaterThan(2 * RATE - 64);
    expect(samples.slice(0.6 * RATE, 0.95 * RATE).every((value) => value === 0)).toBe(true);
    expect(largestStep(samples)).toBeLessThan(SINE_STEP * 1.1);
    expect(samples[1.5 * RATE]).toBeCloseTo(0.5 * Math.sin(2 * Math.PI * 1000 * 1.5), 1);
  });

  it('cuts an overlap, and what lies before the origin', () => {
    const continuity = new PcmContinuity(stereo);
    continuity.push({ timeUs: -5000, ...stereo, samples: sine(0, 480, stereo) });
    expect(continuity.writtenFrames).toBeLessThanOrEqual(240);
    continuity.push({ timeUs: 5000, ...stereo, samples: sine(480, 480, stereo) });
    continuity.fillTo(200_000);
    expect(continuity.push({ timeUs: 100_000, ...stereo, samples: sine(0, 480, stereo) })).toHaveLength(0);
    expect(continuity.writtenFrames).toBe(9600);
  });

  it('fills up to a time and no further', () => {
    const continuity = new PcmContinuity(stereo);
    // The last ten milliseconds are held back.
    expect(continuity.fillTo(20_000)?.length).toBe(480 * 2);
    expect(continuity.writtenFrames).toBe(960);
    expect(continuity.fillTo(10_000)).toBeUndefined();
  });

  it.each([100e-6, -100e-6, 500e-6])(
    'follows a clock that is off by %f, never more than 3 ms away',
    (off) => {
      // The device gives 480 samples while its own 10 ms pass, which are more or fewer of ours.
      const { parts, run: continuity } = run(stereo, 60, (index) => ({ timeUs: index * 10_000 * (1 - off) }));
      const aheadSeconds = continuity.writtenFrames / RATE - 60 * (1 - off);
      expect(Math.abs(aheadSeconds)).toBeLessThan(0.006);
      expect(largestStep(left(parts.slice(-500), 2))).toBeLessThan(SINE_STEP * 1.01);
    },
  );

  it('passes most of a sound on bit by bit though its clock drifts, and works the drift off now and then', () => {
    const { parts } = run(stereo, 60, (index) => ({ timeUs: index * 10_000 * (1 - 100e-6) }));
    const given = new Set(sine(0, 60 * RATE, stereo));
    const taken = left(parts, 2);
    expect(taken.filter((value) => given.has(value)).length).toBeGreaterThan(0.85 * taken.length);
  });

  it('takes another rate and another number of channels mid-stream', () => {
    const { parts, run: continuity } = run(stereo, 2, (index) =>
      index < 100 ? { timeUs: index * 10_000 } : { timeUs: index * 10_000, sampleRate: 44_100, channels: 1 },
    );
    expect(Math.abs(continuity.writtenFrames - 2 * RATE)).toBeLessThan(100);
    expect(largestStep(left(parts, 2))).toBeLessThan(SINE_STEP * 1.1);
  });

  it('mixes stereo down to mono', () => {
    const continuity = new PcmContinuity({ sampleRate: RATE, channels: 1 });
    const samples = Float32Array.from({ length: 1920 }, (_, index) => (index % 2 === 0 ? 0.5 : -0.25));
    expect(continuity.push({ timeUs: 0, ...stereo, samples }).at(-1)).toBeCloseTo(0.125);
  });
});

describe('Resampler', () => {
  it.each([44_100 / 48_000, 48_000 / 44_100, 1.0001])('keeps a tone clean at a step of %f', (step) => {
    const mono: PcmFormat = { sampleRate: RATE, channels: 1 };
    const resampler = new Resampler(1, step);
    const output: number[] = [];
    for (let block = 0; block < 50; block += 1)
      output.push(...resampler.process(sine(block * 480, 480, mono), step));
    let worst = 0;
    for (let index = 1000; index < output.length; index += 1) {
      const expected = 0.5 * Math.sin((2 * Math.PI * 1000 * index * step) / RATE);
      worst = Math.max(worst, Math.abs((output[index] ?? 0) - expected));
    }
    expect(20 * Math.log10(worst)).toBeLessThan(-60);
  });
});
