/** Any packet that RTMFP can carry, for property tests. */
import fc from 'fast-check';
import type {
  Chunk,
  Packet,
  SessionChunk,
  SocketAddress,
  StartupChunk,
} from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';

const bytes = fc.uint8Array({ maxLength: 40 });
const number = fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat());
const sessionId = fc.integer({ min: 0, max: 0xffffffff });
const options = fc.array(fc.record({ type: fc.nat({ max: 9000 }), value: bytes }), { maxLength: 4 });

const address: fc.Arbitrary<SocketAddress> = fc.record({
  origin: fc.constantFrom('unknown', 'local', 'observed', 'relay'),
  host: fc.ipV4(),
  port: fc.nat({ max: 65535 }),
});

const userData = fc
  .record({
    flowId: number,
    sequence: fc.maxSafeNat().map((value) => Math.max(1, value)),
    distance: number,
    part: fc.constantFrom('whole', 'first', 'middle', 'last'),
    isAbandoned: fc.boolean(),
    isFinal: fc.boolean(),
    options: fc.option(options, { nil: undefined }),
    data: bytes,
  })
  .map(({ distance, ...chunk }) => ({
    type: 'userData' as const,
    ...chunk,
    fsnOffset: Math.min(distance, chunk.sequence),
  }));

const ack = fc
  .record({
    flowId: number,
    bufferBlocks: number,
    cumulative: fc.nat({ max: 2 ** 31 - 1 }),
    gaps: fc.array(fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 })), { maxLength: 20 }),
  })
  .map(({ gaps, ...chunk }) => {
    let previous = chunk.cumulative;
    const received = gaps.map(([missing, count]) => {
      const first = previous + missing + 2;
      previous = first + count;
      return { first, last: previous };
    });
    return { type: 'ack' as const, ...chunk, received };
  });

export const anySessionChunk: fc.Arbitrary<SessionChunk> = fc.oneof(
  userData,
  ack,
  fc.record({ type: fc.constant('bufferProbe' as const), flowId: number }),
  fc.record({ type: fc.constant('flowException' as const), flowId: number, code: number }),
  fc.record({ type: fc.constantFrom('ping' as const, 'pingReply' as const), message: bytes }),
  fc.record({ type: fc.constantFrom('close' as const, 'closeAck' as const) }),
  fc.record({
    type: fc.constant('forwardedHello' as const),
    discriminator: bytes,
    replyAddress: address,
    tag: bytes,
  }),
);

export const anyStartupChunk: fc.Arbitrary<StartupChunk> = fc.oneof(
  fc.record({ type: fc.constant('initiatorHello' as const), discriminator: bytes, tag: bytes }),
  fc.record({ type: fc.constant('responderHello' as const), tag: bytes, cookie: bytes, certificate: bytes }),
  fc.record({
    type: fc.constant('redirect' as const),
    tag: bytes,
    addresses: fc.array(address, { maxLength: 5 }),
  }),
  fc.record({
    type: fc.constant('initiatorKeying' as const),
    sessionId,
    cookie: bytes,
    certificate: bytes,
    component: bytes,
    signature: bytes,
  }),
  fc.record({
    type: fc.constant('responderKeying' as const),
    sessionId,
    component: bytes,
    signature: bytes,
  }),
  fc.record({ type: fc.constant('cookieChange' as const), oldCookie: bytes, newCookie: bytes }),
);

const stamp = fc.option(fc.nat({ max: 0xffff }), { nil: undefined });
const head = { isTimeCritical: fc.boolean(), isTimeCriticalReverse: fc.boolean() };
const stamps = { timestamp: stamp, timestampEcho: stamp };

function chunksOf<T extends Chunk>(chunk: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(chunk, { maxLength: 6 });
}

/** Fragments that follow one another, as a sender fills a packet. */
const run = fc
  .tuple(userData, fc.array(userData, { maxLength: 4 }))
  .filter(([first]) => first.sequence < Number.MAX_SAFE_INTEGER - 10)
  .map(([first, rest]) => [
    first,
    ...rest.map((chunk, index) => ({
      ...chunk,
      flowId: first.flowId,
      sequence: first.sequence + index + 1,
      fsnOffset: first.fsnOffset + index + 1,
    })),
  ]);

export const anyPacket: fc.Arbitrary<Packet> = fc.oneof(
  fc.record({
    mode: fc.constantFrom(1 as const, 2 as const),
    ...head,
    ...stamps,
    chunks: fc.oneof(chunksOf(anySessionChunk), run),
  }),
  fc.record({ mode: fc.constant(3 as const), ...head, ...stamps, chunks: chunksOf(anyStartupChunk) }),
);
