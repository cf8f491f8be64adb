/**
 * All flows that we send in one session: which of them the next packet serves, how much is in flight, what is lost. Flows of higher priority
 * go first; the congestion window and a pace spread what leaves at once (RFC 7016 §3.5.1, §3.5.2.3).
 */
import type { Ack } from '../../wire/chunks.ts';
import { CongestionWindow, isForgiving, MIN_WINDOW_BYTES } from './congestion-window.ts';
import type { Acknowledged, Urgency } from './congestion-window.ts';
import type { PacketBuilder } from '../packet-builder.ts';
import type { PacketClock } from '../packet-clock.ts';
import { QueueDrain } from './queue-drain.ts';
import { SendFlow } from './send-flow.ts';
import type { FlowPriority, SendFlowOptions } from './send-flow.ts';
import { MAX_BURST_PACKETS, TIME_CRITICAL_MS } from '../timings.ts';
import { Transmissions } from './transmissions.ts';

/** Flash's clients begin with 2, and servers of its time take that for granted. */
const FIRST_FLOW_ID = 2;
const PACKET_BYTES = 1_200;
const MAX_BURST_BYTES = MAX_BURST_PACKETS * PACKET_BYTES;
const TIMER_MS = 2;
const order: Readonly<Record<FlowPriority, number>> = { high: 0, medium: 1, low: 2 };

/** What a packet says about the user data that was put into it. */
export interface Filled {
  readonly hasUserData: boolean;
  readonly isTimeCritical: boolean;
}

export class SendSide {
  readonly #clock: PacketClock;
  readonly #window: CongestionWindow;
  readonly #transmissions: Transmissions;
  readonly #drain: QueueDrain;
  readonly #mustYield: boolean;
  readonly #flows = new Map<number, SendFlow>();
  /** By priority. */
  #served: SendFlow[] = [];
  #nextId = FIRST_FLOW_ID;
  /** Bytes that may leave by the pace; below 0 after a packet that took more. */
  #paceBytes = MAX_BURST_BYTES;
  /** The pace alone held something back at the last turn. */
  #isHeldBack = false;
  /** What was in flight and what waited filled the window at the last turn. */
  #isWindowFull = false;
  #pacedMs: number;
  /** The last acknowledgement of something, or what was sent while nothing was in flight. */
  #progressMs: number;
  /** The same, or the last timeout. */
  #alarmFromMs: number;
  #timeCriticalMs = -Infinity;
  #reverseMs = -Infinity;
  /** By the packet that is being read. */
  #ackedBytes = 0;
  #outstandingBefore = 0;
  /** Of flows that are gone. */
  #goneSettledBytes = 0;
  #goneAbandoned = 0;

  /** @param mustYield takes no more of the path than TCP would, also for real-time data. */
  constructor(clock: PacketClock, mustYield: boolean, nowMs: number) {
    this.#clock = clock;
    this.#mustYield = mustYield;
    this.#window = new CongestionWindow(clock);
    this.#transmissions = new Transmissions(clock, this.#window);
    this.#drain = new QueueDrain(clock, (beforeMs) => this.#window.measuredAnew(beforeMs));
    this.#pacedMs = nowMs;
    this.#progressMs = nowMs;
    this.#alarmFromMs = nowMs;
  }

  /** What may be in flight now. */
  get windowBytes(): number {
    return this.#drain.isOn ? Math.min(MIN_WINDOW_BYTES, this.#window.bytes) : this.#window.bytes;
  }

  get outstandingBytes(): number {
    return this.#transmissions.outstandingBytes;
  }

  /** Of messages in all flows: what no packet took along yet. */
  get unsentBytes(): number {
    return this.#served.reduce((sum, flow) => sum + flow.unsentBytes, 0);
  }

  /** The same: what the peer has, or what was given up. */
  get settledBytes(): number {
    return this.#served.reduce((sum, flow) => sum + flow.settledBytes, this.#goneSettledBytes);
  }

  get messagesAbandoned(): number {
    return this.#served.reduce((sum, flow) => sum + flow.messagesAbandoned, this.#goneAbandoned);
  }

  /** Everything has reached the peer. */
  get isIdle(): boolean {
    return this.#served.every((flow) => flow.isIdle);
  }

