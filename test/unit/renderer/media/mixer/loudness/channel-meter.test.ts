/** A channel's meter: exact figures, thirty times a second, without anything new in memory. */
import { describe, expect, it } from 'vitest';
import {
  ChannelMeter,
  METER_FLOOR_DB,
} from '../../../../../../renderer/media/mixer/loudness/channel-meter.ts';
import { inBlocks, program, silence, sine } from '../../../../../support/sound/programs.ts';
import type { Program } from '../../../../../support/sound/programs.ts';

interface Read {
  readonly peakDb: readonly number[];
  readonly rmsDb: readonly number[];
  readonly isClipping: boolean;
}

function readings(sound: Program, frames = sound.sampleRate / 100): readonly Read[] {
  const meter = new ChannelMeter(sound.sampleRate);
  const list: Read[] = [];
  inBlocks(sound, frames, (left, right) => {
    const reading = meter.add(left, right);
    if (reading !== undefined) list.push(structuredClone(reading));
  });
  return list;
}

describe('a channel meter', () => {
  it.each([8000, 16_000, 44_100, 48_000])('reads thirty times a second at %d Hz', (rate) => {
    expect(readings(program(rate, [{ seconds: 10, wave: silence }]))).toHaveLength(300);
  });

  it('reads peak and RMS of each side', () => {
    const sound = program(48_000, [
      { seconds: 1, wave: sine(480, -12, 48_000), right: (frame) => (frame % 2 === 0 ? 0.1 : -0.1) },
    ]);
    for (const { peakDb, rmsDb, isClipping } of readings(sound)) {
      expect(peakDb[0]).toBeCloseTo(-12, 2);
      expect(rmsDb[0]).toBeCloseTo(-15.01, 1);
      expect(peakDb[1]).toBeCloseTo(-20, 4);
      expect(rmsDb[1]).toBeCloseTo(-20, 4);
      expect(isClipping).toBe(false);
    }
  });

  it('shows silence, and what is no number, as its floor', () => {
    const sound = program(48_000, [{ seconds: 0.5, wave: silence, right: () => NaN }]);
    for (const { peakDb, rmsDb } of readings(sound)) {
      expect(peakDb).toEqual([METER_FLOOR_DB, METER_FLOOR_DB]);
      expect(rmsDb).toEqual([METER_FLOOR_DB, METER_FLOOR_DB]);
    }
  });

  it.each([
    ['full scale', 1, true],
    ['over full scale', -1.5, true],
    ['the highest of 16-bit sound', 32_767 / 32_768, true],
    ['just under', 0.9995, false],
    ['infinity', Infinity, false],
  ])('says whether it clips: %s', (_what, value, isClipping) => {
    const list = readings(program(48_000, [{ seconds: 0.2, wave: (frame) => (frame === 3000 ? value : 0) }]));
    expect(list.map((reading) => reading.isClipping).filter(Boolean)).toHaveLength(isClipping ? 1 : 0);
  });

  it('keeps a peak of any block until it is read, once', () => {
    const sound = program(48_000, [{ seconds: 0.5, wave: (frame) => (frame === 500 ? 0.5 : 0) }]);
    const peaks = readings(sound).map(({ peakDb }) => peakDb[0]);
    expect(peaks.filter((peak) => peak !== METER_FLOOR_DB)).toHaveLength(1);
    expect(peaks[0]).toBeCloseTo(-6.02, 2);
  });

  it('gives the same reading again with other figures', () => {
    const meter = new ChannelMeter(48_000);
    const block = new Float32Array(1600).fill(0.1);
    expect(meter.add(block, block)).toBe(meter.add(block, block));
  });
});
