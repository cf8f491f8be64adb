/** Compressor and limiter, against the formulas of their definition in double precision. */
import { expect, test } from 'vitest';
import { createSoundFilter } from '../../../../../../renderer/media/mixer/filters/create-sound-filter.ts';
import { soundFilterDefaults } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import type { SoundSettingsOf } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { db, gainDifference, made, noise, RATE, run, sine, sweep } from './sound.ts';

type Settings = Pick<
  SoundSettingsOf<'compressor'>,
  'ratio' | 'thresholdDb' | 'attackMs' | 'releaseMs' | 'outputDb'
>;

/** What the definition says of each frame's gain, dB. */
function gainsOf(key: Float32Array, settings: Settings): readonly number[] {
  const { ratio, thresholdDb, attackMs, releaseMs, outputDb } = settings;
  let envelope = 0;
  return Array.from(key, (sample) => {
    const size = Math.abs(sample);
    const ms = size > envelope ? attackMs : releaseMs;
    envelope = size + Math.exp(-1 / ((RATE * ms) / 1000)) * (envelope - size);
    return Math.min(0, (1 - 1 / ratio) * (thresholdDb - db(envelope))) + outputDb;
  });
}

const bursts = made(RATE, (frame) => (frame % 9600 < 2400 ? 0.9 : 0.02) * Math.sin(frame * 0.13));
const steps = made(RATE, (frame) => [0.01, 0.5, 0.1, 1][Math.floor(frame / 12_000)] ?? 0);
const sounds = { sweep: sweep(20, 20_000, RATE, 0.8), bursts, steps, noise: noise(RATE, 0.5) };
const { compressor, limiter } = soundFilterDefaults;
const cases = Object.entries(sounds).flatMap(([name, sound]) => [
  { name, sound, settings: compressor },
  { name, sound, settings: { ...compressor, ratio: 3, thresholdDb: -40, attackMs: 1, outputDb: 12 } },
  { name, sound, settings: { ...compressor, ratio: 32, attackMs: 500, releaseMs: 1000 } },
]);

test.each(cases)('compresses $name by $settings.ratio as its definition says', ({ sound, settings }) => {
  const gains = gainsOf(sound, settings);
  const { left } = run(createSoundFilter(settings, RATE), sound);
  expect(gainDifference(sound, left, (frame) => gains[frame] ?? 0)).toBeLessThan(0.01);
});

test.each(Object.entries(sounds))('limits %s as its definition says', (_, sound) => {
  const gains = gainsOf(sound, { ...limiter, ratio: Infinity, attackMs: 0.001, outputDb: 0 });
  const { left } = run(createSoundFilter(limiter, RATE), sound);
  expect(gainDifference(sound, left, (frame) => gains[frame] ?? 0)).toBeLessThan(0.01);
});

test.each(Object.entries(sounds))('the limiter lets no sample of %s above its threshold', (_, sound) => {
  const loud = sound.map((sample) => 20 * sample);
  const { left } = run(createSoundFilter(limiter, RATE), loud);
  expect(db(Math.max(...left.map(Math.abs)))).toBeLessThan(limiter.thresholdDb + 0.01);
});

test.each([-30, -18, -12, 0])('brings a level of %d dB to where the ratio puts it', (level) => {
  const input = made(RATE, (frame) => (frame % 48 < 24 ? 1 : -1) * 10 ** (level / 20));
  const { left } = run(createSoundFilter(compressor, RATE), input);
  const above = Math.max(0, level - compressor.thresholdDb);
  expect(db(left.at(-1) ?? 0)).toBeCloseTo(level - above * (1 - 1 / compressor.ratio), 2);
});

test.each([
  [1, 10],
  [6, 60],
  [200, 500],
])('an attack of %d ms and a release of %d ms leave 1/e of a step of the envelope', (attackMs, releaseMs) => {
  const low = 0.5;
  const input = made(6 * RATE, (frame) => (frame < 3 * RATE ? 1 : low));
  const settings = { ...compressor, ratio: 2, thresholdDb: -60, attackMs, releaseMs };
  const { left } = run(createSoundFilter(settings, RATE), input);
  /** Of a gain of half the distance to the threshold. */
  const envelopeAt = (frame: number): number =>
    ((input[frame] ?? 0) / (left[frame] ?? 0)) ** 2 * 10 ** (-60 / 20);
  const attack = input.findIndex((_, frame) => envelopeAt(frame) >= 1 - 1 / Math.E);
  const fall = input.findIndex(
    (_, frame) => frame > 3 * RATE && envelopeAt(frame) <= low + (1 - low) / Math.E,
  );
  expect(Math.abs(attack / (attackMs * 48) - 1)).toBeLessThan(0.1);
  expect(Math.abs((fall - 3 * RATE) / (releaseMs * 48) - 1)).toBeLessThan(0.1);
});

test('the louder side decides for both', () => {
  const loud = sine(1000, RATE, 0.9);
  const quiet = sine(700, RATE, 0.05);
  const gains = gainsOf(
    made(RATE, (at) => Math.max(Math.abs(loud[at] ?? 0), Math.abs(quiet[at] ?? 0))),
    compressor,
  );
  const { left, right } = run(createSoundFilter(compressor, RATE), quiet, { right: loud });
  expect(gainDifference(quiet, left, (frame) => gains[frame] ?? 0)).toBeLessThan(0.01);
  expect(gainDifference(loud, right, (frame) => gains[frame] ?? 0)).toBeLessThan(0.01);
});

test('a side chain makes the music follow the voice', () => {
  const music = sine(440, RATE, 0.8);
  const voice = bursts;
  const settings = { ...compressor, sideChannelId: 'voice' };
  const gains = gainsOf(voice, settings);
  const { left } = run(createSoundFilter(settings, RATE), music, { side: voice });
  expect(gainDifference(music, left, (frame) => gains[frame] ?? 0)).toBeLessThan(0.01);
});

test('a side chain whose channel is missing leaves the sound as it is', () => {
  const music = sine(440, RATE, 0.8);
  const filter = createSoundFilter({ ...compressor, sideChannelId: 'gone' }, RATE);
  expect(run(filter, music).left).toEqual(music);
});

test('says what it took away of the last block, and nothing once the sound is quiet', () => {
  const filter = createSoundFilter({ ...compressor, attackMs: 1 }, RATE);
  run(
    filter,
    made(RATE, () => 1),
  );
  expect(filter.reductionDb).toBeCloseTo(18 * 0.9, 1);
  run(
    filter,
    made(RATE, () => 0.001),
  );
  expect(filter.reductionDb).toBe(0);
});
