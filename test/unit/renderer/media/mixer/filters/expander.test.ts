/** Expander and upward compressor, against the formulas of their definition in double precision. */
import { expect, test } from 'vitest';
import { createSoundFilter } from '../../../../../../renderer/media/mixer/filters/create-sound-filter.ts';
import { soundFilterDefaults } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import type { SoundSettingsOf } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { db, gainDifference, made, noise, RATE, run, sine, sweep } from './sound.ts';

type Settings = SoundSettingsOf<'expander' | 'upward'>;

const { expander, upward } = soundFilterDefaults;

/** The level that counts, dB, frame by frame. */
function levelsOf(input: Float32Array, isPeak: boolean): readonly number[] {
  const keep = 0.5 ** (1 / (0.01 * RATE));
  let level = 0;
  return Array.from(input, (sample) => {
    level = isPeak ? Math.abs(sample) : keep * level + (1 - keep) * sample ** 2;
    return Math.max(-120, isPeak ? db(level) : db(level) / 2);
  });
}

/** What a level's gain is once nothing moves any more, dB. */
function goalOf(level: number, settings: Settings): number {
  const { ratio, thresholdDb } = settings;
  if (settings.type === 'expander')
    return level >= thresholdDb ? 0 : Math.max(-60, (1 - ratio) * (thresholdDb - level));
  const { kneeDb } = settings;
  if (level <= -60 || level >= thresholdDb + kneeDb / 2) return 0;
  const below = thresholdDb - level;
  const distance = below < kneeDb / 2 ? (below + kneeDb / 2) ** 2 / (2 * kneeDb) : below;
  return (1 - ratio) * Math.min(distance, level + 60);
}

function gainsOf(input: Float32Array, settings: Settings): readonly number[] {
  const isPeak = settings.type === 'expander' && settings.detector === 'peak';
  let gain = 0;
  return levelsOf(input, isPeak).map((level) => {
    const goal = goalOf(level, settings);
    const ms = goal > gain ? settings.attackMs : settings.releaseMs;
    gain = goal + Math.exp(-1000 / (RATE * ms)) * (gain - goal);
    return gain + (settings.type === 'expander' ? settings.outputDb : 0);
  });
}

const bursts = made(RATE, (frame) => (frame % 9600 < 2400 ? 0.5 : 0.002) * Math.sin(frame * 0.13));
const steps = made(RATE, (frame) => [0.001, 0.5, 0.01, 0.05][Math.floor(frame / 12_000)] ?? 0);
const sounds = { sweep: sweep(20, 20_000, RATE, 0.02), bursts, steps, noise: noise(RATE, 0.01) };
const cases = Object.entries(sounds).flatMap(([name, sound]) =>
  [
    expander,
    { ...expander, detector: 'peak' as const },
    { ...expander, ratio: 10, releaseMs: 125, outputDb: 6 },
    upward,
    { ...upward, ratio: 0.2, kneeDb: 0, thresholdDb: -10 },
  ].map((settings) => ({ name, sound, settings, kind: settings.type, ratio: settings.ratio })),
);

test.each(cases)('$kind of ratio $ratio changes $name as its definition says', ({ sound, settings }) => {
  const gains = gainsOf(sound, settings);
  const { left } = run(createSoundFilter(settings, RATE), sound);
  expect(gainDifference(sound, left, (frame) => gains[frame] ?? 0)).toBeLessThan(0.01);
});

test.each([
  [-70, -100],
  [-50, -60],
  [-30, -30],
])('the expander brings a sine of %d dB RMS to %d dB', (level, expected) => {
  const input = sine(1000, 2 * RATE, Math.SQRT2 * 10 ** (level / 20));
  const last = run(createSoundFilter(expander, RATE), input).left.slice(RATE);
  const squares = last.reduce((sum, sample) => sum + sample * sample, 0);
  expect(Math.abs(db(Math.sqrt(squares / last.length)) - expected)).toBeLessThan(0.5);
});

test.each([
  [-10, -10],
  [-30, -25],
  [-40, -30],
  [-50, -45],
  [-70, -70],
])('the upward compressor brings a sine of %d dB RMS to %d dB', (level, expected) => {
  const input = sine(1000, 2 * RATE, Math.SQRT2 * 10 ** (level / 20));
  const last = run(createSoundFilter(upward, RATE), input).left.slice(RATE);
  const squares = last.reduce((sum, sample) => sum + sample * sample, 0);
  expect(Math.abs(db(Math.sqrt(squares / last.length)) - expected)).toBeLessThan(0.5);
});

test.each([
  [10, 50],
  [100, 1000],
])('an attack of %d ms and a release of %d ms leave 1/e of a step of the gain', (attackMs, releaseMs) => {
  const quiet = 0.001;
  const loud = 0.5;
  const input = made(12 * RATE, (frame) => (frame % (8 * RATE) < 4 * RATE ? quiet : loud));
  const settings = { ...expander, attackMs, releaseMs, detector: 'peak' as const };
  const { left } = run(createSoundFilter(settings, RATE), input);
  const gains = left.map((sample, frame) => db(sample / (input[frame] ?? 1)));
  const rest = -20 / Math.E;
  const attack = gains.findIndex((gain, frame) => frame >= 4 * RATE && gain > rest) - 4 * RATE;
  const release = gains.findIndex((gain, frame) => frame < 4 * RATE && gain < -20 + 20 / Math.E);
  expect(Math.abs(attack / (attackMs * 48) - 1)).toBeLessThan(0.1);
  expect(Math.abs(release / (releaseMs * 48) - 1)).toBeLessThan(0.1);
});

test('the expander says what it takes away', () => {
  const filter = createSoundFilter(expander, RATE);
  run(filter, sine(1000, 2 * RATE, Math.SQRT2 * 10 ** (-50 / 20)));
  expect(Math.abs(filter.reductionDb - 10)).toBeLessThan(0.5);
});
