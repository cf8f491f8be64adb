/** Hostile or broken peers of an open session: each row of the reference's §7.1 that concerns flows. */
import { describe, expect, it } from 'vitest';
import {
  MAX_RANGES,
  MAX_SESSION_BUFFER_BYTES,
} from '../../../../../electron/rtmp/rtmfp/flows/flow-limits.ts';
import type { SessionChunk } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { acksOf, fragment, HostilePeer } from './hostile-peer.ts';

function exceptions(chunks: readonly SessionChunk[]): readonly number[] {
  return chunks.flatMap((chunk) => (chunk.type === 'flowException' ? [chunk.flowId] : []));
}

describe('a peer that sends', () => {
  it('§7.1 more than 32 flows: the others are refused, and 8 are a server’s to a client', () => {
    const peer = new HostilePeer();
    const answers = Array.from({ length: 40 }, (_none, id) =>
      peer.say(fragment(1, { flowId: id + 2 })),
    ).flat();
    expect(peer.flows).toBe(32);
    expect(exceptions(answers)).toEqual([34, 35, 36, 37, 38, 39, 40, 41]);
    const server = new HostilePeer({ maxFlows: 8 });
    for (let id = 2; id < 40; id += 1) server.say(fragment(1, { flowId: id }));
    expect(server.flows).toBe(8);
  });

  it('§7.1 a flow without metadata, with two associations, or with an option that must be known: it is refused', () => {
    const peer = new HostilePeer();
    const metadata = { type: 0, value: Uint8Array.of(1) };
    const odd = [
      undefined,
      [metadata, { type: 10, value: Uint8Array.of(2) }],
      [metadata, { type: 11, value: Uint8Array.of(2) }],
      [{ type: 0, value: new Uint8Array(513) }],
    ];
    const answers = odd.flatMap((options, id) => peer.say(fragment(1, { flowId: id + 2, options })));
    expect(exceptions(answers)).toEqual([2, 3, 4, 5]);
    expect(peer.flows).toBe(0);
    peer.say(fragment(1, { flowId: 9, options: [metadata, { type: 0x2000, value: Uint8Array.of(2) }] }));
    expect(peer.flows).toBe(1);
  });

  it('§7.1 data after the end, a second end, and the id of a flow that has ended', () => {
    const peer = new HostilePeer();
    peer.say(fragment(1));
    peer.say(fragment(3, { isFinal: true, isAbandoned: true }));
    peer.say(fragment(5, { isFinal: true }), fragment(4));
    expect(peer.messages).toHaveLength(1);
    peer.say(fragment(2));
    expect(peer.ended).toBe(1);
    const answers = peer.say(fragment(1), fragment(2), fragment(9));
    expect(peer.messages).toHaveLength(2);
    expect(peer.flows).toBe(1);
    expect(acksOf(answers)).toMatchObject([{ flowId: 2, cumulative: 3, received: [] }]);
  });

  it('§7.1 numbers far ahead: none beyond 65536, and no more than 256 ranges', () => {
    const peer = new HostilePeer();
    peer.say(fragment(1));
    peer.say(fragment(1 + 65_536 + 1, { fsnOffset: 65_537 }), fragment(2 ** 52, { fsnOffset: 2 ** 52 }));
    expect(acksOf(peer.say(fragment(1)))).toMatchObject([{ cumulative: 1, received: [] }]);
    for (let sequence = 3; sequence < 3 + 2 * 400; sequence += 2) peer.say(fragment(sequence));
    for (let sequence = 4; sequence < 4 + 2 * 400; sequence += 2) peer.say(fragment(sequence));
    peer.say(fragment(2));
    // What had no place is sent again by an honest sender.
    expect(peer.messages.length).toBeGreaterThanOrEqual(MAX_RANGES);
    expect(peer.messages.length).toBeLessThan(802);
  });

  it('§7.1 a forward number beyond everything sent: the gap is told, and the flow goes on', () => {
    const peer = new HostilePeer();
    peer.say(fragment(1));
    peer.say(fragment(1_000_000, { fsnOffset: 1, part: 'first' }));
    expect(peer.gaps).toBe(1);
    peer.say(fragment(1_000_001, { fsnOffset: 1 }));
    expect(peer.messages).toHaveLength(2);
    expect(peer.session.bufferedBytes).toBe(0);
  });

  it('§7.1 a message that never ends: the flow is refused, and nothing of it is kept', () => {
    const peer = new HostilePeer();
    const data = new Uint8Array(1_000);
    let answers: SessionChunk[] = [];
    for (let sequence = 1; sequence <= 200 && exceptions(answers).length === 0; sequence += 1) {
      answers = peer.say(fragment(sequence, { part: sequence === 1 ? 'first' : 'middle', data }));
      expect(peer.session.bufferedBytes).toBeLessThanOrEqual(2 * peer.capacityBytes + 1_000);
    }
    expect(exceptions(answers)).toEqual([2]);
    expect(peer.session.bufferedBytes).toBe(0);
    peer.say(fragment(300, { fsnOffset: 0 }));
    expect(peer.messages).toEqual([]);
  });

  it('§7.1 fragments of many flows that never become whole: 16 MB are held at most', () => {
    const peer = new HostilePeer();
    peer.capacityBytes = 2 * 1024 * 1024;
    const data = new Uint8Array(64_000);
    let highest = 0;
    for (let sequence = 1; sequence <= 40; sequence += 1) {
      for (let flowId = 2; flowId < 34; flowId += 1) {
        peer.say(fragment(sequence, { flowId, part: sequence === 1 ? 'first' : 'middle', data }));
        highest = Math.max(highest, peer.session.bufferedBytes);
      }
    }
    expect(highest).toBeGreaterThan(MAX_SESSION_BUFFER_BYTES / 2);
    expect(highest).toBeLessThanOrEqual(MAX_SESSION_BUFFER_BYTES + data.length);
  });

  it('§7.1 pings: 10 a second are answered, none with more than it brought, and none of over 1000 bytes', () => {
    const peer = new HostilePeer();
    const message = new Uint8Array(500).fill(7);
    const answers = Array.from({ length: 100 }, () => peer.say({ type: 'ping', message })).flat();
    expect(answers).toHaveLength(10);
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ type: 'pingReply', message })));
    peer.nowMs += 1_000;
    expect(peer.say({ type: 'ping', message: new Uint8Array(1_001) })).toEqual([]);
    expect(peer.say({ type: 'ping', message: new Uint8Array(0) })).toHaveLength(1);
  });

  it('§7.1 a hello that a server passes on: it is answered to nobody', () => {
    const peer = new HostilePeer();
    const replyAddress = { origin: 'observed', host: '203.0.113.9', port: 1935 } as const;
    const discriminator = new Uint8Array(34);
    const answers = peer.say({
      type: 'forwardedHello',
      discriminator,
      replyAddress,
      tag: new Uint8Array(16),
    });
    expect(answers).toEqual([]);
    expect(peer.session.takePathPacket()).toBeUndefined();
  });

  it('§7.1 packets of our own mode: nothing of them is taken', () => {
    const peer = new HostilePeer();
    peer.session.receive({ ...peer.packet(fragment(1), { type: 'close' }), mode: 2 }, peer.nowMs, 'peer|1');
    expect(peer.flows).toBe(0);
    expect(peer.session.phase).toBe('open');
  });

  it('§7.1 from another address: it is asked there once a second, and nothing moves without the answer', () => {
    const path = { secret: new Uint8Array(32), address: 'peer|1' };
    const peer = new HostilePeer({ path });
    for (let count = 0; count < 5; count += 1)
      peer.session.receive(peer.packet({ type: 'ping', message: new Uint8Array(0) }), peer.nowMs, 'other|2');
    const asked = peer.session.takePathPacket();
    expect(asked?.to).toBe('other|2');
    expect(peer.session.takePathPacket()).toBeUndefined();
    expect(peer.session.address).toBe('peer|1');
    const [ping] = asked?.packet.chunks ?? [];
    if (ping?.type !== 'ping') throw new Error('nothing was asked');
    const reply = { type: 'pingReply', message: ping.message } as const;
    peer.session.receive(peer.packet(reply), peer.nowMs, 'third|3');
    expect(peer.session.address).toBe('peer|1');
    const forged = { type: 'pingReply', message: new Uint8Array(24) } as const;
    peer.session.receive(peer.packet(forged), peer.nowMs, 'other|2');
    expect(peer.session.address).toBe('peer|1');
    peer.session.receive(peer.packet(reply), peer.nowMs, 'other|2');
    expect(peer.session.address).toBe('other|2');
  });

  it('§7.1 from another address to a client: nothing is asked', () => {
    const peer = new HostilePeer();
    peer.session.receive(peer.packet(fragment(1)), peer.nowMs, 'other|2');
    expect(peer.session.takePathPacket()).toBeUndefined();
  });
});

