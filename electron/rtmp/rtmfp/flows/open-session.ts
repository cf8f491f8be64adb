/**
 * An open session of RTMFP without I/O (RFC 7016 §3.5, §3.6): packets and the time in, packets and a listener's calls out. Keys, sockets and
 * addresses are the caller's.
 *
 * Order of calls: `receive` whatever arrives; after that, after each call that sends, and at `dueMs`, take packets with `takePacket`
 * until it gives none.
 */
import { copyBytes } from '../../../../shared/bytes.ts';
import type { Ping, SessionChunk, SessionPacket } from '../wire/chunks.ts';
import { RateLimit } from '../../session/rate-limit.ts';
import { MAX_PING_BYTES, MAX_PING_REPLIES_PER_SECOND, SILENCE_MS } from './flow-limits.ts';
import { KeepAlive } from './keep-alive.ts';
import { PacketBuilder } from './packet-builder.ts';
import { PacketClock } from './packet-clock.ts';
import { PathCheck } from './path-check.ts';
import type { FlowHandler } from './receive/receive-flow.ts';
import { ReceiveSide } from './receive/receive-side.ts';
import type { ArrivingFlow } from './receive/receive-side.ts';
import type { SendFlow, SendFlowOptions } from './send/send-flow.ts';
import { SendSide } from './send/send-side.ts';
import { SessionEnd } from './session-end.ts';
import type { SessionPhase } from './session-end.ts';

/** Who ended a session. `silence`: the peer answered nothing for too long. */
export type Ending = 'here' | 'peer' | 'silence';

export interface SessionListener {
  /** The peer begins a flow: what becomes of it; undefined refuses it. */
  onFlow(flow: ArrivingFlow): FlowHandler | undefined;
  /** An answer to `ping`. */
  onPong?(message: Uint8Array): void;
  /** Once, when flows are over. */
  onEnded(ending: Ending): void;
}

export interface OpenSessionOptions {
  /** 1 for the side that began the session, 2 for the other. */
  readonly mode: 1 | 2;
  /** Flows of the peer, those that ended lately included. */
  readonly maxFlows: number;
  /** Take no more of the path than TCP would, also for media in real time. Default false. */
  readonly mustYield?: boolean | undefined;
  /** Milliseconds without a packet of ours before the peer is asked whether it is there. Default: never. */
  readonly keepAliveMs?: number | undefined;
  /** Lets the peer change its address: random bytes, and where the peer is. Only where packets prove who sent them. */
  readonly path?: { readonly secret: Uint8Array; readonly address: string } | undefined;
}

/** A packet for another address than the peer's own. */
export interface PathPacket {
  readonly to: string;
  readonly packet: SessionPacket;
}

export class OpenSession {
  readonly #options: OpenSessionOptions;
  readonly #listener: SessionListener;
  readonly #clock = new PacketClock();
  readonly #sending: SendSide;
  readonly #receiving: ReceiveSide;
  readonly #end = new SessionEnd();
  readonly #keepAlive: KeepAlive;
  readonly #path: PathCheck | undefined;
  readonly #pings = new RateLimit(MAX_PING_REPLIES_PER_SECOND);
  readonly #waiting: Ping[] = [];
  readonly #pathPackets: PathPacket[] = [];
  #hasEnded = false;
  #isEndingHere = false;
  #realTimeMs = -Infinity;
  #isReverse = false;

