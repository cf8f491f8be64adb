/**
 * The equalisers, against the responses that their transfer functions have by analysis: of the parametric bands, the analogue
 * prototypes at the frequency that the bilinear transform puts in the place of each.
 */
import { expect, test } from 'vitest';
import { createSoundFilter } from '../../../../../../renderer/media/mixer/filters/create-sound-filter.ts';
import { bandDefaults, bandKinds } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import type {
  EqualiserBand,
  SoundFilterSettings,
} from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { amplitudeAt, db, difference, made, noise, run, sweep } from './sound.ts';

interface Complex {
  readonly re: number;
  readonly im: number;
}

const times = (one: Complex, other: Complex): Complex => ({
  re: one.re * other.re - one.im * other.im,
  im: one.re * other.im + one.im * other.re,
});
const sum = (...parts: readonly Complex[]): Complex => ({
  re: parts.reduce((total, { re }) => total + re, 0),
  im: parts.reduce((total, { im }) => total + im, 0),
});
const scaled = (factor: number, { re, im }: Complex): Complex => ({ re: factor * re, im: factor * im });
const sizeOf = ({ re, im }: Complex): number => Math.hypot(re, im);
const over = (one: Complex, other: Complex): Complex =>
  scaled(1 / sizeOf(other) ** 2, times(one, { re: other.re, im: -other.im }));

/** s² and s¹ and s⁰ of numerator and denominator, with s = 1j at the band's frequency. */
function prototype({ kind, db: gain, q }: EqualiserBand): readonly [number[], number[]] {
  const a = 10 ** (gain / 40);
  const root = Math.sqrt(a) / q;
  const poles = [1, 1 / q, 1];
  switch (kind) {
    case 'peak':
      return [
        [1, a / q, 1],
        [1, 1 / (a * q), 1],
      ];
    case 'lowShelf':
      return [
        [a, a * root, a * a],
        [a, root, 1],
      ];
    case 'highShelf':
      return [
        [a * a, a * root, a],
        [1, root, a],
      ];
    case 'lowPass':
      return [[0, 0, 1], poles];
    case 'highPass':
      return [[1, 0, 0], poles];
    case 'notch':
      return [[1, 0, 1], poles];
  }
}

function responseDb(band: EqualiserBand, hz: number, rate: number): number {
  if (!band.isEnabled) return 0;
  const s = Math.tan((Math.PI * hz) / rate) / Math.tan((Math.PI * band.hz) / rate);
  const [above, below] = prototype(band);
  const at = ([two = 0, one = 0, zero = 0]: number[]): number => Math.hypot(zero - two * s * s, one * s);
  return db(at(above) / at(below));
}

const HZ = [20, 50, 100, 250, 400, 700, 1000, 1500, 2500, 4000, 6000, 8000, 12_000, 16_000, 20_000];

/** Of the filter's answer to one sample, at a frequency. */
function measured(settings: SoundFilterSettings, rate: number): (hz: number) => number {
  const impulse = made(rate / 2, (frame) => (frame === 0 ? 1 : 0));
  const { left } = run(createSoundFilter(settings, rate), impulse, { block: rate / 100 });
  return (hz) => db((amplitudeAt(hz, left, rate) * left.length) / 2);
}

const bands: readonly EqualiserBand[] = bandKinds.flatMap((kind) =>
  [
    { hz: 100, db: 12, q: 0.7 },
    { hz: 1000, db: -18, q: 1 },
    { hz: 6000, db: 6, q: 4 },
    { hz: 15_000, db: -9, q: 0.5 },
  ].map((numbers) => ({ ...bandDefaults, ...numbers, kind })),
);

test.each(bands)("a $kind at $hz Hz of $db dB and Q $q has its transfer function's response", (band) => {
  for (const rate of [48_000, 44_100]) {
    const measuredDb = measured({ type: 'parametric', bands: [band] }, rate);
    for (const hz of HZ) {
      const expected = responseDb(band, hz, rate);
      if (expected < -70) continue;
      expect(Math.abs(measuredDb(hz) - expected), `at ${hz} Hz`).toBeLessThan(0.05);
    }
  }
});

