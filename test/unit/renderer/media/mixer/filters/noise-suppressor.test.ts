/** Noise suppression: RNNoise itself, its latency, and both sides. */
import { describe, expect, test } from 'vitest';
import { NoiseSuppressor } from '../../../../../../renderer/media/mixer/filters/noise/noise-suppressor.ts';
import { db, difference, made, noise, run } from './sound.ts';

/** As a voice: many harmonics that glide, in syllables. */
function voice(frames: number, rate: number): Float32Array {
  let phase = 0;
  return made(frames, (frame) => {
    const seconds = frame / rate;
    phase += (2 * Math.PI * (140 + 20 * Math.sin(2 * Math.PI * 3 * seconds))) / rate;
    let sum = 0;
    for (let harmonic = 1; harmonic < 20; harmonic += 1)
      sum += Math.sin(harmonic * phase + harmonic) / harmonic;
    return 0.1 * sum * (0.5 + 0.5 * Math.sin(2 * Math.PI * 4 * seconds));
  });
}

/** Hiss with more of the low than of the high, as a fan's. */
function hiss(frames: number, amplitude: number): Float32Array {
  let last = 0;
  return noise(frames, amplitude).map((sample) => {
    last = 0.9 * last + 0.3 * sample;
    return last;
  });
}

function level(samples: Float32Array): number {
  return db(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
}

/** How much later the output is than the input, within 400 and 600 frames. */
function lag(input: Float32Array, output: Float32Array, from: number): number {
  const likeness = (frames: number): number => {
    let sum = 0;
    for (let at = from; at < input.length - 1000; at += 1)
      sum += (input[at] ?? 0) * (output[at + frames] ?? 0);
    return sum;
  };
  const lags = Array.from({ length: 200 }, (_, index) => 400 + index);
  const likest = lags.map(likeness);
  return lags[likest.indexOf(Math.max(...likest))] ?? 0;
}

describe.each([48_000, 44_100])('at %d Hz', (rate) => {
  const options = { block: rate / 100 };

  test('leaves a voice, later by what it reports', () => {
    const input = voice(rate, rate);
    const suppressor = new NoiseSuppressor(rate);
    const { left } = run(suppressor, input, options);
    // RNNoise's own high-pass turns the phase of what is low a little.
    expect(Math.abs(lag(input, left, 0.7 * rate) - suppressor.latencyFrames)).toBeLessThanOrEqual(1);
    expect(Math.abs(level(left.slice(rate / 2)) - level(input.slice(rate / 2)))).toBeLessThan(1.5);
    suppressor.end();
  });

  test('takes away 20 dB of hiss at least, behind a voice', () => {
    const input = hiss(4 * rate, 0.01);
    for (const [frame, sample] of voice(rate, rate).entries()) input[frame] = (input[frame] ?? 0) + sample;
    const suppressor = new NoiseSuppressor(rate);
    const { left } = run(suppressor, input, options);
    expect(level(left.slice(3 * rate)) - level(input.slice(3 * rate))).toBeLessThan(-20);
    suppressor.end();
  });
});

test('a microphone that becomes two-sided is heard on both without a gap', () => {
  const left = voice(96_000, 48_000);
  const right = left.map((sample, frame) => (frame < 48_000 ? sample : 0.5 * sample));
  const suppressor = new NoiseSuppressor(48_000);
  const output = run(suppressor, left, { right });
  expect(difference(output.left.slice(0, 48_480), output.right.slice(0, 48_480))).toBe(0);
  for (let frame = 49_920; frame < 96_000; frame += 480) {
    const part = output.right.slice(frame, frame + 480);
    if (level(output.left.slice(frame, frame + 480)) < -40) continue;
    expect(level(part) - level(output.left.slice(frame, frame + 480))).toBeGreaterThan(-12);
  }
  suppressor.end();
});

test.each([0, 1e-40, 1e-30, 1e-12])(
  'rests in silence, also of %d, and leaves the voice after it',
  (quiet) => {
    const input = made(3 * 48_000, (frame) => (frame % 2 === 0 ? quiet : -quiet));
    input.set(voice(24_000, 48_000));
    input.set(voice(48_000, 48_000), 96_000);
    const suppressor = new NoiseSuppressor(48_000);
    const { left } = run(suppressor, input);
    expect(left.slice(48_000, 96_000).every((sample) => sample === 0)).toBe(true);
    const after = level(left.slice(96_000 + 24_000)) - level(input.slice(96_000 + 24_000));
    expect(Math.abs(after)).toBeLessThan(1.5);
    suppressor.end();
  },
);

test('gives its memory back', () => {
  for (let count = 0; count < 2000; count += 1) new NoiseSuppressor(48_000).end();
  const many = Array.from({ length: 40 }, () => new NoiseSuppressor(48_000));
  for (const suppressor of many) suppressor.end();
});

test('without memory for one more sound passes as it is, and earlier ones go on', () => {
  const many = Array.from({ length: 700 }, () => new NoiseSuppressor(48_000));
  const input = voice(48_000, 48_000);
  const { left } = run(many.at(-1) ?? new NoiseSuppressor(48_000), input);
  expect(level(left)).toBeCloseTo(level(input), 0);
  for (const suppressor of many) suppressor.end();
  // All of it is there again.
  const again = new NoiseSuppressor(48_000);
  const noise = made(96_000, (frame) => 0.1 * Math.sin(frame * 1.7) * Math.sin(frame * 0.31));
  expect(level(run(again, noise).left.slice(48_000))).toBeLessThan(level(noise.slice(48_000)) - 3);
  again.end();
});
