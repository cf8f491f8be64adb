/**
 * Two sessions of RTMFP with a network between them that loses, doubles, delays and reorders packets, in time that the test owns: a minute
 * takes milliseconds, and a seed gives the same run again. Packets pass as bytes, without keys.
 */
import { ByteWriter } from '../../../electron/rtmp/bytes/byte-writer.ts';
import { OpenSession } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { OpenSessionOptions, SessionListener } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { SessionPacket } from '../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { readPacket } from '../../../electron/rtmp/rtmfp/wire/packet-reader.ts';
import { writePacket } from '../../../electron/rtmp/rtmfp/wire/packet-writer.ts';
import { seededChance } from './random.ts';

export interface NetworkConditions {
  readonly seed: number;
  /** One way, ms. */
  readonly delayMs?: number;
  /** Added to the delay, from nothing to this: what reorders packets. */
  readonly jitterMs?: number;
  /** Of packets, 0 to 1. */
  readonly loss?: number;
  readonly duplicates?: number;
  /** What the link carries from the first side to the second; what comes faster waits, up to `queueBytes`, then is lost. */
  readonly bytesPerMs?: number;
  readonly queueBytes?: number;
}

export type Side = 'first' | 'second';

interface Arrival {
  readonly atMs: number;
  readonly order: number;
  readonly to: Side;
  readonly from: string;
  readonly bytes: Uint8Array;
}

interface End {
  readonly session: OpenSession;
  /** Where its packets come from. */
  address: string;
  packetsSent: number;
  bytesSent: number;
}

const MAX_PACKET_BYTES = 1_164;
/** Packets that one call may bring about: more means that they answer each other without end. */
const MAX_BURST = 20_000;

export class SimulatedNetwork {
  readonly first: End;
  readonly second: End;
  conditions: NetworkConditions;
  /** Says which packets the network loses beside those that it loses by chance. */
  drops: (packet: SessionPacket, to: Side, nowMs: number) => boolean = () => false;
  #chance;
  #nowMs = 1_000;
  #order = 0;
  #arrivals: Arrival[] = [];
  #timers: { readonly atMs: number; readonly run: () => void }[] = [];
  #linkFreeMs = 0;

  constructor(
    conditions: NetworkConditions,
    first: SessionListener,
    second: SessionListener,
    options: { readonly first?: Partial<OpenSessionOptions>; readonly second?: Partial<OpenSessionOptions> } = {},
  ) {
    this.conditions = conditions;
    this.#chance = seededChance(conditions.seed);
    const end = (mode: 1 | 2, listener: SessionListener, more: Partial<OpenSessionOptions> = {}): End => ({
      session: new OpenSession({ mode, maxFlows: 32, ...more }, listener, this.#nowMs),
      address: mode === 1 ? 'client:1' : 'server:1',
      packetsSent: 0,
      bytesSent: 0,
    });
    this.first = end(1, first, options.first);
    this.second = end(2, second, options.second);
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Runs `action` at that time. */
  at(atMs: number, action: () => void): void {
    this.#timers.push({ atMs, run: action });
  }

  /** Lets what is due happen until `untilMs`. */
  run(untilMs: number): void {
    for (;;) {
      this.#flush('first');
      this.#flush('second');
      const nextMs = Math.min(
        ...this.#timers.map(({ atMs }) => atMs),
        this.#arrivals.reduce((soonest, { atMs }) => Math.min(soonest, atMs), Infinity),
        Math.max(this.first.session.dueMs, this.#nowMs + 0.01),
        Math.max(this.second.session.dueMs, this.#nowMs + 0.01),
      );
      if (nextMs > untilMs) break;
      this.#nowMs = Math.max(this.#nowMs, nextMs);
      this.#step();
    }
    this.#nowMs = untilMs;
  }

  runFor(ms: number): void {
    this.run(this.#nowMs + ms);
  }

  #step(): void {
    const due = this.#timers.filter(({ atMs }) => atMs <= this.#nowMs);
    this.#timers = this.#timers.filter(({ atMs }) => atMs > this.#nowMs);
    for (const { run } of due) run();
    const arrived = this.#arrivals
      .filter(({ atMs }) => atMs <= this.#nowMs)
      .sort((left, right) => left.atMs - right.atMs || left.order - right.order);
    this.#arrivals = this.#arrivals.filter(({ atMs }) => atMs > this.#nowMs);
    for (const { to, bytes, from } of arrived) {
      const packet = readPacket(bytes);
      if (packet !== undefined && packet.mode !== 3) this[to].session.receive(packet, this.#nowMs, from);
      this.#flush(to);
    }
  }

  #flush(side: Side): void {
    const end = this[side];
    const to = side === 'first' ? 'second' : 'first';
    for (let count = 0; ; count += 1) {
      if (count > MAX_BURST) throw new Error('packets without end');
      const packet = end.session.takePacket(this.#nowMs, MAX_PACKET_BYTES);
      if (packet === undefined) break;
      // What goes to an address that the peer has left goes nowhere.
      if (end.session.address === undefined || end.session.address === this[to].address)
        this.#send(packet, to, end);
    }
    for (;;) {
      const path = end.session.takePathPacket();
      if (path === undefined) break;
      if (path.to === this[to].address) this.#send(path.packet, to, end);
    }
  }

  #send(packet: SessionPacket, to: Side, sender: End): void {
    const writer = new ByteWriter(MAX_PACKET_BYTES);
    writePacket(writer, packet);
    const bytes = writer.take();
    if (bytes.length > MAX_PACKET_BYTES) throw new Error(`a packet of ${bytes.length} bytes`);
    sender.packetsSent += 1;
    sender.bytesSent += bytes.length;
    const { loss = 0, duplicates = 0 } = this.conditions;
    if (this.drops(packet, to, this.#nowMs) || this.#chance() < loss) return;
    const queuedMs = to === 'second' ? this.#queue(bytes.length) : 0;
    if (queuedMs === undefined) return;
    const copies = this.#chance() < duplicates ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.#arrive(to, sender.address, bytes, queuedMs);
  }

  /** How long a packet waits for the link; undefined where it is lost. */
  #queue(bytes: number): number | undefined {
    const { bytesPerMs, queueBytes = Infinity } = this.conditions;
    if (bytesPerMs === undefined) return 0;
    const waitMs = Math.max(0, this.#linkFreeMs - this.#nowMs);
    if (waitMs * bytesPerMs > queueBytes) return undefined;
    this.#linkFreeMs = this.#nowMs + waitMs + bytes / bytesPerMs;
    return waitMs;
  }

  #arrive(to: Side, from: string, bytes: Uint8Array, queuedMs: number): void {
    const { delayMs = 0, jitterMs = 0 } = this.conditions;
    this.#order += 1;
    const atMs = this.#nowMs + queuedMs + delayMs + this.#chance() * jitterMs;
    this.#arrivals.push({ atMs, order: this.#order, to, from, bytes });
  }
}
