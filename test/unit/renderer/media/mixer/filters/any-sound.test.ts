/** Whatever a source gives, and whatever is set: what leaves a chain is finite and bounded. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FilterChain } from '../../../../../../renderer/media/mixer/filters/filter-chain.ts';
import { MAX_SAMPLE } from '../../../../../../renderer/media/mixer/filters/tame.ts';
import {
  bandKinds,
  soundFilterDefaults,
  soundFilterSettingsSchema,
} from '../../../../../../shared/studio/mixer/sound-filter.ts';
import {
  MAX_BAND_HZ,
  MAX_EQUALISER_BANDS,
  MIN_BAND_HZ,
} from '../../../../../../shared/studio/mixer/sound-filter-limits.ts';
import type { SoundFilterSettings } from '../../../../../../shared/studio/mixer/sound-filter.ts';

const number = (min: number, max: number) =>
  fc.oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }));
const ballistics = { attackMs: number(1, 100), releaseMs: number(1, 1000) };
const band = fc.record({
  kind: fc.constantFrom(...bandKinds),
  hz: number(MIN_BAND_HZ, MAX_BAND_HZ),
  db: number(-24, 24),
  q: number(0.1, 20),
  isEnabled: fc.boolean(),
});
const settings: fc.Arbitrary<SoundFilterSettings> = fc.oneof(
  fc.record({ type: fc.constant('gain' as const), db: number(-30, 30) }),
  fc.record({
    ...{ type: fc.constant('gate' as const), openDb: number(-96, 0), closeDb: number(-96, 0) },
    ...{ attackMs: number(0, 10_000), holdMs: number(0, 10_000), releaseMs: number(0, 10_000) },
  }),
  fc.record({
    ...{ type: fc.constant('expander' as const), ratio: number(1, 20), thresholdDb: number(-60, 0) },
    ...{
      ...ballistics,
      outputDb: number(-32, 32),
      detector: fc.constantFrom('rms' as const, 'peak' as const),
    },
  }),
  fc.record({
    ...{ type: fc.constant('upward' as const), ratio: number(0, 1), thresholdDb: number(-60, 0) },
    ...{ ...ballistics, kneeDb: number(0, 20) },
  }),
  fc.record(
    {
      ...{ type: fc.constant('compressor' as const), ratio: number(1, 32), thresholdDb: number(-60, 0) },
      ...{ ...ballistics, outputDb: number(-32, 32), sideChannelId: fc.constantFrom('any', 'none') },
    },
    { requiredKeys: ['type', 'ratio', 'thresholdDb', 'attackMs', 'releaseMs', 'outputDb'] },
  ),
  fc.record({
    ...{ type: fc.constant('limiter' as const), thresholdDb: number(-60, 0), releaseMs: number(1, 1000) },
  }),
  fc.record({
    ...{ type: fc.constant('threeBand' as const), lowDb: number(-20, 20) },
    ...{ midDb: number(-20, 20), highDb: number(-20, 20) },
  }),
  fc.record({
    type: fc.constant('parametric' as const),
    bands: fc.array(band, { minLength: 1, maxLength: MAX_EQUALISER_BANDS }),
  }),
  fc.record({ type: fc.constantFrom('noise' as const, 'invert' as const) }),
  fc.record({ type: fc.constant('delay' as const), ms: number(0, 1000) }),
);
const filters = fc.array(
  fc.record({ id: fc.constantFrom('a', 'b', 'c'), isEnabled: fc.boolean(), settings }),
  {
    maxLength: 5,
  },
);
const sample = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, 1e30, -1e30, 1e-40, -1e-45, 0, -0, 1, -1, 256, 300),
  fc.double({ min: -2, max: 2 }),
);
/** A few samples that are said again and again, and for how many blocks. */
const stretch = fc.record({
  samples: fc.array(sample, { minLength: 1, maxLength: 20 }),
  blocks: fc.nat(8),
  filters,
});

test.each([48_000, 44_100])('at %d Hz', (rate) => {
  const frames = rate / 100;
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (stretches) => {
      const chain = new FilterChain(rate);
      for (const { samples, blocks, filters: next } of stretches) {
        chain.set(next);
        for (let block = 0; block < blocks; block += 1) {
          const left = Float32Array.from({ length: frames }, (_, at) => samples[at % samples.length] ?? 0);
          const right = Float32Array.from(left).reverse();
          const side = { left: left.slice(), right: right.slice() };
          chain.process(left, right, (channelId) => (channelId === 'any' ? side : undefined));
          for (const sides of [left, right])
            if (!sides.every((value) => Math.abs(value) <= MAX_SAMPLE)) return false;
        }
        if (![...chain.reductions.values()].every(Number.isFinite)) return false;
      }
      chain.end();
      return true;
    }),
    { numRuns: 60 },
  );
});

test.each(Object.values(soundFilterDefaults))(
  'after sound that is none, $type is silent again',
  (defaults) => {
    const chain = new FilterChain(48_000);
    chain.set([{ id: 'a', isEnabled: true, settings: defaults }]);
    const give = (value: number): Float32Array => {
      const left = new Float32Array(480).fill(value);
      chain.process(left, left.slice(), () => undefined);
      return left;
    };
    for (const value of [NaN, Infinity, -1e30, 1e-40]) give(value);
    for (let block = 0; block < 200; block += 1) give(0);
    expect(Math.max(...give(0).map(Math.abs))).toBeLessThan(1e-5);
  },
);

test('the settings of these tests are those that the document takes', () => {
  fc.assert(fc.property(settings, (any) => soundFilterSettingsSchema.safeParse(any).success));
  expect(soundFilterSettingsSchema.safeParse({ type: 'gain', db: 31 }).success).toBe(false);
});
