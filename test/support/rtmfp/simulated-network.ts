/**
 * Two sessions of RTMFP with a network between them that loses, doubles, delays and reorders packets, in time that the test owns: a minute
 * takes milliseconds, and a seed gives the same run again. Packets pass as bytes, without keys.
 */
import { ByteWriter } from '../../../electron/rtmp/bytes/byte-writer.ts';
import type { OpenSession } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
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

interface Due {
  readonly atMs: number;
  readonly order: number;
}

interface Arrival extends Due {
  readonly to: Side;
  readonly from: string;
  readonly bytes: Uint8Array;
}

/** What the network carries packets between: a session, or what stands on one. */
export interface NetworkEnd {
  readonly session: OpenSession;
  receive(packet: SessionPacket, nowMs: number, from: string): unknown;
  takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined;
  readonly dueMs: number;
}

/** A session that nothing stands on. */
export function sessionEnd(session: OpenSession): NetworkEnd {
  return {
    session,
    receive: (packet, nowMs, from) => session.receive(packet, nowMs, from),
    takePacket: (nowMs, maxBytes) => session.takePacket(nowMs, maxBytes),
    get dueMs() {
      return session.dueMs;
    },
  };
}

interface Timer extends Due {
  readonly run: () => void;
}

/** Keeps `list` in order of time. */
function insert<T extends Due>(list: T[], one: T): void {
  let at = list.length;
  while (at > 0 && isBefore(one, list[at - 1])) at -= 1;
  list.splice(at, 0, one);
}

function isBefore(one: Due, other: Due | undefined): boolean {
  if (other === undefined) return false;
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}

function takeDue<T extends Due>(list: T[], nowMs: number): T[] {
  let count = 0;
  while ((list[count]?.atMs ?? Infinity) <= nowMs) count += 1;
  return list.splice(0, count);
}

interface Place {
  /** Where its packets come from. */
  address: string;
  packetsSent: number;
  bytesSent: number;
}

const MAX_PACKET_BYTES = 1_164;
/** Packets that one call may bring about: more means that they answer each other without end. */
const MAX_BURST = 20_000;

/** When simulated time begins. */
export const START_MS = 1_000;

export class SimulatedNetwork {
  readonly first: NetworkEnd;
  readonly second: NetworkEnd;
  readonly places: Readonly<Record<Side, Place>> = {
    first: { address: 'client:1', packetsSent: 0, bytesSent: 0 },
    second: { address: 'server:1', packetsSent: 0, bytesSent: 0 },
  };
  conditions: NetworkConditions;
  /** Says which packets the network loses beside those that it loses by chance. */
  drops: (packet: SessionPacket, to: Side, nowMs: number) => boolean = () => false;
  #chance;
  #nowMs = START_MS;
  #order = 0;
  readonly #arrivals: Arrival[] = [];
  readonly #timers: Timer[] = [];
  #linkFreeMs = 0;

  constructor(conditions: NetworkConditions, first: NetworkEnd, second: NetworkEnd) {
    this.conditions = conditions;
    this.#chance = seededChance(conditions.seed);
    this.first = first;
    this.second = second;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Runs `action` at that time. */
  at(atMs: number, action: () => void): void {
    this.#order += 1;
    insert(this.#timers, { atMs, order: this.#order, run: action });
  }

  /** Lets what is due happen until `untilMs`. */
  run(untilMs: number): void {
    for (;;) {
      this.#flush('first');
      this.#flush('second');
      const nextMs = Math.min(
        this.#timers[0]?.atMs ?? Infinity,
        this.#arrivals[0]?.atMs ?? Infinity,
        Math.max(this.first.dueMs, this.#nowMs + 0.01),
        Math.max(this.second.dueMs, this.#nowMs + 0.01),
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
    for (const { run } of takeDue(this.#timers, this.#nowMs)) run();
    for (const { to, bytes, from } of takeDue(this.#arrivals, this.#nowMs)) {
      const packet = readPacket(bytes);
      if (packet !== undefined && packet.mode !== 3) this[to].receive(packet, this.#nowMs, from);
      this.#flush(to);
    }
  }

  #flush(side: Side): void {
    const end = this[side];
    const to = side === 'first' ? 'second' : 'first';
    for (let count = 0; ; count += 1) {
      if (count > MAX_BURST) throw new Error('packets without end');
      const packet = end.takePacket(this.#nowMs, MAX_PACKET_BYTES);
      if (packet === undefined) break;
      // What goes to an address that the peer has left goes nowhere.
      const { address } = this.places[to];
      if ((end.session.address ?? address) === address) this.#send(packet, to, this.places[side]);
    }
    for (;;) {
      const path = end.session.takePathPacket();
      if (path === undefined) break;
      if (path.to === this.places[to].address) this.#send(path.packet, to, this.places[side]);
    }
  }

  #send(packet: SessionPacket, to: Side, sender: Place): void {
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
    insert(this.#arrivals, { atMs, order: this.#order, to, from, bytes });
  }
}
