/** Noise gate, against its definition step by step and against what its times promise. */
import { expect, test } from 'vitest';
import { createSoundFilter } from '../../../../../../renderer/media/mixer/filters/create-sound-filter.ts';
import { soundFilterDefaults } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import type { SoundSettingsOf } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { db, difference, made, noise, RATE, run, sine, sweep } from './sound.ts';

const { gate } = soundFilterDefaults;
const frames = (ms: number): number => (ms * RATE) / 1000;

/** The definition in words of time: nothing here counts frames as the filter does. */
function gated(input: Float32Array, settings: SoundSettingsOf<'gate'>): Float32Array {
  const open = 10 ** (settings.openDb / 20);
  const close = 10 ** (settings.closeDb / 20);
  let follower = 0;
  let gain = 1;
  let isOpen = true;
  let closedAt = 0;
  return input.map((sample, frame) => {
    const size = Math.abs(sample);
    const wasOpen = isOpen;
    if (size > open) isOpen = true;
    else if (follower < close) isOpen = false;
    if (wasOpen && !isOpen) closedAt = frame;
    follower = Math.max(0, Math.max(follower, size) - ((open - close) * 75) / RATE);
    if (isOpen) gain = Math.min(1, gain + 1 / frames(settings.attackMs));
    else if (frame - closedAt >= frames(settings.holdMs))
      gain = Math.max(0, gain - 1 / frames(settings.releaseMs));
    return sample * gain;
  });
}

const bursts = made(2 * RATE, (frame) => (frame % 36_000 < 4800 ? 0.5 : 0.004) * Math.sin(frame * 0.1));
const steps = made(2 * RATE, (frame) => [0.01, 0.5, 0.03, 0.001][Math.floor(frame / 24_000)] ?? 0);
const sounds = { bursts, steps, sweep: sweep(20, 20_000, 2 * RATE, 0.1), noise: noise(2 * RATE, 0.05) };

test.each(Object.entries(sounds))('gates %s as its definition says', (_, sound) => {
  for (const settings of [
    gate,
    { ...gate, attackMs: 5, holdMs: 10, releaseMs: 400, openDb: -40, closeDb: -50 },
  ]) {
    const { left } = run(createSoundFilter(settings, RATE), sound);
    expect(difference(left, gated(sound, settings))).toBeLessThan(1e-4);
  }
});

test('closes after hold and release, opens within the attack', () => {
  const filter = createSoundFilter(gate, RATE);
  const closing = run(
    filter,
    made(RATE, () => 0.001),
  ).left;
  const gainsDown = closing.map((sample) => sample / 0.001);
  const begin = gainsDown.findIndex((gain) => gain < 1);
  const end = gainsDown.findIndex((gain) => gain === 0);
  expect(Math.abs(begin / frames(gate.holdMs) - 1)).toBeLessThan(0.1);
  expect(Math.abs((end - begin) / frames(gate.releaseMs) - 1)).toBeLessThan(0.1);
  expect(filter.reductionDb).toBe(100);
  const opening = run(
    filter,
    made(RATE, () => 0.5),
  ).left;
  const full = opening.findIndex((sample) => sample > 0.5 * 0.9999);
  expect(Math.abs(full / frames(gate.attackMs) - 1)).toBeLessThan(0.1);
  expect(filter.reductionDb).toBe(0);
});

test('stays shut between the two levels, and open there once it was opened', () => {
  const between = sine(1000, RATE, 10 ** (-29 / 20));
  const filter = createSoundFilter(gate, RATE);
  run(
    filter,
    made(RATE, () => 0),
  );
  expect(Math.max(...run(filter, between).left)).toBe(0);
  run(filter, sine(1000, RATE, 0.5));
  expect(run(filter, between).left).toEqual(between);
});

test.each([0, 0.01, 0.5])('closes after loud speech also where its levels lie %d dB apart', (distanceDb) => {
  const settings = { ...gate, openDb: -30, closeDb: -30 - distanceDb, holdMs: 0, releaseMs: 10 };
  const filter = createSoundFilter(settings, RATE);
  expect(run(filter, sine(300, RATE, 0.5)).left.at(-1)).not.toBe(0);
  const quiet = run(filter, sine(300, 3 * RATE, 0.001)).left;
  expect(Math.max(...quiet.slice(-RATE))).toBe(0);
});

test('lets speech that is there when the gate is switched on pass from its first frame', () => {
  const speech = sine(200, RATE, 0.3);
  expect(run(createSoundFilter(gate, RATE), speech).left).toEqual(speech);
});

test('opens for the louder of both sides', () => {
  const quiet = sine(300, RATE, 0.001);
  const loud = sine(300, RATE, 0.5);
  const { left } = run(createSoundFilter(gate, RATE), quiet, { right: loud });
  expect(db(Math.max(...left))).toBeCloseTo(-60, 1);
});