test('eight bands in a row add their responses, those that are off none', () => {
  const eight = bands.filter((_, index) => index % 3 === 0).slice(0, 8);
  const mixed = eight.map((band, index) => ({
    ...band,
    isEnabled: index % 4 !== 3,
    q: Math.max(0.7, band.q),
  }));
  const measuredDb = measured({ type: 'parametric', bands: mixed }, 48_000);
  for (const hz of HZ) {
    const expected = mixed.reduce((total, band) => total + responseDb(band, hz, 48_000), 0);
    if (expected < -60) continue;
    expect(Math.abs(measuredDb(hz) - expected), `at ${hz} Hz`).toBeLessThan(0.1);
  }
});

test('a notch silences its frequency', () => {
  const band = { ...bandDefaults, kind: 'notch' as const, hz: 50 };
  expect(measured({ type: 'parametric', bands: [band] }, 48_000)(50)).toBeLessThan(-60);
});

test('bands of 0 dB leave every sample as it is', () => {
  const input = noise(48_000);
  const flat = [bandDefaults, { ...bandDefaults, kind: 'lowShelf' as const }];
  const filter = createSoundFilter({ type: 'parametric', bands: flat }, 48_000);
  expect(run(filter, input).left).toEqual(input);
});

/** z to a power, on the unit circle. */
const z = (power: number, hz: number, rate: number): Complex => {
  const angle = (2 * Math.PI * hz * power) / rate;
  return { re: Math.cos(angle), im: Math.sin(angle) };
};

function threeBandDb(hz: number, rate: number, gains: readonly [number, number, number]): number {
  const lowPass = (cutHz: number): Complex => {
    const k = 2 * Math.sin((Math.PI * cutHz) / rate);
    const one = over({ re: k, im: 0 }, sum({ re: 1, im: 0 }, scaled(k - 1, z(-1, hz, rate))));
    return times(times(one, one), times(one, one));
  };
  const [low, middle, high] = gains.map((gain) => 10 ** (gain / 20)) as [number, number, number];
  const l = lowPass(800);
  const notHigh = lowPass(5000);
  const h = sum(z(-3, hz, rate), scaled(-1, notHigh));
  const m = sum(notHigh, scaled(-1, l));
  return db(sizeOf(sum(scaled(low, l), scaled(middle, m), scaled(high, h))));
}

test.each([[[6, 0, 0]], [[0, -12, 3]], [[-20, 20, -20]], [[20, -20, 20]]] as const)(
  "three bands of %j dB have their transfer function's response",
  (gains) => {
    const [lowDb, midDb, highDb] = gains;
    for (const rate of [48_000, 44_100]) {
      const measuredDb = measured({ type: 'threeBand', lowDb, midDb, highDb }, rate);
      for (const hz of HZ) {
        const expected = threeBandDb(hz, rate, gains);
        expect(Math.abs(measuredDb(hz) - expected), `at ${hz} Hz`).toBeLessThan(0.05);
      }
    }
  },
);

test('three bands of 0 dB give a sweep as it is, three frames later', () => {
  const input = sweep(20, 20_000, 48_000, 0.9);
  const filter = createSoundFilter({ type: 'threeBand', lowDb: 0, midDb: 0, highDb: 0 }, 48_000);
  const later = made(input.length, (frame) => input[frame - filter.latencyFrames] ?? 0);
  expect(filter.latencyFrames).toBe(3);
  expect(db(difference(run(filter, input).left, later))).toBeLessThan(-120);
});

test('full gain of the low band is 20 dB at 20 Hz', () => {
  const measuredDb = measured({ type: 'threeBand', lowDb: 20, midDb: 0, highDb: 0 }, 48_000);
  expect(measuredDb(20)).toBeCloseTo(20, 0);
});
