/** A channel's filters in a row: what changes is not heard as a click, what stays is not touched. */
import { describe, expect, test } from 'vitest';
import { FilterChain } from '../../../../../../renderer/media/mixer/filters/filter-chain.ts';
import type { ChainFilter } from '../../../../../../renderer/media/mixer/filters/filter-chain.ts';
import { bandDefaults, soundFilterDefaults } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import type {
  EqualiserBand,
  SoundFilterSettings,
} from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { BLOCK, click, db, difference, made, noise, RATE, run, sine } from './sound.ts';

const FRAMES = 0.5 * RATE;
const CHANGE_AT = 25 * BLOCK;
/** −60 dBFS. */
const HEARD = 0.001;
const MOST = 0.9;

const on = (settings: SoundFilterSettings, id: string = settings.type): ChainFilter => ({
  ...{ id, isEnabled: true, settings },
});
const off = (filter: ChainFilter): ChainFilter => ({ ...filter, isEnabled: false });

/** Changes the chain from one list to the other in the middle. */
function changed(
  input: Float32Array,
  from: readonly ChainFilter[],
  to: readonly ChainFilter[],
): Float32Array {
  const chain = new FilterChain(RATE);
  chain.set(from);
  const before = (frame: number): void => {
    if (frame === CHANGE_AT) chain.set(to);
  };
  return run({ process: (left, right) => chain.process(left, right, () => undefined) }, input, { before })
    .left;
}

const { compressor, expander, gate, limiter, parametric, threeBand, upward } = soundFilterDefaults;
const band = (change: Partial<EqualiserBand>): SoundFilterSettings => ({
  ...{ type: 'parametric', bands: [{ ...bandDefaults, ...change }] },
});
/** The two ends of each filter's settings. */
const ends: readonly (readonly [SoundFilterSettings, SoundFilterSettings])[] = [
  [
    { type: 'gain', db: -30 },
    { type: 'gain', db: 30 },
  ],
  [gate, { ...gate, openDb: 0, closeDb: -1, attackMs: 1, holdMs: 0, releaseMs: 10 }],
  [expander, { ...expander, ratio: 20, thresholdDb: 0, outputDb: 12 }],
  [expander, { ...expander, detector: 'peak' }],
  [upward, { ...upward, ratio: 0, thresholdDb: 0, kneeDb: 0 }],
  [compressor, { ...compressor, ratio: 32, thresholdDb: -60, outputDb: 32 }],
  [compressor, { ...compressor, sideChannelId: 'voice' }],
  [
    { ...limiter, thresholdDb: 0 },
    { ...limiter, thresholdDb: -60 },
  ],
  [
    { ...threeBand, lowDb: -20, midDb: 20, highDb: 20 },
    { ...threeBand, lowDb: 20, midDb: -20, highDb: -20 },
  ],
  [band({ db: -24, q: 20 }), band({ db: 24, q: 0.1 })],
  [band({ kind: 'lowPass', hz: 20_000 }), band({ kind: 'lowPass', hz: 100 })],
  [band({ kind: 'highPass', hz: 20 }), band({ kind: 'lowShelf', hz: 1000, db: 24 })],
  [parametric, band({ kind: 'notch' })],
  [
    { type: 'delay', ms: 0 },
    { type: 'delay', ms: 100.5 },
  ],
  [
    { type: 'delay', ms: 200 },
    { type: 'delay', ms: 3 },
  ],
];

/** So loud that the result is below full scale, which every click is measured against. */
function sineFor(from: readonly ChainFilter[], to: readonly ChainFilter[], amplitude = 0.5): Float32Array {
  const input = sine(1000, FRAMES, amplitude);
  const most = Math.max(...changed(input, from, to));
  return most > MOST ? sineFor(from, to, (amplitude * MOST * 0.9) / most) : input;
}

function clickOf(from: readonly ChainFilter[], to: readonly ChainFilter[]): number {
  return click(changed(sineFor(from, to), from, to).slice(CHANGE_AT - BLOCK * 4));
}

describe('no click is heard on a sine of 1 kHz, and nothing on silence', () => {
  const silence = new Float32Array(FRAMES);
  const isSilent = (from: readonly ChainFilter[], to: readonly ChainFilter[]): boolean =>
    changed(silence, from, to).every((sample) => sample === 0);

  test.each(ends.map(([from, to]) => ({ from, to, type: from.type })))(
    'when settings of a filter change: $type, from $from to $to',
    ({ from, to }) => {
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        expect(clickOf([on(one)], [on(other)])).toBeLessThan(HEARD);
        expect(isSilent([on(one)], [on(other)])).toBe(true);
      }
    },
  );

  const all = [...ends.map(([, to]) => on(to)), on({ type: 'invert' }), on({ type: 'noise' })];
  test.each(all.map((filter) => ({ filter, type: filter.id })))(
    'when $type comes, goes, and is bypassed',
    ({ filter }) => {
      expect(clickOf([], [filter])).toBeLessThan(HEARD);
      expect(clickOf([filter], [])).toBeLessThan(HEARD);
      expect(clickOf([filter], [off(filter)])).toBeLessThan(HEARD);
      expect(clickOf([off(filter)], [filter])).toBeLessThan(HEARD);
      expect(isSilent([filter], []) && isSilent([], [filter])).toBe(true);
    },
  );

  test('when filters change their order', () => {
    const filters = [
      on(limiter),
      on({ type: 'gain', db: 20 }),
      on(band({ db: -12 })),
      on(gate),
      on({ type: 'invert' }),
    ];
    for (let step = 1; step < filters.length; step += 1) {
      const turned = [...filters.slice(step), ...filters.slice(0, step)];
      expect(clickOf(filters, turned)).toBeLessThan(HEARD);
      expect(isSilent(filters, turned)).toBe(true);
    }
  });

  test.each([3, 40, 200])('when a filter goes to the other side of a delay of %i ms', (ms) => {
    const delay = on({ type: 'delay', ms });
    for (const other of [
      on({ type: 'gain', db: -20 }),
      on({ type: 'invert' }),
      on({ type: 'delay', ms: 7.5 }, 'b'),
    ]) {
      expect(clickOf([delay, other], [other, delay])).toBeLessThan(HEARD);
      expect(clickOf([other, delay], [delay, other])).toBeLessThan(HEARD);
      // Both at once, as a paste or an undo does.
      const longer = { ...delay, settings: { type: 'delay', ms: ms + 20 } as const };
      expect(clickOf([other, delay], [longer])).toBeLessThan(HEARD);
    }
  });

  test('while a slider is dragged', () => {
    const chain = new FilterChain(RATE);
    const input = sine(1000, FRAMES, 0.5);
    const before = (frame: number): void => {
      const share = Math.abs(Math.sin(frame / 3000));
      chain.set([
        on({ type: 'gain', db: -30 * share }),
        on(band({ kind: 'lowPass', hz: 500 + 15_000 * share })),
      ]);
    };
    const filter = {
      process: (left: Float32Array, right: Float32Array) => chain.process(left, right, () => undefined),
    };
    expect(click(run(filter, input, { before, block: 240 }).left)).toBeLessThan(HEARD);
  });
});

