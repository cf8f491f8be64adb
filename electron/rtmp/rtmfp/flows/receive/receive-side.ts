/**
 * All flows that the peer sends in one session: lets a new one in or refuses it, and says when and what to acknowledge (RFC 7016
 * §3.6.3.1, §3.6.3.4).
 */
import type { Option, UserData } from '../../wire/chunks.ts';
import { FieldReader } from '../../wire/field-reader.ts';
import { FIRST_OPTIONAL_OPTION, MAX_METADATA_BYTES, MAX_SESSION_BUFFER_BYTES } from '../flow-limits.ts';
import type { PacketBuilder } from '../packet-builder.ts';
import { ReceiveFlow } from './receive-flow.ts';
import type { FlowHandler } from './receive-flow.ts';
import { flowOptions } from '../send/send-flow.ts';
import type { SendFlow } from '../send/send-flow.ts';
import { ACK_DELAY_MS, PACKETS_PER_ACK } from '../timings.ts';

/** A flow that the peer has begun. */
export interface ArrivingFlow {
  readonly id: number;
  readonly metadata: Uint8Array;
  /** Our flow that it answers. */
  readonly association: SendFlow | undefined;
}

export interface ReceiveSideOptions {
  readonly maxFlows: number;
  /** Our flow of that id. */
  readonly findSendFlow: (id: number) => SendFlow | undefined;
  /** What becomes of it; undefined refuses it. */
  readonly accept: (flow: ArrivingFlow) => FlowHandler | undefined;
}

export class ReceiveSide {
  readonly #options: ReceiveSideOptions;
  readonly #flows = new Map<number, ReceiveFlow>();
  /** Of flows that there are too many of. */
  readonly #unknown = new Set<number>();
  #isPaused = false;
  #hasUserData = false;
  /** With user data, since the last acknowledgement. */
  #packets = 0;
  #ackDueMs = Infinity;

  constructor(options: ReceiveSideOptions) {
    this.#options = options;
  }

  get bufferedBytes(): number {
    let bytes = 0;
    for (const flow of this.#flows.values()) bytes += flow.bufferedBytes;
    return bytes;
  }

  find(id: number): ReceiveFlow | undefined {
    return this.#flows.get(id);
  }

  setPaused(isPaused: boolean, nowMs: number): void {
    this.#isPaused = isPaused;
    for (const flow of this.#flows.values()) flow.setPaused(isPaused, nowMs);
  }

  receive(chunk: UserData, nowMs: number): void {
    this.#hasUserData = true;
    const flow = this.#flows.get(chunk.flowId) ?? this.#begin(chunk);
    if (flow === undefined) return;
    flow.receive(chunk, nowMs);
    if (this.bufferedBytes > MAX_SESSION_BUFFER_BYTES) flow.refuse();
  }

  probed(flowId: number): void {
    this.#flows.get(flowId)?.probed();
  }

  /** A packet was read to its end. */
  packetRead(nowMs: number): void {
    if (!this.#hasUserData) return;
    this.#hasUserData = false;
    this.#packets += 1;
    this.#ackDueMs = Math.min(this.#ackDueMs, nowMs + ACK_DELAY_MS);
  }

  advance(nowMs: number): void {
    for (const flow of this.#flows.values()) if (flow.hasLingered(nowMs)) this.#flows.delete(flow.id);
  }

  /** Puts acknowledgements that are due into a packet; with `isPiggyback` those too that could wait. */
  fill(builder: PacketBuilder, nowMs: number, isPiggyback: boolean): void {
    for (const flowId of this.#unknown) {
      if (builder.add({ type: 'flowException', flowId, code: 0 }) === undefined) return;
      this.#unknown.delete(flowId);
    }
    const isDue = isPiggyback || this.#packets >= PACKETS_PER_ACK || nowMs >= this.#ackDueMs;
    let isWhole = true;
    for (const flow of this.#flows.values()) {
      if (flow.pendingAck === 'now' || (flow.pendingAck === 'later' && isDue))
        isWhole = this.#acknowledge(flow, builder) && isWhole;
      else if (flow.pendingAck === 'later') isWhole = false;
    }
    if (!isWhole) return;
    this.#packets = 0;
    this.#ackDueMs = Infinity;
  }

  get dueMs(): number {
    return this.#ackDueMs;
  }

  #acknowledge(flow: ReceiveFlow, builder: PacketBuilder): boolean {
    if (flow.isRefused && builder.add({ type: 'flowException', flowId: flow.id, code: 0 }) === undefined)
      return false;
    const { acknowledgement } = flow;
    if (builder.add(acknowledgement) === undefined) return false;
    flow.acknowledged(acknowledgement);
    return true;
  }

  #begin(chunk: UserData): ReceiveFlow | undefined {
    // Some servers answer an exception with number 0 of a flow that is long gone.
    if (chunk.sequence === 0) return undefined;
    const { maxFlows } = this.#options;
    if (this.#flows.size >= maxFlows) {
      if (this.#unknown.size < maxFlows) this.#unknown.add(chunk.flowId);
      return undefined;
    }
    const arriving = this.#readOptions(chunk.flowId, chunk.options ?? []);
    const flow = new ReceiveFlow(chunk.flowId, arriving && this.#options.accept(arriving));
    flow.setPaused(this.#isPaused, 0);
    this.#flows.set(flow.id, flow);
    return flow;
  }

  #readOptions(id: number, options: readonly Option[]): ArrivingFlow | undefined {
    const metadata = options.find(({ type }) => type === flowOptions.metadata)?.value;
    if (metadata === undefined || metadata.length > MAX_METADATA_BYTES) return undefined;
    const isKnown = ({ type }: Option): boolean =>
      type >= FIRST_OPTIONAL_OPTION || type === flowOptions.metadata || type === flowOptions.association;
    if (!options.every(isKnown)) return undefined;
    const answered = options.filter(({ type }) => type === flowOptions.association);
    const [first] = answered;
    if (first === undefined) return { id, metadata, association: undefined };
    const reader = new FieldReader(first.value);
    const association = this.#options.findSendFlow(reader.vlu());
    if (answered.length > 1 || reader.isMalformed || association?.isOpen !== true) return undefined;
    return { id, metadata, association };
  }
}
