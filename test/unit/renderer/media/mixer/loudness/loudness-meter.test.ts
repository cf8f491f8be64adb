/** The meter against what ITU-R BS.1770-4, EBU Tech 3341 and EBU Tech 3342 say it has to show of their test signals. */
import { describe, expect, it } from 'vitest';
import { kWeighting } from '../../../../../../renderer/media/mixer/loudness/k-weighting.ts';
import { LoudnessMeter } from '../../../../../../renderer/media/mixer/loudness/loudness-meter.ts';
import { inBlocks, program, silence, sine } from '../../../../../support/sound/programs.ts';
import type { Program } from '../../../../../support/sound/programs.ts';

const RATE = 48_000;

function measured(sound: Program, frames = sound.sampleRate / 100): LoudnessMeter {
  const meter = new LoudnessMeter(sound.sampleRate);
  inBlocks(sound, frames, (left, right) => meter.add(left, right));
  return meter;
}

/** A tone of 1 kHz in steps of so many seconds at so many dBFS. */
function steps(sampleRate: number, ...levels: readonly (readonly [seconds: number, db: number])[]): Program {
  return program(
    sampleRate,
    levels.map(([seconds, db]) => ({ seconds, wave: sine(1000, db, sampleRate) })),
  );
}

describe('K-weighting', () => {
  it('has the coefficients that BS.1770-4 lists for 48 kHz', () => {
    const filter = kWeighting(RATE);
    expect(filter.b0).toBeCloseTo(1.53512485958697, 12);
    expect(filter.b1).toBeCloseTo(-2.69169618940638, 12);
    expect(filter.b2).toBeCloseTo(1.19839281085285, 12);
    expect(filter.a1).toBeCloseTo(-1.69065929318241, 12);
    expect(filter.a2).toBeCloseTo(0.73248077421585, 12);
    expect(filter.highPassA1).toBeCloseTo(-1.99004745483398, 12);
    expect(filter.highPassA2).toBeCloseTo(0.99007225036621, 12);
  });

  it('shows −3.01 LUFS of a full sine of 997 Hz on one side, at any rate', () => {
    for (const rate of [8000, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000]) {
      const tone = sine(997, 0, rate);
      const meter = measured(program(rate, [{ seconds: 5, wave: tone, right: silence }]), 100);
      expect(meter.integrated).toBeCloseTo(-3.01, 1);
    }
  });
});

describe('loudness, EBU Tech 3341', () => {
  const rate = RATE;

  it.each([
    ['1: a steady tone at −23', [[20, -23]], -23],
    ['2: a steady tone at −33', [[20, -33]], -33],
    [
      '3: quiet beginning and end are gated',
      [
        [10, -36],
        [60, -23],
        [10, -36],
      ],
      -23,
    ],
    [
      '4: so is what is below −70',
      [
        [10, -72],
        [10, -36],
        [60, -23],
        [10, -36],
        [10, -72],
      ],
      -23,
    ],
    [
      '5: nothing within 10 LU is gated',
      [
        [20, -26],
        [20.1, -20],
        [20, -26],
      ],
      -23,
    ],
  ] as const)('%s', (_case, levels, integrated) => {
    const meter = measured(steps(rate, ...levels));
    expect(Math.abs(meter.integrated - integrated)).toBeLessThan(0.1);
  });

  it('1: momentary and short-term of a steady tone are its loudness', () => {
    const meter = measured(steps(rate, [20, -23]));
    expect(Math.abs(meter.momentary + 23)).toBeLessThan(0.1);
    expect(Math.abs(meter.shortTerm + 23)).toBeLessThan(0.1);
  });

  it('9: short-term stays still over a pattern of three seconds', () => {
    const pattern = Array.from(
      { length: 5 },
      () =>
        [
          [1.34, -20],
          [1.66, -30],
        ] as const,
    ).flat();
    const meter = new LoudnessMeter(rate);
    inBlocks(steps(rate, ...pattern), rate / 100, (left, right, at) => {
      meter.add(left, right);
      if (at >= 3.1 * rate) expect(Math.abs(meter.shortTerm + 23)).toBeLessThan(0.1);
    });
  });

  it('10: short-term reaches the level of a tone of three seconds, whenever it begins', () => {
    for (let count = 0; count < 20; count += 3) {
      expect(highest('shortTerm', rate, count * 0.15, 3)).toBeCloseTo(-23, 1);
    }
  });

  it('12: momentary stays still over a pattern of 400 ms', () => {
    const pattern = Array.from(
      { length: 25 },
      () =>
        [
          [0.18, -20],
          [0.22, -30],
        ] as const,
    ).flat();
    const meter = new LoudnessMeter(rate);
    inBlocks(steps(rate, ...pattern), rate / 100, (left, right, at) => {
      meter.add(left, right);
      if (at >= rate) expect(Math.abs(meter.momentary + 23)).toBeLessThan(0.1);
    });
  });

  it('13: momentary reaches the level of a tone of 400 ms, whenever it begins', () => {
    for (let count = 0; count < 20; count += 1) {
      expect(Math.abs(highest('momentary', rate, count * 0.02, 0.4) + 23)).toBeLessThan(0.1);
    }
  });
});

