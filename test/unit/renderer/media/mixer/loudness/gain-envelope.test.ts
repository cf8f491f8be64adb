/** The gain is never above what any sample near needs, and comes back to exactly 1. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GainEnvelope } from '../../../../../../renderer/media/mixer/loudness/gain-envelope.ts';

const FLAT = 24;

/** Gains, one a need; the needs of 1 that follow let the envelope come to rest. */
function gainsOf(needs: readonly number[], envelope = new GainEnvelope(96, FLAT, 300)): number[] {
  const values = Float64Array.from(needs);
  envelope.process(values, values.length);
  return [...values];
}

const need = fc.oneof(
  { weight: 6, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.double({ min: 1e-4, max: 1, noNaN: true }) },
);

describe('a gain envelope', () => {
  it('is at most the need of a sample, for as long as that sample’s kernel reaches', () => {
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 1500 }), (needs) => {
        const envelope = new GainEnvelope(96, FLAT, 300);
        const gains = gainsOf([...needs, ...new Array<number>(envelope.delay + FLAT).fill(1)], envelope);
        for (const [at, wanted] of needs.entries()) {
          const reached = gains.slice(at + envelope.delay, at + envelope.delay + FLAT + 1);
          expect(Math.max(...reached)).toBeLessThanOrEqual(wanted + 1e-9);
        }
        expect(Math.min(...gains)).toBeGreaterThan(0);
        expect(Math.max(...gains)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('is idle until something is needed, and again once it is back at 1', () => {
    const envelope = new GainEnvelope(96, FLAT, 300);
    expect(envelope.isIdle).toBe(true);
    gainsOf([0.5], envelope);
    expect(envelope.isIdle).toBe(false);
    const after = gainsOf(new Array<number>(10_000).fill(1), envelope);
    expect(envelope.isIdle).toBe(true);
    expect(after.at(-1)).toBe(1);
  });

  it('rises to a third of a reduction within the release', () => {
    const envelope = new GainEnvelope(96, FLAT, 300);
    gainsOf(new Array<number>(500).fill(0.5), envelope);
    const after = gainsOf(new Array<number>(2000).fill(1), envelope);
    const left = 1 - (after[envelope.delay / 2 + envelope.delay + FLAT + 300] ?? 0);
    expect(left / 0.5).toBeCloseTo(Math.exp(-1), 1);
  });
});
