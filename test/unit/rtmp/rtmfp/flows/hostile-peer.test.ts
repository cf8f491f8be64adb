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

describe('§7.1 row 13: a peer with many flows', () => {
  it('gets an exception for each flow beyond the limit', () => {
    const { give } = victim(4);
    for (let flowId = 1; flowId <= 4; flowId += 1) give(userData({ flowId }));
    const answers = give(userData({ flowId: 5 }), userData({ flowId: 6 }));
    expect(answers).toContainEqual({ type: 'flowException', flowId: 5, code: 0 });
    expect(answers).toContainEqual({ type: 'flowException', flowId: 6, code: 0 });
  });

  it('gets one for flows without metadata, with too much, with an unknown option, and for one that answers none of ours', () => {
    const { give, collector } = victim();
    const long = { type: 0, value: new Uint8Array(513) };
    const answersNone = { type: 0x0a, value: Uint8Array.of(3) };
    const lists = [undefined, [], [long], [METADATA, { type: 0x1fff, value: new Uint8Array(0) }]];
    [...lists, [METADATA, answersNone]].forEach((options, index) => {
      const flowId = index + 1;
      expect(give(userData({ flowId, options }))).toContainEqual({ type: 'flowException', flowId, code: 0 });
    });
    expect(collector.messages.size).toBe(0);
    give(userData({ flowId: 20, options: [METADATA, { type: 0x2000, value: new Uint8Array(0) }] }));
    expect(collector.messages.size).toBe(1);
  });
});

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

describe('§7.1 row 15: leaps of numbers', () => {
  it('far ahead are overlooked', () => {
    const { give, acksOf, session } = victim();
    give(userData());
    expect(acksOf(give(userData({ sequence: 2 ** 40, fsnOffset: 2 ** 40 })))).toEqual([]);
    expect(session.bufferedBytes).toBe(0);
  });

  it('leave at most 256 ranges, of which an acknowledgement lists 100', () => {
    const { give, acksOf } = victim();
    give(userData());
    const acks: Ack[] = [];
    const giveEach = (from: number): void => {
      for (let sequence = from; sequence < 2_000; sequence += 2)
        acks.push(...acksOf(give(userData({ sequence, fsnOffset: sequence }))));
    };
    giveEach(3);
    expect(acks.at(-1)?.received).toHaveLength(100);
    giveEach(2);
    // Of those that made the 257th range nothing was kept.
    expect(acks.at(-1)?.cumulative).toBe(514);
  });
});