/** The highest that a meter shows of silence, a tone at −23 and a second of silence. */
function highest(what: 'momentary' | 'shortTerm', rate: number, before: number, seconds: number): number {
  const meter = new LoudnessMeter(rate);
  const sound = program(rate, [
    { seconds: before, wave: silence },
    { seconds, wave: sine(1000, -23, rate) },
    { seconds: 1, wave: silence },
  ]);
  let top = -Infinity;
  inBlocks(sound, rate / 100, (left, right) => {
    meter.add(left, right);
    top = Math.max(top, meter[what]);
  });
  return top;
}

describe('loudness range, EBU Tech 3342', () => {
  it.each([
    [
      '1',
      [
        [20, -20],
        [20, -30],
      ],
      10,
    ],
    [
      '2',
      [
        [20, -20],
        [20, -15],
      ],
      5,
    ],
    [
      '3',
      [
        [20, -40],
        [20, -20],
      ],
      20,
    ],
    [
      '4',
      [
        [20, -50],
        [20, -35],
        [20, -20],
        [20, -35],
        [20, -50],
      ],
      15,
    ],
  ] as const)('%s', (_case, levels, range) => {
    expect(Math.abs(measured(steps(RATE, ...levels)).range - range)).toBeLessThan(0.1);
  });
});

describe.each([44_100, 48_000])('true peak at %d Hz, EBU Tech 3341', (rate) => {
  it.each([
    ['15: a quarter of the rate', 4, 0, -6.02, -6],
    ['16: the same between its samples', 4, 45, -6.02, -6],
    ['17: a sixth of the rate', 6, 60, -6.02, -6],
    ['18: an eighth of the rate', 8, 67.5, -6.02, -6],
    ['19: over full scale', 4, 45, 2.98, 3],
  ])('%s', (_case, part, degrees, db, shown) => {
    // The tone comes and goes softly: an edge has a peak of its own.
    const tone = sine(rate / part, db, rate, degrees);
    const soft = program(rate, [
      { seconds: 1, wave: (frame) => tone(frame) * Math.sin((Math.PI * frame) / rate) ** 0.5 },
    ]);
    const { truePeakDb } = measured(soft);
    expect(truePeakDb).toBeLessThan(shown + 0.2);
    expect(truePeakDb).toBeGreaterThan(shown - 0.4);
  });
});

describe('a loudness meter', () => {
  it('knows nothing before it got sound, and nothing of silence', () => {
    const unknown = {
      momentary: -Infinity,
      shortTerm: -Infinity,
      integrated: -Infinity,
      recent: -Infinity,
      range: -Infinity,
      samplePeakDb: -Infinity,
      truePeakDb: -Infinity,
      recentTruePeakDb: -Infinity,
    };
    expect(new LoudnessMeter(RATE).figures).toEqual(unknown);
    expect(measured(program(RATE, [{ seconds: 5, wave: silence }])).figures).toEqual(unknown);
  });

  it('shows the same whatever the blocks are', () => {
    const sound = steps(RATE, [2, -20], [3, -30]);
    const usual = measured(sound).figures;
    for (const frames of [1, 7, 128, 1000, 48_000, 240_000]) {
      const { figures } = measured(sound, frames);
      for (const [name, value] of Object.entries(usual)) {
        expect(figures[name as keyof typeof figures]).toBeCloseTo(value, 9);
      }
    }
  });

  it('goes on after numbers that are no sound', () => {
    const meter = new LoudnessMeter(RATE);
    for (const value of [NaN, Infinity, -Infinity, 3e38, 1e-40]) meter.add(filled(value), filled(value));
    meter.reset();
    inBlocks(steps(RATE, [5, -23]), 480, (left, right) => meter.add(left, right));
    expect(meter.integrated).toBeCloseTo(-23, 1);
    expect(meter.truePeakDb).toBeCloseTo(-23, 1);
    meter.add(filled(NaN), filled(NaN));
    expect(Object.values(meter.figures).every((value) => Number.isFinite(value))).toBe(true);
  });

  it('forgets everything at a reset', () => {
    const meter = measured(steps(RATE, [5, -10]));
    meter.reset();
    expect(meter.figures).toEqual(new LoudnessMeter(RATE).figures);
    inBlocks(steps(RATE, [5, -30]), 480, (left, right) => meter.add(left, right));
    expect(meter.integrated).toBeCloseTo(-30, 1);
    expect(meter.truePeakDb).toBeCloseTo(-30, 1);
  });

  it('says of the last minute what was in it, and of the whole what was in the whole', () => {
    const meter = measured(steps(RATE, [70, -15], [65, -30]));
    expect(meter.recent).toBeCloseTo(-30, 1);
    expect(meter.recentTruePeakDb).toBeCloseTo(-30, 1);
    expect(meter.integrated).toBeCloseTo(-15, 1);
    expect(meter.truePeakDb).toBeCloseTo(-15, 1);
    expect(meter.samplePeakDb).toBeCloseTo(-15, 1);
  });
});

function filled(value: number): Float32Array {
  return new Float32Array(480).fill(value);
}