  open(options: SendFlowOptions): SendFlow {
    const flow = new SendFlow(this.#nextId, options, this.#transmissions);
    this.#nextId += 1;
    this.#flows.set(flow.id, flow);
    this.#served = [...this.#served, flow].sort(
      (left, right) => order[left.options.priority] - order[right.options.priority],
    );
    return flow;
  }

  find(id: number): SendFlow | undefined {
    return this.#flows.get(id);
  }

  /** The session is over. */
  drop(): void {
    for (const flow of this.#served) flow.drop();
  }

  /** The peer receives media in real time from elsewhere. */
  askedToYield(nowMs: number): void {
    this.#reverseMs = nowMs;
  }

  acknowledge(ack: Ack, nowMs: number): void {
    const flow = this.#flows.get(ack.flowId);
    if (flow === undefined) return;
    if (this.#ackedBytes === 0) this.#outstandingBefore = this.#transmissions.outstandingBytes;
    this.#ackedBytes += flow.acknowledge(ack, nowMs);
  }

  /** A packet of the peer was read to its end. */
  packetRead(nowMs: number): void {
    const bytes = this.#ackedBytes;
    if (bytes === 0) return;
    this.#ackedBytes = 0;
    this.#progressMs = nowMs;
    this.#alarmFromMs = nowMs;
    // More acknowledgements may have come with this one: what is lost is judged once they are read.
    this.#judge({ bytes, hasNaks: this.#transmissions.nak() }, this.#outstandingBefore, nowMs);
  }

  /** What happens by time alone. */
  advance(nowMs: number): void {
    for (const flow of this.#served) flow.expire(nowMs);
    const { outstandingBytes } = this.#transmissions;
    if (this.#transmissions.lossDueMs <= nowMs)
      this.#judge({ lowestLost: this.#transmissions.detectLosses(nowMs) }, outstandingBytes, nowMs);
    // What was just found lost is sent again, and no timeout waits for it.
    if (this.#transmissions.outstandingBytes > 0 && nowMs >= this.#alarmMs) {
      const inFlight = this.#transmissions.outstandingBytes;
      this.#window.timedOut(this.#transmissions.loseAll(), inFlight);
      this.#clock.backOff();
      this.#alarmFromMs = nowMs;
    }
    const isLong = isForgiving(this.#urgency(nowMs)) && this.#window.isQueueing;
    this.#drain.advance(nowMs, isLong, this.#transmissions.outstandingBytes <= MIN_WINDOW_BYTES);
    for (const flow of this.#served) if (flow.hasLingered(nowMs)) this.#forget(flow);
  }

  /** Asks receivers for room where that is due. */
  probe(builder: PacketBuilder, nowMs: number): void {
    for (const flow of this.#served) {
      if (flow.probeIsDue(nowMs, this.#clock.timeoutMs))
        builder.add({ type: 'bufferProbe', flowId: flow.id });
    }
  }

  /** Puts user data into a packet, as much as fits and may go now. */
  fill(builder: PacketBuilder, nowMs: number): Filled {
    this.#refillPace(nowMs);
    let taken = 0;
    let isTimeCritical = false;
    for (const flow of this.#served) {
      const bytes = this.#fillFrom(flow, builder, nowMs, taken);
      if (bytes > 0 && flow.options.isTimeCritical) isTimeCritical = true;
      taken += bytes;
    }
    if (taken > 0) {
      this.#paceBytes -= taken;
      this.#transmissions.packetSent();
    }
    if (isTimeCritical) this.#timeCriticalMs = nowMs;
    if (taken === 0) this.#endTurn();
    return { hasUserData: taken > 0, isTimeCritical };
  }

  /** Nothing more may leave now. */
  #endTurn(): void {
    this.#isHeldBack = this.#isPaceAwaited;
    const wantedBytes = this.#transmissions.outstandingBytes + this.#readyBytes;
    this.#isWindowFull = !this.#drain.isOn && wantedBytes >= this.#window.bytes;
  }

  /** When `advance` or `fill` has something to do by itself. */
  get dueMs(): number {
    const alarmMs = this.#transmissions.outstandingBytes > 0 ? this.#alarmMs : Infinity;
    let dueMs = Math.min(alarmMs, this.#transmissions.lossDueMs, this.#drain.dueMs);
    for (const flow of this.#served) dueMs = Math.min(dueMs, flow.dueMs);
    return this.#isPaceAwaited ? Math.min(dueMs, this.#paceDueMs) : dueMs;
  }

  /** Since when the peer has answered nothing though something waits for it; undefined where nothing does. */
  get silentSinceMs(): number | undefined {
    if (!this.#isSettled) return this.#progressMs;
    let sinceMs: number | undefined;
    for (const { suspendedSinceMs } of this.#served) {
      if (suspendedSinceMs !== undefined) sinceMs = Math.min(sinceMs ?? suspendedSinceMs, suspendedSinceMs);
    }
    return sinceMs;
  }

  #fillFrom(flow: SendFlow, builder: PacketBuilder, nowMs: number, takenBefore: number): number {
    let taken = 0;
    for (;;) {
      const fragment = flow.next(this.#transmissions.next);
      if (fragment === undefined || (!fragment.isAbandoned && !this.#mayGo)) return taken;
      const bytes = builder.add(flow.chunk(fragment, taken === 0));
      if (bytes === undefined) return taken;
      if (this.#transmissions.outstandingBytes === 0 && takenBefore === 0) this.#awaitFrom(nowMs);
      flow.taken(fragment, bytes, nowMs, this.#window.isLinkLossy(this.#urgency(nowMs)));
      taken += bytes;
    }
  }

  get #mayGo(): boolean {
    return this.#paceBytes > 0 && this.#transmissions.outstandingBytes < this.windowBytes;
  }

  #awaitFrom(nowMs: number): void {
    // What is sent again after a timeout is no progress.
    if (this.#isSettled) this.#progressMs = nowMs;
    this.#alarmFromMs = nowMs;
  }

  /** The peer has everything that a packet took along. */
  get #isSettled(): boolean {
    return this.#served.every((flow) => flow.isSettled);
  }

  get #alarmMs(): number {
    return this.#alarmFromMs + this.#clock.timeoutMs;
  }

  #judge(
    { bytes = 0, hasNaks = true, lowestLost }: Partial<Acknowledged>,
    outstandingBytes: number,
    nowMs: number,
  ): void {
    const { next, highestAcked: highest } = this.#transmissions;
    const isFull = this.#isWindowFull;
    const acknowledged = { bytes, outstandingBytes, isFull, hasNaks, lowestLost, next, highest };
    this.#window.acknowledged(acknowledged, this.#urgency(nowMs));
  }

  #urgency(nowMs: number): Urgency {
    const isTimeCritical = nowMs - this.#timeCriticalMs < TIME_CRITICAL_MS;
    const isReverse = nowMs - this.#reverseMs < TIME_CRITICAL_MS;
    return {
      isTimeCritical,
      isFast: !isReverse && !isTimeCritical,
      mustYield: this.#mustYield || isReverse,
    };
  }

  #refillPace(nowMs: number): void {
    const { pace } = this.#window;
    // All packets of a turn share what the pace has for it.
    if (nowMs === this.#pacedMs && pace !== Infinity) return;
    // Timers are a millisecond or two late, on a busy computer by much: what was held back leaves as if they were not.
    const most = Math.max(MAX_BURST_BYTES, this.#isHeldBack ? this.#window.bytes : pace * TIMER_MS);
    const gained = pace === Infinity ? MAX_BURST_BYTES : (nowMs - this.#pacedMs) * pace;
    this.#paceBytes = Math.min(this.#paceBytes + gained, most);
    this.#pacedMs = nowMs;
  }

  /** What waits and has room at its receiver. */
  get #readyBytes(): number {
    return this.#served.reduce((sum, flow) => sum + flow.readyBytes, 0);
  }

  /** Only the pace holds something back. */
  get #isPaceAwaited(): boolean {
    if (this.#paceBytes > 0 || this.#transmissions.outstandingBytes >= this.windowBytes) return false;
    return this.#served.some((flow) => flow.next(this.#transmissions.next) !== undefined);
  }

  get #paceDueMs(): number {
    return this.#pacedMs + (1 - this.#paceBytes) / this.#window.pace;
  }

  #forget(flow: SendFlow): void {
    this.#goneSettledBytes += flow.settledBytes;
    this.#goneAbandoned += flow.messagesAbandoned;
    this.#flows.delete(flow.id);
    this.#served = this.#served.filter((one) => one !== flow);
  }
}