describe('§7.1 row 16: messages without an end', () => {
  it('are refused at twice the room that the flow has', () => {
    const { give, session, collector } = victim();
    const answers: SessionChunk[] = [];
    for (let sequence = 1; sequence < 4_000; sequence += 1) {
      const part = sequence === 1 ? 'first' : 'middle';
      answers.push(...give(userData({ sequence, fsnOffset: sequence, part, data: new Uint8Array(1_128) })));
      expect(session.bufferedBytes).toBeLessThan(4 * 1024 * 1024 + 2_000);
    }
    expect(answers).toContainEqual({ type: 'flowException', flowId: 5, code: 0 });
    expect(collector.ended).toEqual([1]);
    expect(session.bufferedBytes).toBe(0);
  });

  it('in many flows are refused at 16 megabytes', () => {
    const { give, session } = victim();
    for (let flowId = 1; flowId <= 6; flowId += 1)
      for (let sequence = 1; sequence < 3_500; sequence += 1)
        give(
          userData({
            ...{ flowId, sequence, fsnOffset: sequence, data: new Uint8Array(1_128) },
            part: sequence === 1 ? 'first' : 'middle',
          }),
        );
    expect(session.bufferedBytes).toBeLessThan(16 * 1024 * 1024 + 2_000);
  });

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

describe('§7.1 row 18, 19: acknowledgements of what was never sent', () => {
  const ack = (more: Partial<Ack>): Ack => ({
    ...{ type: 'ack', flowId: 2, bufferBlocks: 64, cumulative: 0, received: [] },
    ...more,
  });

  it('change nothing, and those of the past neither', () => {
    const { session, give } = victim();
    const flow = session.openFlow({ metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: false });
    flow.send(new Uint8Array(5_000));
    give(
      ack({ cumulative: 2 ** 50 }),
      ack({ received: [{ first: 3, last: 2 ** 52 }] }),
      ack({ flowId: 99, cumulative: 5 }),
    );
    flow.send(new Uint8Array(5_000));
    give();
    expect(session.outstandingBytes).toBeGreaterThan(0);
    give(ack({ cumulative: 3 }), ack({ cumulative: 1 }));
    expect(session.outstandingBytes).toBeGreaterThan(0);
    give(ack({ cumulative: 2 ** 50 }));
    expect(flow.isIdle).toBe(true);
    expect(session.outstandingBytes).toBe(0);
  });

  it('widen the window to 4 megabytes and no further', () => {
    const { session, give } = victim();
    const flow = session.openFlow({ metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: false });
    for (let round = 0; round < 400; round += 1) {
      flow.send(new Uint8Array(100_000));
      give(ack({ cumulative: 2 ** 50, bufferBlocks: 2 ** 40 }));
    }
    expect(session.windowBytes).toBeLessThanOrEqual(4 * 1024 * 1024);
  });
});

describe('§7.1 row 20: a receiver without room', () => {
  it('is asked for some at ever longer times, and given up after half a minute', () => {
    const { session, give, collector, wait } = victim();
    const flow = session.openFlow({ metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: false });
    flow.send(new Uint8Array(1_000));
    give();
    give({ type: 'ack', flowId: 2, bufferBlocks: 0, cumulative: 1, received: [] });
    flow.send(new Uint8Array(1_000));
    const probesAt: number[] = [];
    for (let second = 0; second < 29; second += 1) {
      if (give({ type: 'ack', flowId: 2, bufferBlocks: 0, cumulative: 1, received: [] }).length > 0)
        probesAt.push(second);
      wait(1_000);
    }
    expect(probesAt.length).toBeGreaterThanOrEqual(2);
    expect(probesAt.length).toBeLessThanOrEqual(5);
    expect(collector.endings).toEqual([]);
    wait(3_000);
    give();
    expect(collector.endings).toEqual(['silence']);
  });

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

describe('§7.1 row 21: pings', () => {
  it('are answered ten times a second, none of more than 1000 bytes', () => {
    const { give } = victim();
    const ping = (length: number): SessionChunk => ({ type: 'ping', message: new Uint8Array(length) });
    const answers = give(...Array.from({ length: 50 }, () => ping(4)));
    expect(answers.filter(({ type }) => type === 'pingReply')).toHaveLength(10);
    expect(victim().give(ping(1_001))).toEqual([]);
    expect(victim().give(ping(1_000))).toHaveLength(1);
  });
});

describe('§7.1 row 24: a hello that is passed on', () => {
  it('is not answered, or a peer could point us at anybody', () => {
    const { give, session } = victim();
    const replyAddress = { origin: 'unknown', host: '192.0.2.1', port: 1 } as const;
    const tag = new Uint8Array(16);
    expect(give({ type: 'forwardedHello', discriminator: tag, replyAddress, tag })).toEqual([]);
    expect(session.takePathPacket()).toBeUndefined();
  });
});

describe('§7.1 row 30: timestamps that mean nothing', () => {
  it('make no timeout that is longer than ten seconds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (echoes) => {
        const session = new OpenSession({ mode: 1, maxFlows: 8 }, new Collector(), NOW_MS);
        const flow = session.openFlow({ metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: false });
        let nowMs = NOW_MS;
        for (const timestampEcho of echoes) {
          nowMs += 10;
          const head = { isTimeCritical: false, isTimeCriticalReverse: false };
          session.receive({ mode: 2, ...head, timestamp: timestampEcho, timestampEcho, chunks: [] }, nowMs);
        }
        flow.send(Uint8Array.of(1));
        expect(session.takePacket(nowMs, 1_164)).toBeDefined();
        expect(session.dueMs - nowMs).toBeLessThanOrEqual(10_000);
      }),
    );
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
