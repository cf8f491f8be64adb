/** The life of a session: its end from either side, its keep-alive, and a peer whose address changes. */
import { describe, expect, it } from 'vitest';
import { Collector, connect, nobody } from '../../../../support/rtmfp/session-pair.ts';
import type { SessionListener } from '../../../../../electron/rtmp/rtmfp/flows/open-session.ts';

const flowOptions = { metadata: Uint8Array.of(1), priority: 'low', isTimeCritical: true } as const;
const network = { seed: 1, delayMs: 20 };
const secret = new Uint8Array(32).fill(7);

describe('the end of a session', () => {
  it('is agreed on by both sides', () => {
    const [first, second] = [new Collector(), new Collector()];
    const simulation = connect(network, first, second);
    simulation.first.session.close(simulation.nowMs);
    simulation.runFor(100);
    expect([first.endings, second.endings]).toEqual([['here'], ['peer']]);
    expect(simulation.first.session.phase).toBe('closed');
    simulation.runFor(20_000);
    expect(simulation.second.session.phase).toBe('closed');
  });

  it('is asked for again while the answer is lost, and comes by itself in the end', () => {
    const [first, second] = [new Collector(), new Collector()];
    const simulation = connect(network, first, second);
    simulation.drops = (_packet, to) => to === 'first';
    simulation.first.session.close(simulation.nowMs);
    simulation.runFor(4_000);
    expect(simulation.first.session.phase).toBe('nearClose');
    expect(second.endings).toEqual(['peer']);
    simulation.drops = () => false;
    simulation.runFor(2_000);
    expect(simulation.first.session.phase).toBe('closed');
    const silent = connect(network, first, nobody);
    silent.drops = () => true;
    silent.first.session.close(silent.nowMs);
    silent.runFor(89_000);
    expect(silent.first.session.phase).toBe('nearClose');
    silent.runFor(2_000);
    expect(silent.first.session.phase).toBe('closed');
  });

  it('comes once where both ask at the same time', () => {
    const [first, second] = [new Collector(), new Collector()];
    const simulation = connect(network, first, second);
    simulation.first.session.close(simulation.nowMs);
    simulation.second.session.close(simulation.nowMs);
    simulation.runFor(1_000);
    expect([first.endings, second.endings]).toEqual([['here'], ['here']]);
  });

  it('at once is told with a last word', () => {
    const [first, second] = [new Collector(), new Collector()];
    const simulation = connect(network, first, second);
    const flow = simulation.first.session.openFlow(flowOptions);
    flow.send(new Uint8Array(50_000));
    simulation.runFor(10);
    simulation.first.session.abort();
    simulation.runFor(100);
    expect([first.endings, second.endings]).toEqual([['here'], ['peer']]);
    expect(simulation.first.session.outstandingBytes).toBe(0);
    expect(simulation.first.session.dueMs).toBe(Infinity);
  });

  it('comes by silence where nothing is acknowledged any more', () => {
    const first = new Collector();
    const simulation = connect(network, first, nobody);
    simulation.first.session.openFlow(flowOptions).send(Uint8Array.of(1));
    simulation.drops = () => true;
    simulation.runFor(29_000);
    expect(first.endings).toEqual([]);
    simulation.runFor(2_000);
    expect(first.endings).toEqual(['silence']);
  });
});

describe('a session without traffic', () => {
  it('asks whether the peer is there, and lives on its answers', () => {
    const first = new Collector();
    const simulation = connect(network, first, nobody, { first: { keepAliveMs: 20_000 } });
    simulation.runFor(300_000);
    expect(first.endings).toEqual([]);
    const { packetsSent } = simulation.places.first;
    expect(packetsSent).toBeGreaterThanOrEqual(14);
    expect(packetsSent).toBeLessThanOrEqual(16);
    simulation.drops = () => true;
    simulation.runFor(60_000);
    expect(first.endings).toEqual(['silence']);
  });

  it('says nothing where it was not told to', () => {
    const simulation = connect(network, nobody, nobody);
    simulation.runFor(300_000);
    expect(simulation.places.first.packetsSent).toBe(0);
  });
});

describe('a ping', () => {
  it('is answered with its message', () => {
    const pongs: number[][] = [];
    const listener: SessionListener = { ...nobody, onPong: (message) => pongs.push([...message]) };
    const simulation = connect(network, listener, nobody);
    simulation.first.session.ping(Uint8Array.of(1, 2, 3));
    simulation.runFor(100);
    expect(pongs).toEqual([[1, 2, 3]]);
  });
});

describe('a peer whose address changes', () => {
  it('is followed once it has proved the new one, within two round trips', () => {
    const collector = new Collector();
    const path = { secret, address: 'client:1' };
    const simulation = connect(network, nobody, collector, { second: { path } });
    const flow = simulation.first.session.openFlow(flowOptions);
    for (let ms = 0; ms < 3_000; ms += 20)
      simulation.at(simulation.nowMs + ms, () => flow.send(new Uint8Array(1_000)));
    simulation.runFor(1_000);
    simulation.places.first.address = 'elsewhere:7';
    simulation.runFor(90);
    expect(simulation.second.session.address).toBe('elsewhere:7');
    simulation.runFor(3_000);
    expect(collector.messages.get(1)).toHaveLength(150);
    expect(collector.endings).toEqual([]);
  });

  it('is not followed on the word of a packet alone', () => {
    const path = { secret, address: 'client:1' };
    const simulation = connect(network, nobody, new Collector(), { second: { path } });
    const flow = simulation.first.session.openFlow(flowOptions);
    flow.send(Uint8Array.of(1));
    simulation.runFor(100);
    // Somebody sends the client's own packets again from another place, and gets no answer to the ping there.
    simulation.places.first.address = 'forger:9';
    simulation.drops = (packet, to) => to === 'first' && packet.chunks.some(({ type }) => type === 'ping');
    flow.send(Uint8Array.of(2));
    simulation.runFor(300);
    expect(simulation.second.session.address).toBe('client:1');
  });

  it('is not followed where the session may not be moved', () => {
    const simulation = connect(network, nobody, new Collector());
    simulation.places.first.address = 'elsewhere:7';
    simulation.first.session.openFlow(flowOptions).send(Uint8Array.of(1));
    simulation.runFor(100);
    expect(simulation.second.session.address).toBeUndefined();
    expect(simulation.second.session.takePathPacket()).toBeUndefined();
  });
});
