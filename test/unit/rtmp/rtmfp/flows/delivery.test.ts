import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector, connect, nobody } from '../../../../support/rtmfp/session-pair.ts';
import { seededChance } from '../../../../support/rtmfp/random.ts';
import type { NetworkConditions } from '../../../../support/rtmfp/simulated-network.ts';

function randomBytes(length: number, seed: number): Uint8Array {
  const chance = seededChance(seed);
  return Uint8Array.from({ length }, () => Math.floor(chance() * 256));
}

const conditions: fc.Arbitrary<NetworkConditions> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  delayMs: fc.integer({ min: 0, max: 100 }),
  jitterMs: fc.integer({ min: 0, max: 60 }),
  loss: fc.double({ min: 0, max: 0.3, noNaN: true }),
  duplicates: fc.double({ min: 0, max: 0.3, noNaN: true }),
});

describe('messages of flows', () => {
  it('come out as they went in, whatever the network loses, doubles and reorders', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(conditions, sizes, sizes, (network, low, high) => {
        const collector = new Collector();
        const simulation = connect(network, nobody, collector);
        const flows = [low, high].map((lengths, index) => {
          const flow = simulation.first.session.openFlow({
            metadata: Uint8Array.of(index),
            priority: index === 0 ? 'low' : 'high',
            isTimeCritical: index === 0,
          });
          const messages = lengths.map((length, at) => randomBytes(length, at + 1));
          messages.forEach((message, at) =>
            simulation.at(simulation.nowMs + at * 20, () => {
              flow.send(message);
              if (at === messages.length - 1) flow.close();
            }),
          );
          return { flow, messages };
        });
        simulation.runFor(25_000);
        flows.forEach(({ flow, messages }, index) => {
          expect(collector.messages.get(index)?.map((bytes) => [...bytes])).toEqual(
            messages.map((bytes) => [...bytes]),
          );
          expect(flow.isComplete).toBe(true);
        });
        expect(new Set(collector.ended)).toEqual(new Set([0, 1]));
        expect(collector.gaps).toBe(0);
        expect(simulation.first.session.outstandingBytes).toBe(0);
        expect(simulation.first.session.unsentBytes).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