describe('a peer that acknowledges', () => {
  function sending(bytes: number): HostilePeer {
    const peer = new HostilePeer();
    const flow = peer.session.openFlow({
      metadata: Uint8Array.of(1),
      priority: 'medium',
      isTimeCritical: false,
    });
    flow.send(new Uint8Array(bytes));
    return peer;
  }

  function ack(cumulative: number, bufferBlocks = 64): SessionChunk {
    return { type: 'ack', flowId: 2, bufferBlocks, cumulative, received: [] };
  }

  it('§7.1 numbers that were never sent: only what was sent counts', () => {
    const peer = sending(100_000);
    const sent = peer.take().length;
    const hugeRange = { first: sent + 10, last: Number.MAX_SAFE_INTEGER };
    const ack = {
      type: 'ack',
      flowId: 2,
      bufferBlocks: 64,
      cumulative: 2 ** 52,
      received: [hugeRange],
    } as const;
    const more = peer.say(ack).filter((chunk) => chunk.type === 'userData');
    expect(peer.session.outstandingBytes).toBeLessThan(100_000);
    expect(peer.session.settledBytes).toBeLessThan(100_000);
    expect(more.length).toBeGreaterThan(0);
  });

  it('§7.1 flows that do not exist', () => {
    const peer = sending(1_000);
    peer.take();
    peer.say({ type: 'ack', flowId: 77, bufferBlocks: 64, cumulative: 5, received: [] });
    peer.say({ type: 'flowException', flowId: 77, code: 3 }, { type: 'bufferProbe', flowId: 77 });
    expect(peer.session.settledBytes).toBe(0);
  });

  it('§7.1 far too much, early and always: the window stays under 4 MB', () => {
    const peer = sending(50_000_000);
    for (let round = 0; round < 400; round += 1) {
      peer.nowMs += 5;
      const numbers = peer.take().flatMap((chunk) => (chunk.type === 'userData' ? [chunk.sequence] : []));
      if (numbers.length > 0) peer.say(ack(Math.max(...numbers), 1_000_000));
    }
    expect(peer.session.windowBytes).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(peer.session.outstandingBytes).toBeLessThanOrEqual(4 * 1024 * 1024 + 1_200);
  });

  it('a little room at a time: a window that this room leaves unused does not grow', () => {
    const peer = sending(5_000_000);
    const first = peer.session.windowBytes;
    let last = 0;
    for (let round = 0; round < 200; round += 1) {
      for (const chunk of peer.take()) if (chunk.type === 'userData') last = chunk.sequence;
      peer.nowMs += 5;
      peer.session.receive(peer.packet(ack(last, 4)), peer.nowMs, 'peer|1');
    }
    expect(peer.session.settledBytes).toBeGreaterThan(500_000);
    expect(peer.session.windowBytes).toBeLessThan(first * 2);
  });

  it('all but one packet, while this computer stood still: the one is lost, and no timeout is due for it', () => {
    const peer = new HostilePeer();
    const options = { metadata: Uint8Array.of(1), priority: 'medium', isTimeCritical: true } as const;
    const flow = peer.session.openFlow(options);
    for (let count = 0; count < 4; count += 1) flow.send(new Uint8Array(1_000));
    peer.take();
    const window = peer.session.windowBytes;
    const timestampEcho = peer.nowMs / 4;
    peer.nowMs += 52;
    const received = [{ first: 2, last: 4 }];
    const acknowledgement = { type: 'ack', flowId: 2, bufferBlocks: 64, cumulative: 0, received } as const;
    peer.session.receive({ ...peer.packet(acknowledgement), timestampEcho }, peer.nowMs, 'peer|1');
    peer.nowMs += 700;
    expect(peer.take()).toMatchObject([{ type: 'userData', sequence: 1 }]);
    expect(peer.session.windowBytes).toBe(window);
  });

  it('§7.1 with a window of 0 for ever: it is asked more and more seldom, and given up after 30 seconds', () => {
    const peer = sending(50_000);
    const sent = peer.take().flatMap((chunk) => (chunk.type === 'userData' ? [chunk.sequence] : []));
    peer.say(ack(Math.max(...sent), 0));
    const before = peer.wait(29_000);
    expect(peer.endings).toEqual([]);
    const probes = [...before, ...peer.wait(10_000)].filter((chunk) => chunk.type === 'bufferProbe');
    expect(probes.length).toBeGreaterThan(2);
    expect(peer.endings).toEqual(['silence']);
    expect(probes.length).toBeLessThan(10);
  });

  it('§7.1 nothing at all: the session is over after 30 seconds', () => {
    const peer = sending(1_000);
    peer.take();
    peer.wait(29_000);
    expect(peer.endings).toEqual([]);
    peer.wait(3_000);
    expect(peer.endings).toEqual(['silence']);
  });

  it('§7.1 with nonsense for echoes: the timeout stays under 10 seconds', () => {
    const peer = sending(1_000_000);
    for (let round = 0; round < 200; round += 1) {
      peer.nowMs += 10;
      peer.take();
      const echo = (round * 7_919) % 0x10000;
      peer.session.receive(
        { ...peer.packet(ack(0)), timestamp: 1, timestampEcho: echo },
        peer.nowMs,
        'peer|1',
      );
    }
    expect(peer.session.dueMs - peer.nowMs).toBeLessThanOrEqual(10_000);
  });
});