  constructor(options: OpenSessionOptions, listener: SessionListener, nowMs: number) {
    this.#options = options;
    this.#listener = listener;
    this.#sending = new SendSide(this.#clock, options.mustYield === true, nowMs);
    this.#keepAlive = new KeepAlive(options.keepAliveMs, nowMs);
    this.#path = options.path && new PathCheck(options.path.secret, options.path.address);
    this.#receiving = new ReceiveSide({
      maxFlows: options.maxFlows,
      findSendFlow: (id) => this.#sending.find(id),
      accept: (flow) => listener.onFlow(flow),
    });
  }

  get phase(): SessionPhase {
    return this.#end.phase;
  }

  /** Where the peer is, as far as it has proved that. */
  get address(): string | undefined {
    return this.#path?.address;
  }

  /** Of messages: what no packet took along yet. */
  get unsentBytes(): number {
    return this.#sending.unsentBytes;
  }

  /** Of messages: what has reached the peer, or was given up. */
  get settledBytes(): number {
    return this.#sending.settledBytes;
  }

  get messagesAbandoned(): number {
    return this.#sending.messagesAbandoned;
  }

  /** Everything that was sent has reached the peer. */
  get isIdle(): boolean {
    return this.#sending.isIdle;
  }

  /** Undefined until the first answer. */
  get roundTripMs(): number | undefined {
    return this.#clock.roundTripMs;
  }

  get windowBytes(): number {
    return this.#sending.windowBytes;
  }

  get outstandingBytes(): number {
    return this.#sending.outstandingBytes;
  }

  /** Of messages that are not whole. Bounded by the limits. */
  get bufferedBytes(): number {
    return this.#receiving.bufferedBytes;
  }

  /** When the peer last sent media in real time. */
  get realTimeMs(): number {
    return this.#realTimeMs;
  }

  /** Whether another session receives media in real time: each peer is told. */
  setReverse(isReverse: boolean): void {
    this.#isReverse = isReverse;
  }

  setKeepAlive(periodMs: number): void {
    this.#keepAlive.setPeriod(periodMs);
  }

  openFlow(options: SendFlowOptions): SendFlow {
    return this.#sending.open(options);
  }

  /** More or less room for what the peer sends in that flow. */
  setFlowCapacity(flowId: number, bytes: number): void {
    this.#receiving.find(flowId)?.setCapacity(bytes);
  }

  /** Wants nothing more of that flow. */
  refuseFlow(flowId: number): void {
    this.#receiving.find(flowId)?.refuse();
  }

  /** Holds messages back, or gives on what was held back. */
  setPaused(isPaused: boolean, nowMs: number): void {
    this.#receiving.setPaused(isPaused, nowMs);
  }

  ping(message: Uint8Array): void {
    this.#waiting.push({ type: 'ping', message });
  }

  /** Ends the session when the peer agrees: what was not acknowledged before is lost. */
  close(nowMs: number): void {
    if (this.phase !== 'open') return;
    this.#isEndingHere = true;
    this.#sending.drop();
    this.#end.ask(nowMs);
  }

  /** Ends the session at once; one more packet says so. */
  abort(): void {
    this.#isEndingHere = true;
    this.#end.abort();
    this.#checkEnd();
  }

  /** @param from where the packet came from, for a session that follows its peer. */
  receive(packet: SessionPacket, nowMs: number, from?: string): void {
    if (packet.mode === this.#options.mode || this.phase === 'closed') return;
    this.#keepAlive.heard(nowMs);
    this.#clock.receive(packet, nowMs);
    if (packet.isTimeCritical) this.#realTimeMs = nowMs;
    if (packet.isTimeCriticalReverse) this.#sending.askedToYield(nowMs);
    for (const chunk of packet.chunks) this.#take(chunk, nowMs, from);
    this.#sending.packetRead(nowMs);
    this.#receiving.packetRead(nowMs);
    if (from !== undefined) this.#checkPath(from, nowMs);
    this.#checkEnd();
  }

  /** @param maxBytes of the packet before it is encrypted, from its flags to its last chunk; at least 1164. */
  takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined {
    this.#advance(nowMs);
    const builder = new PacketBuilder(maxBytes);
    const close = this.#end.take(nowMs);
    if (close !== undefined) builder.add(close);
    const isTimeCritical = this.phase === 'open' && this.#fill(builder, nowMs);
    return builder.chunks.length === 0 ? undefined : this.#packet(builder.chunks, isTimeCritical, nowMs);
  }

  /** A packet for an address that the peer may have now, or undefined. */
  takePathPacket(): PathPacket | undefined {
    return this.#pathPackets.shift();
  }

  /** When to take packets again though nothing happens; Infinity where that is never. */
  get dueMs(): number {
    if (this.phase !== 'open') return this.#end.dueMs;
    return Math.min(
      this.#sending.dueMs,
      this.#receiving.dueMs,
      this.#keepAlive.dueMs(this.#clock.timeoutMs),
      (this.#sending.silentSinceMs ?? Infinity) + SILENCE_MS,
    );
  }

  #advance(nowMs: number): void {
    this.#end.advance(nowMs);
    if (this.phase === 'open') {
      this.#sending.advance(nowMs);
      this.#receiving.advance(nowMs);
      if (nowMs >= this.#keepAlive.dueMs(this.#clock.timeoutMs)) this.#askWhetherThere(nowMs);
      const isSilent = nowMs - (this.#sending.silentSinceMs ?? nowMs) >= SILENCE_MS;
      if (isSilent || this.#keepAlive.isPeerGone(nowMs)) return this.#ended('silence');
    }
    this.#checkEnd();
  }

  #askWhetherThere(nowMs: number): void {
    this.#keepAlive.asked(nowMs);
    this.ping(new Uint8Array(0));
  }

  #fill(builder: PacketBuilder, nowMs: number): boolean {
    while (this.#waiting.length > 0) {
      const [ping] = this.#waiting;
      if (ping === undefined || builder.add(ping) === undefined) break;
      this.#waiting.shift();
    }
    this.#receiving.fill(builder, nowMs, false);
    this.#sending.probe(builder, nowMs);
    const { hasUserData, isTimeCritical } = this.#sending.fill(builder, nowMs);
    if (hasUserData) this.#receiving.fill(builder, nowMs, true);
    return isTimeCritical;
  }

  #packet(chunks: readonly SessionChunk[], isTimeCritical: boolean, nowMs: number): SessionPacket {
    this.#keepAlive.sent(nowMs);
    const times = this.#clock.stamp(nowMs);
    const { mode } = this.#options;
    return { mode, isTimeCritical, isTimeCriticalReverse: this.#isReverse, ...times, chunks };
  }

  #take(chunk: SessionChunk, nowMs: number, from: string | undefined): void {
    if (chunk.type === 'close' || chunk.type === 'closeAck') return this.#end.receive(chunk.type, nowMs);
    if (this.phase !== 'open') return;
    switch (chunk.type) {
      case 'userData':
        return this.#receiving.receive(chunk, nowMs);
      case 'ack':
        return this.#sending.acknowledge(chunk, nowMs);
      case 'bufferProbe':
        return this.#receiving.probed(chunk.flowId);
      case 'flowException':
        return this.#sending.find(chunk.flowId)?.refuse(chunk.code);
      case 'ping':
        return this.#answerPing(chunk, nowMs);
      case 'pingReply':
        if (from !== undefined && this.#path?.answered(chunk.message, from, nowMs) === true) return;
        return this.#listener.onPong?.(chunk.message);
      case 'forwardedHello':
        // A publisher is nobody's peer: whoever could make us answer these could point us at anybody.
        return;
    }
  }

  #answerPing({ message }: Ping, nowMs: number): void {
    if (message.length > MAX_PING_BYTES || !this.#pings.allows(nowMs)) return;
    this.#waiting.push({ type: 'pingReply', message: copyBytes(message) });
  }

  #checkPath(from: string, nowMs: number): void {
    if (this.phase !== 'open') return;
    const message = this.#path?.packetCame(from, nowMs);
    if (message === undefined) return;
    const packet = this.#packet([{ type: 'ping', message }], false, nowMs);
    this.#pathPackets.push({ to: from, packet });
  }

  #checkEnd(): void {
    if (this.phase === 'open') return;
    if (this.#isEndingHere) {
      if (this.phase === 'closed') this.#ended('here');
    } else this.#ended('peer');
  }

  #ended(ending: Ending): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#sending.drop();
    if (ending === 'silence') this.#end.abort();
    this.#listener.onEnded(ending);
  }
}
