/** Messages that are given up: what the receiver learns of it, and when. */
import { describe, expect, it } from 'vitest';
import { Collector, connect, nobody } from '../../../../support/rtmfp/session-pair.ts';
import type { SimulatedNetwork } from '../../../../support/rtmfp/simulated-network.ts';
import type { SessionPacket, UserData } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';

const flowOptions = { metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: true } as const;

function userDataOf(packet: SessionPacket): UserData[] {
  return packet.chunks.flatMap((chunk) => (chunk.type === 'userData' ? [chunk] : []));
}

function start() {
  const collector = new Collector();
  const network: SimulatedNetwork = connect({ seed: 1, delayMs: 20 }, nobody, collector);
  const flow = network.first.session.openFlow(flowOptions);
  const received = () => (collector.messages.get(1) ?? []).map((bytes) => bytes[0]);
  return { collector, network, flow, received };
}

describe('a message that is late', () => {
  it('is not begun after its time, and what follows it comes', () => {
    const { network, flow, received, collector } = start();
    // All that is sent is lost until the first message is too late.
    const openMs = network.nowMs + 1_000;
    network.drops = (_packet, to, nowMs) => to === 'second' && nowMs < openMs;
    const filler = new Uint8Array(40_000).fill(1);
    flow.send(filler);
    flow.send(Uint8Array.of(2), { startByMs: network.nowMs + 500 });
    flow.send(Uint8Array.of(3));
    network.runFor(8_000);
    expect(received()).toEqual([1, 3]);
    expect(collector.gaps).toBe(1);
    expect(flow.messagesAbandoned).toBe(1);
    expect(flow.isIdle).toBe(true);
  });

  it('is not sent again after its time, and the receiver is told though nothing follows', () => {
    const { network, flow, received, collector } = start();
    flow.send(Uint8Array.of(1));
    network.runFor(200);
    network.drops = (packet, to) => to === 'second' && userDataOf(packet).some(({ data }) => data.length > 0);
    flow.send(new Uint8Array(3_000).fill(2), { finishByMs: network.nowMs + 400 });
    network.runFor(3_000);
    expect(received()).toEqual([1]);
    expect(collector.gaps).toBe(1);
    expect(flow.isIdle).toBe(true);
    expect(flow.messagesAbandoned).toBe(1);
    network.drops = () => false;
    flow.send(Uint8Array.of(3));
    network.runFor(200);
    expect(received()).toEqual([1, 3]);
  });

  it('does not hold up a message behind it that has arrived already', () => {
    const { network, flow, received } = start();
    flow.send(Uint8Array.of(1));
    network.runFor(200);
    network.drops = (packet, to) => to === 'second' && userDataOf(packet).some(({ data }) => data[0] === 2);
    flow.send(Uint8Array.of(2), { finishByMs: network.nowMs + 300 });
    // In packets of their own, which arrive.
    network.runFor(1);
    flow.send(Uint8Array.of(3));
    network.runFor(1_000);
    expect(received()).toEqual([1, 3]);
  });

  it('is delivered whole where it arrives in time', () => {
    const { network, flow, received } = start();
    flow.send(Uint8Array.of(1), { startByMs: network.nowMs + 300, finishByMs: network.nowMs + 300 });
    network.runFor(1_000);
    expect(received()).toEqual([1]);
    expect(flow.messagesAbandoned).toBe(0);
  });
});

describe('a flow that ends', () => {
  it('says so in a fragment of its own without content', () => {
    const { network, flow, collector } = start();
    const sent: UserData[] = [];
    network.drops = (packet, to) => {
      if (to === 'second') sent.push(...userDataOf(packet));
      return false;
    };
    flow.send(Uint8Array.of(1));
    network.runFor(200);
    flow.close();
    network.runFor(200);
    expect(sent.at(-1)).toMatchObject({ isFinal: true, isAbandoned: true, sequence: 2, fsnOffset: 0 });
    expect(collector.ended).toEqual([1]);
    expect(flow.isComplete).toBe(true);
  });

  it('gives up what waits when the receiver refuses it', () => {
    const { network, flow } = start();
    let refused: number | undefined;
    const other = network.first.session.openFlow({
      ...flowOptions,
      metadata: Uint8Array.of(2),
      onRefused: (code) => (refused = code),
    });
    other.send(new Uint8Array(10_000));
    network.runFor(200);
    const [, second] = [flow, other];
    network.second.session.refuseFlow(second.id);
    second.send(new Uint8Array(10_000));
    network.runFor(2_000);
    expect(refused).toBe(0);
    expect(second.isComplete).toBe(true);
    expect(network.first.session.outstandingBytes).toBe(0);
  });
});
