/** What a hostile or broken server may make of a publisher over flows: rows of the reference's §7.1. */
import { describe, expect, it } from 'vitest';
import { parseHex } from '../../../../../electron/rtmp/bytes/hex.ts';
import { OpenSession } from '../../../../../electron/rtmp/rtmfp/flows/open-session.ts';
import { FlowPublisher } from '../../../../../electron/rtmp/rtmfp/messages/flow-publisher.ts';
import { buildTcMetadata } from '../../../../../electron/rtmp/rtmfp/messages/tc-metadata.ts';
import type { SendFlow } from '../../../../../electron/rtmp/rtmfp/flows/send/send-flow.ts';
import type { SessionChunk, SessionPacket } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import type { PublishSessionEvent } from '../../../../../electron/rtmp/session/publish/publish-session-types.ts';
import { rtmfpVectors } from '../vectors.ts';

const MAX_PACKET_BYTES = 1_164;

/** A publisher, and a server that is the test's. */
class HostileServer {
  readonly publisher = new FlowPublisher({ app: 'live', tcUrl: 'rtmfp://h/live', streamKey: 'key' }, 1_000);
  readonly session: OpenSession;
  readonly events: PublishSessionEvent[] = [];
  /** What the publisher has said. */
  readonly chunks: SessionChunk[] = [];
  refused = 0;
  nowMs = 1_000;

  constructor() {
    const listener = {
      onFlow: () => ({ capacityBytes: 65_536, message: () => undefined }),
      onEnded: () => undefined,
    };
    this.session = new OpenSession({ mode: 2, maxFlows: 32 }, listener, this.nowMs);
    this.publisher.start(this.nowMs);
    this.run(200);
  }

  run(milliseconds: number): void {
    for (const untilMs = this.nowMs + milliseconds; this.nowMs < untilMs; this.nowMs += 100) {
      for (const packet of this.#take(this.publisher)) {
        this.chunks.push(...packet.chunks);
        this.session.receive(packet, this.nowMs);
      }
      for (const packet of this.#take(this.session))
        this.events.push(...this.publisher.receive(packet, this.nowMs));
    }
  }

  openFlow(streamId: number, association: number | undefined): SendFlow {
    return this.session.openFlow({
      metadata: buildTcMetadata(streamId),
      association,
      priority: 'medium',
      isTimeCritical: false,
      onRefused: () => (this.refused += 1),
    });
  }

  *#take(side: {
    takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined;
  }): Generator<SessionPacket> {
    for (let packet; (packet = side.takePacket(this.nowMs, MAX_PACKET_BYTES)) !== undefined;) yield packet;
  }
}

function keepAlive(period: string): Uint8Array {
  return parseHex(`04000000000029${period}${period}`);
}

describe('§7.1 a server', () => {
  it('that asks for a keep-alive of nothing gets one each 5 seconds', () => {
    const server = new HostileServer();
    server.openFlow(0, 2).send(keepAlive('00000000'));
    server.run(30_000);
    const pings = server.chunks.filter(({ type }) => type === 'ping');
    expect(pings.length).toBeGreaterThan(3);
    expect(pings.length).toBeLessThanOrEqual(7);
  });

  it('that asks for one in seven weeks gets one within 5 minutes', () => {
    const server = new HostileServer();
    server.openFlow(0, 2).send(keepAlive('ffffffff'));
    server.run(301_000);
    expect(server.chunks.some(({ type }) => type === 'ping')).toBe(true);
  });

  it('that asks for what is usual is heard', () => {
    const server = new HostileServer();
    server.openFlow(0, 2).send(parseHex(rtmfpVectors.keepalive));
    server.run(14_000);
    expect(server.chunks.some(({ type }) => type === 'ping')).toBe(false);
    server.run(2_000);
    expect(server.chunks.some(({ type }) => type === 'ping')).toBe(true);
  });

  it('that opens more than 8 flows, or flows that answer none of ours, is refused them', () => {
    const server = new HostileServer();
    for (let count = 0; count < 8; count += 1) server.openFlow(1, 2).send(new Uint8Array(0));
    server.run(1_000);
    expect(server.refused).toBe(0);
    for (let count = 0; count < 3; count += 1) server.openFlow(1, 2).send(new Uint8Array(0));
    server.run(1_000);
    expect(server.refused).toBe(3);
    const other = new HostileServer();
    other.openFlow(0, undefined).send(new Uint8Array(0));
    other.openFlow(0, 77).send(new Uint8Array(0));
    other.run(1_000);
    expect(other.refused).toBe(2);
  });

  it('that sends a message which is none, or none for flows, is overlooked', () => {
    const server = new HostileServer();
    const flow = server.openFlow(0, 2);
    for (const message of ['', '01', '0100000000', '0100000000ffffffff', '03000000000000', '1600000000'])
      flow.send(parseHex(message));
    server.run(1_000);
    expect(server.publisher.phase).toBe('connecting');
    expect(server.events.filter(({ type }) => type === 'failed')).toEqual([]);
  });
});