test('a sine that is cut off, or inverted at once, is heard as a click', () => {
  const input = sine(1000, FRAMES, 0.5);
  const cut = input.map((sample, frame) => (frame < CHANGE_AT ? sample : 0));
  const turned = input.map((sample, frame) => (frame < CHANGE_AT + 12 ? sample : -sample));
  expect(click(input)).toBeLessThan(HEARD / 100);
  expect(Math.min(click(cut), click(turned))).toBeGreaterThan(10 * HEARD);
});

test('a change of the gain is a cross-fade of 10 ms, and exact before and behind it', () => {
  const input = noise(FRAMES, 0.5);
  const output = changed(input, [on({ type: 'gain', db: 6 })], [on({ type: 'gain', db: -6 })]);
  const expected = input.map((sample, frame) => {
    const done = Math.min(1, Math.max(0, (frame - CHANGE_AT + 0.5) / 480));
    const weight = 0.5 - 0.5 * Math.cos(Math.PI * done);
    return sample * ((1 - weight) * 10 ** (6 / 20) + weight * 10 ** (-6 / 20));
  });
  expect(db(difference(output, expected))).toBeLessThan(-120);
});

test('filters around a change keep what they know', () => {
  const input = sine(1000, FRAMES, 0.5);
  const slow = on({ ...compressor, attackMs: 500, releaseMs: 1000 });
  const filters = [slow, on({ type: 'invert' }), { ...slow, id: 'second' }];
  const [first, , second] = filters as [ChainFilter, ChainFilter, ChainFilter];
  const inverted = changed(input, [first, second], filters).slice(CHANGE_AT + 2 * BLOCK);
  const steady = changed(input, [first, second], [first, second]).slice(CHANGE_AT + 2 * BLOCK);
  expect(
    difference(
      inverted,
      steady.map((sample) => -sample),
    ),
  ).toBeLessThan(0.02);
});

test('the last of several changes within a cross-fade wins', () => {
  const chain = new FilterChain(RATE);
  const gain = (level: number): ChainFilter => on({ type: 'gain', db: level });
  const input = made(FRAMES, () => 0.5);
  chain.set([gain(0)]);
  const before = (frame: number): void => {
    if (frame === 240) for (const level of [3, 6, 9]) chain.set([gain(level)]);
  };
  const filter = {
    process: (left: Float32Array, right: Float32Array) => chain.process(left, right, () => undefined),
  };
  const { left } = run(filter, input, { before, block: 120 });
  expect(db((left.at(-1) ?? 0) / 0.5)).toBeCloseTo(9, 4);
});

test('gives a filter the block of the channel that it listens to', () => {
  const chain = new FilterChain(RATE);
  chain.set([on({ ...compressor, sideChannelId: 'voice', attackMs: 1 })]);
  const left = new Float32Array(BLOCK).fill(0.5);
  const right = left.slice();
  const voice = new Float32Array(BLOCK).fill(1);
  const asked: string[] = [];
  chain.process(left, right, (channelId) => {
    asked.push(channelId);
    return { left: voice, right: voice };
  });
  expect(asked).toEqual(['voice']);
  expect(db((left.at(-1) ?? 0) / 0.5)).toBeCloseTo(-16.2, 1);
  expect([...chain.reductions.keys()]).toEqual(['compressor']);
});

test('reports the latency of the filters that are on', () => {
  const chain = new FilterChain(RATE);
  const noiseFilter = on({ type: 'noise' });
  chain.set([noiseFilter, on(threeBand), on({ type: 'delay', ms: 100 })]);
  expect(chain.latencyFrames).toBe(483);
  chain.set([off(noiseFilter), on(threeBand)]);
  expect(chain.latencyFrames).toBe(3);
  chain.end();
  expect(chain.latencyFrames).toBe(0);
});

test('forgets on reset what was heard before', () => {
  const chain = new FilterChain(RATE);
  chain.set([on({ type: 'delay', ms: 5 })]);
  const filter = {
    process: (left: Float32Array, right: Float32Array) => chain.process(left, right, () => undefined),
  };
  run(
    filter,
    made(FRAMES, () => 1),
  );
  chain.reset();
  expect(run(filter, new Float32Array(FRAMES)).left.every((sample) => sample === 0)).toBe(true);
});
