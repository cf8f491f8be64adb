/** Whatever sources and settings do: numbers come out, of a bounded size, on one unbroken line, and nothing piles up. */
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { MixerChannel, PcmPart } from '../../../../../../renderer/media/mixer/core/mixer-types.ts';
import { Mixer } from '../../../../../../renderer/media/mixer/core/mixer.ts';
import { soundFilterDefaults } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { MixerRun, RATE, START_US, channel, tone } from './mixer-run.ts';

const sample = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(NaN, Infinity, -Infinity, 1e30, -1e30, 1e-40, -0),
);
const offsetUs = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -30_000, max: 10_000 }) },
  fc.integer({ min: -3_000_000, max: 3_000_000 }),
  fc.constantFrom(NaN, Infinity, -1e300, 1e300, -1e12, 1e12),
);
const part = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'unknown'),
  offsetUs,
  sampleRate: fc.oneof(
    fc.constantFrom(8000, 16_000, 44_100, 48_000, 96_000),
    fc.constantFrom(0, -1, NaN, 1, 1e9, Infinity),
  ),
  channels: fc.constantFrom<1 | 2>(1, 2),
  frames: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant(100_000)),
  sample,
});
const filters = fc.subarray(Object.values(soundFilterDefaults), { maxLength: 3 });
const settings = fc.record({
  gain: fc.constantFrom(0, 1, 4),
  isMuted: fc.boolean(),
  balance: fc.constantFrom(-1, 0, 0.3, 1),
  isMono: fc.boolean(),
  side: fc.constantFrom<MixerChannel['side']>(undefined, 'left', 'right'),
  syncOffsetMs: fc.integer({ min: -950, max: 2000 }),
  presence: fc.constantFrom(0, 0.5, 1),
  fadeMs: fc.constantFrom(0, 300),
  monitoring: fc.constantFrom<MixerChannel['monitoring']>('off', 'only', 'both'),
});
const step = fc.oneof(
  { weight: 12, arbitrary: part.map((push) => ({ push })) },
  { weight: 1, arbitrary: fc.record({ id: fc.constantFrom('a', 'b', 'c'), settings, filters }) },
  { weight: 1, arbitrary: fc.constantFrom({ end: 'a' }, { end: 'b' }, { solo: ['a'] }, { solo: [] }) },
  { weight: 1, arbitrary: fc.constantFrom({ sleepUs: 200_000 }, { sleepUs: 3_600_000_000 }) },
);

test('numbers come out in order, below the ceiling, whatever goes in', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
      let nowUs = START_US;
      let lastUs = -Infinity;
      const mixer = new Mixer({
        ...{ sampleRate: RATE, channels: 2, nowUs: () => nowUs },
        onTrack: (_track, { timestampUs, data }) => {
          expect(timestampUs).toBeGreaterThanOrEqual(lastUs - 1);
          lastUs = timestampUs + (data.byteLength / 8 / RATE) * 1e6;
          // The limiter's ceiling is −1 dB.
          for (const value of new Float32Array(data)) if (!(Math.abs(value) <= 0.9)) expect.fail(`${value}`);
        },
        onMonitor: ({ data }) => {
          for (const value of new Float32Array(data)) if (!Number.isFinite(value)) expect.fail(`${value}`);
        },
        onMeters: ({ program }) => expect(program.peakDb[0]).toBeLessThan(0),
        onFaults: () => undefined,
      });
      const channels = new Map(['a', 'b', 'c'].map((id) => [id, channel(id)]));
      mixer.setChannels([...channels.values()]);
      for (const action of steps) {
        if ('push' in action) {
          const { push } = action;
          const samples = new Float32Array(push.frames * push.channels).fill(push.sample);
          const lengthUs = (push.frames / push.sampleRate) * 1e6 || 0;
          const timestampUs = nowUs - lengthUs + push.offsetUs;
          mixer.push(push.id, { timestampUs, sampleRate: push.sampleRate, channels: push.channels, samples });
        } else if ('settings' in action) {
          const chain = action.filters.map((entry) => ({ id: entry.type, isEnabled: true, settings: entry }));
          channels.set(action.id, channel(action.id, { ...action.settings, filters: chain }));
          mixer.setChannels([...channels.values()]);
        } else if ('end' in action) mixer.end(action.end);
        else if ('solo' in action) mixer.setSolo(action.solo);
        else nowUs += action.sleepUs;
        nowUs += 10_000;
        mixer.tick();
      }
      mixer.close();
    }),
    { numRuns: 60 },
  );
});

it('drops what can not be placed and goes on with the rest', () => {
  const run = new MixerRun().plugIn({ id: 'a', at: tone(440) });
  run.mixer.setChannels([channel('a')]);
  const bad: readonly Partial<PcmPart>[] = [
    { timestampUs: NaN },
    { timestampUs: run.nowUs + 3600e6 },
    { timestampUs: -1e300 },
    { sampleRate: 0 },
    { samples: new Float32Array(3) },
    { samples: new Float32Array(0) },
    { samples: new Float32Array(10_000_000) },
  ];
  for (const part of bad) {
    const samples = new Float32Array(960);
    run.mixer.push('a', { timestampUs: run.nowUs, sampleRate: RATE, channels: 2, samples, ...part });
  }
  expect(run.main.blocks).toEqual([]);
  run.runTo(1);
  expect(run.main.left.length).toBeGreaterThan(0.95 * RATE);
});
