/** Where the sound of a pass begins and ends, against its pictures. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PassSound } from '../../../../electron/engine/media-source/pass-sound.ts';
import { MEDIA_SOUND_BLOCKS } from '../../../../shared/media/media-source-port.ts';
import { SoundWindow } from '../../../../electron/engine/media-source/sound-window.ts';

const RATE = 48_000;
const MS = RATE / 1000;

/** Sample n has the value n + 1 on both channels. */
function samples(from: number, to: number): Uint8Array {
  const data = new Float32Array((to - from) * 2);
  for (let at = from; at < to; at += 1) data.fill(at + 1, (at - from) * 2, (at - from) * 2 + 2);
  return new Uint8Array(data.buffer);
}

interface Seen {
  readonly positionUs: number;
  readonly values: readonly number[];
}

function takeAll(sound: PassSound, firstUs: number | undefined, shownUs: number): Seen[] {
  const seen: Seen[] = [];
  for (let block = sound.take(firstUs, shownUs); block; block = sound.take(firstUs, shownUs)) {
    const data = new Float32Array(block.data);
    seen.push({
      positionUs: block.positionUs,
      values: data.filter((_, at) => at % 2 === 0).slice() as never,
    });
  }
  return seen;
}

const valuesOf = (seen: readonly Seen[]): number[] => seen.flatMap(({ values }) => [...values]);
const run = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at + 1);

test('the same samples come at their places, however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 9 }), (lengths) => {
      const sound = new PassSound(RATE, 0);
      const all = samples(0, 100 * MS);
      for (let at = 0, part = 0; at < all.length; part += 1) {
        const length = lengths[part % lengths.length] ?? 1;
        sound.write(all.subarray(at, at + length));
        at += length;
      }
      expect(sound.finish(0, 100_000)).toBe(100_000);
      const seen = takeAll(sound, 0, 100_000);
      expect(seen.map(({ positionUs }) => positionUs)).toEqual([0, 20_000, 40_000, 60_000, 80_000]);
      expect(valuesOf(seen)).toEqual(run(0, 100 * MS));
    }),
    { numRuns: 20 },
  );
});

test('sound that goes on a little longer than the pictures is cut where they end', () => {
  const sound = new PassSound(RATE, 0);
  sound.write(samples(0, 130 * MS));
  expect(valuesOf(takeAll(sound, 0, 100_000))).toEqual(run(0, 100 * MS));
  expect(sound.finish(0, 110_000)).toBe(110_000);
  expect(valuesOf(takeAll(sound, 0, 110_000))).toEqual(run(100 * MS, 110 * MS));
});

test('sound that is a little shorter is filled, so that loops are of one length', () => {
  const sound = new PassSound(RATE, 0);
  sound.write(samples(0, 90 * MS));
  expect(sound.finish(0, 100_000)).toBe(100_000);
  expect(valuesOf(takeAll(sound, 0, 100_000))).toEqual([
    ...run(0, 90 * MS),
    ...Array<number>(10 * MS).fill(0),
  ]);
});

test('much longer sound is what the pass ends with; much shorter sound is left as it is', () => {
  const longer = new PassSound(RATE, 0);
  longer.write(samples(0, 300 * MS));
  expect(longer.finish(0, 100_000)).toBe(300_000);
  expect(valuesOf(takeAll(longer, 0, 100_000))).toHaveLength(300 * MS);
  const shorter = new PassSound(RATE, 0);
  shorter.write(samples(0, 100 * MS));
  expect(shorter.finish(0, 900_000)).toBe(900_000);
  expect(valuesOf(takeAll(shorter, 0, 900_000))).toHaveLength(100 * MS);
});

test('sound before the first picture is left out: its place is the pictures’ zero', () => {
  const sound = new PassSound(RATE, 0);
  sound.write(samples(0, 200 * MS));
  expect(takeAll(sound, undefined, 0)).toEqual([]);
  const seen = takeAll(sound, 50_000, 150_000);
  expect(seen[0]?.positionUs).toBeCloseTo(0, 3);
  expect(valuesOf(seen)[0]).toBe(50 * MS + 1);
});

test('from the middle of a file on, places count from there', () => {
  const sound = new PassSound(RATE, 5_000_000);
  sound.write(samples(0, 40 * MS));
  expect(sound.finish(30_000, 5_040_000)).toBe(5_040_000);
  expect(takeAll(sound, 30_000, 5_040_000).map(({ positionUs }) => positionUs)).toEqual([
    5_000_000, 5_020_000,
  ]);
});

test('what waits for a first picture that doesn’t come is bounded', () => {
  const sound = new PassSound(RATE, 0);
  for (let part = 0; part < 1000; part += 1) {
    sound.write(samples(0, 20 * MS));
    expect(sound.take(undefined, 0)).toBeUndefined();
  }
  expect(takeAll(sound, 0, 1e9).length).toBeLessThan(110);
});

test('no more blocks are on their way than the window has, whatever a page gives back', () => {
  const window = new SoundWindow();
  const most = (): number => {
    let taken = 0;
    while (window.take()) taken += 1;
    return taken;
  };
  expect(most()).toBe(MEDIA_SOUND_BLOCKS);
  window.giveBack(3);
  expect(most()).toBe(3);
  for (let time = 0; time < 9; time += 1) window.giveBack(MEDIA_SOUND_BLOCKS);
  expect(most()).toBe(MEDIA_SOUND_BLOCKS);
});
