/** What a hostile or broken peer may do within an open session (the numbers are those of the list of attacks), and what comes of it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenSession } from '../../../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { Ack, SessionChunk, UserData } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { Collector } from '../../../../support/rtmfp/session-pair.ts';

const METADATA = { type: 0, value: Uint8Array.of(1) };
const NOW_MS = 1_000;

function userData(more: Partial<UserData> = {}): UserData {
  return {
    type: 'userData',
    flowId: 5,
    sequence: 1,
    fsnOffset: 1,
    part: 'whole',
    isAbandoned: false,
    isFinal: false,
    options: [METADATA],
    data: Uint8Array.of(9),
    ...more,
  };
}

function victim(maxFlows = 32) {
  const collector = new Collector();
  const session = new OpenSession({ mode: 2, maxFlows }, collector, NOW_MS);
  let nowMs = NOW_MS;
  const give = (...chunks: SessionChunk[]): readonly SessionChunk[] => {
    nowMs += 1;
    const head = { isTimeCritical: false, isTimeCriticalReverse: false };
    session.receive({ mode: 1, ...head, timestamp: 1, timestampEcho: undefined, chunks }, nowMs);
    const answers: SessionChunk[] = [];
    for (let packet = session.takePacket(nowMs, 1_164); packet; packet = session.takePacket(nowMs, 1_164))
      answers.push(...packet.chunks);
    return answers;
  };
  const acksOf = (answers: readonly SessionChunk[]): Ack[] =>
    answers.flatMap((chunk) => (chunk.type === 'ack' ? [chunk] : []));
  const messages = () => (collector.messages.get(1) ?? []).map((bytes) => bytes.length);
  return { session, collector, give, acksOf, messages, wait: (ms: number) => (nowMs += ms) };
}

describe('§7.1 row 14: numbers that no sender may use', () => {
  it('number 0, an offset beyond the number and data behind the end are overlooked', () => {
    const { give, messages } = victim();
    give(userData({ sequence: 0, fsnOffset: 0 }), userData({ sequence: 1, fsnOffset: 2 }));
    expect(messages()).toEqual([]);
    give(userData({ sequence: 1 }), userData({ sequence: 2, isFinal: true, fsnOffset: 2 }));
    give(userData({ sequence: 3, fsnOffset: 3 }));
    expect(messages()).toEqual([1, 1]);
  });

  it('a flow that ended stays ended while its id is taken, and its repetitions are acknowledged', () => {
    const { give, acksOf, messages, collector, wait } = victim();
    give(userData({ isFinal: true }));
    expect(collector.ended).toEqual([1]);
    expect(acksOf(give(userData({ isFinal: true })))).toMatchObject([{ cumulative: 1 }]);
    wait(119_000);
    give(userData());
    expect(messages()).toEqual([1]);
  });
});

describe('§7.1 row 16: messages without an end', () => {
  it('shrink the room that the sender is told, but never to nothing', () => {
    const { give, acksOf } = victim();
    const blocks: number[] = [];
    for (let sequence = 1; sequence < 2_500; sequence += 1) {
      const part = sequence === 1 ? 'first' : 'middle';
      const answers = give(userData({ sequence, fsnOffset: sequence, part, data: new Uint8Array(1_128) }));
      blocks.push(...acksOf(answers).map(({ bufferBlocks }) => bufferBlocks));
    }
    expect(blocks[0]).toBeGreaterThan(2_000);
    expect(Math.min(...blocks)).toBe(1);
  });
});

describe('§7.1 row 17: a sender that gives up more than it ever sent, or ends twice', () => {
  it('is believed, and what follows is delivered', () => {
    const { give, messages, collector, acksOf } = victim();
    give(userData());
    const answers = give(userData({ sequence: 2 ** 45, fsnOffset: 0, isAbandoned: true }));
    expect(acksOf(answers)).toMatchObject([{ cumulative: 2 ** 45 }]);
    give(userData({ sequence: 2 ** 45 + 1, fsnOffset: 1 }));
    expect(messages()).toEqual([1, 1]);
    expect(collector.gaps).toBe(1);
    give(userData({ sequence: 2 ** 45 + 2, fsnOffset: 1, isFinal: true }));
    give(userData({ sequence: 2 ** 45 + 9, fsnOffset: 1, isFinal: true }));
    expect(collector.ended).toEqual([1]);
  });
});

describe('§7.1 row 20: a receiver without room', () => {
  it('goes on at once where there is room again', () => {
    const { session, give } = victim();
    const flow = session.openFlow({ metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: false });
    flow.send(new Uint8Array(1_000));
    give();
    give({ type: 'ack', flowId: 2, bufferBlocks: 0, cumulative: 1, received: [] });
    flow.send(Uint8Array.of(7));
    expect(give()).toEqual([]);
    const answers = give({ type: 'ack', flowId: 2, bufferBlocks: 5, cumulative: 1, received: [] });
    expect(answers).toMatchObject([{ type: 'userData', data: Uint8Array.of(7) }]);
  });
});

describe('anything at all', () => {
  it('breaks no session, and keeps its memory within the limits', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.maxSafeNat());
    const bytes = fc.uint8Array({ maxLength: 1_200 });
    const anyUserData = fc.record({
      type: fc.constant('userData' as const),
      flowId: fc.integer({ min: 0, max: 40 }),
      sequence: number,
      fsnOffset: number,
      part: fc.constantFrom('whole' as const, 'first' as const, 'middle' as const, 'last' as const),
      isAbandoned: fc.boolean(),
      isFinal: fc.boolean(),
      options: fc.constantFrom([METADATA], undefined, []),
      data: bytes,
    });
    const anyAck = fc.record({
      type: fc.constant('ack' as const),
      flowId: fc.integer({ min: 0, max: 6 }),
      bufferBlocks: number,
      cumulative: number,
      received: fc.array(fc.record({ first: number, last: number }), { maxLength: 10 }),
    });
    const anyOther = fc.oneof(
      fc.record({ type: fc.constantFrom('ping' as const, 'pingReply' as const), message: bytes }),
      fc.record({ type: fc.constant('bufferProbe' as const), flowId: number }),
      fc.record({ type: fc.constant('flowException' as const), flowId: fc.nat(6), code: number }),
    );
    const packet = fc.array(fc.oneof(anyUserData, anyAck, anyOther), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(packet, { maxLength: 60 }), (packets) => {
        const { session, give, wait } = victim();
        const flow = session.openFlow({ metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: true });
        for (const chunks of packets) {
          flow.send(new Uint8Array(2_000));
          give(...chunks);
          wait(50);
        }
        expect(session.bufferedBytes).toBeLessThanOrEqual(16 * 1024 * 1024);
        expect(session.outstandingBytes).toBeGreaterThanOrEqual(0);
        expect(session.unsentBytes).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
