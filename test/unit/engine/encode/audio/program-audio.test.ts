/** The program's sound against its pictures: when silence takes the place of what doesn't come. */
import { expect, test } from 'vitest';
import { ProgramAudio } from '../../../../../electron/engine/encode/audio/program-audio.ts';

const RATE = 48_000;
const BLOCK = 480;

/** What an encoder gets. */
function makeTaker(nextSample = 0) {
  const samples: number[] = [];
  return {
    samples,
    ...{ nextSample, audioFromMs: -Infinity, audioUntilMs: Infinity },
    writeAudio: (data: Float32Array) => samples.push(...data),
  };
}

const block = (index: number) => ({
  timeUs: (index * BLOCK * 1e6) / RATE,
  ...{ sampleRate: RATE, channels: 1 as const, samples: new Float32Array(BLOCK).fill(0.5) },
});

/** Blocks of 10 ms that come late, and a picture every 10 ms. */
function play(lateBlocks: number, blocks: number): number[] {
  const audio = new ProgramAudio({ audioSampleRate: RATE, audioChannels: 1 });
  const taker = makeTaker();
  for (let index = 0; index < blocks; index += 1) {
    if (index >= lateBlocks) audio.push(block(index - lateBlocks));
    audio.fillTo(index * 10_000);
    audio.feed(taker);
  }
  return taker.samples;
}

const silentAfter = (samples: readonly number[], fromMs: number): number =>
  samples.slice(fromMs * 48).filter((sample) => sample === 0).length;

test.each([0, 20, 95, 120])('a mix that is %i blocks late is not silenced once it runs', (late) => {
  const samples = play(late, 400);
  expect(silentAfter(samples, late * 10 + 50)).toBe(0);
  expect(samples.length).toBeGreaterThan((400 - late - 5) * BLOCK);
});

test('sound that stops gives way to silence, later by as much as it was late', () => {
  const audio = new ProgramAudio({ audioSampleRate: RATE, audioChannels: 1 });
  for (let index = 0; index < 100; index += 1) audio.push(block(index));
  const taker = makeTaker();
  audio.fillTo(1_290_000);
  audio.feed(taker);
  expect(taker.samples.length).toBeLessThanOrEqual(100 * BLOCK);
  audio.fillTo(1_310_000);
  audio.feed(taker);
  expect(taker.samples.length).toBeGreaterThan(130 * BLOCK - RATE / 100 - 1);
});

test('a track that begins in the middle begins on the grid of AAC frames, at its place', () => {
  const audio = new ProgramAudio({ audioSampleRate: RATE, audioChannels: 1 });
  audio.beginAt(10_000_000);
  expect(audio.firstSample % 1024).toBe(0);
  expect(10 * RATE - audio.firstSample).toBeLessThan(1024);
  const taker = makeTaker(audio.firstSample);
  for (let index = 1050; index < 1100; index += 1) audio.push(block(index));
  audio.feed(taker);
  const first = taker.samples.findIndex((sample) => sample > 0);
  expect(audio.firstSample + first).toBe(1050 * BLOCK);
});
