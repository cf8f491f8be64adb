/** A session whose peer is the test: it sends any chunks, and reads what the session answers. */
import { OpenSession } from '../../../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { Ending, OpenSessionOptions } from '../../../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { FlowHandler } from '../../../../../electron/rtmp/rtmfp/flows/receive/receive-flow.ts';
import type {
  Ack,
  SessionChunk,
  SessionPacket,
  UserData,
} from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';

export const START_MS = 1_000;
const MAX_PACKET_BYTES = 1_164;

export class HostilePeer {
  readonly session: OpenSession;
  readonly messages: Uint8Array[] = [];
  readonly endings: Ending[] = [];
  readonly pongs: Uint8Array[] = [];
  gaps = 0;
  ended = 0;
  flows = 0;
  capacityBytes = 64 * 1024;
  nowMs = START_MS;

  constructor(options: Partial<OpenSessionOptions> = {}) {
    const listener = {
      onFlow: (): FlowHandler => {
        this.flows += 1;
        return {
          capacityBytes: this.capacityBytes,
          message: (bytes) => this.messages.push(bytes),
          gap: () => (this.gaps += 1),
          ended: () => (this.ended += 1),
        };
      },
      onPong: (message: Uint8Array) => this.pongs.push(message),
      onEnded: (ending: Ending) => this.endings.push(ending),
    };
    this.session = new OpenSession({ mode: 2, maxFlows: 32, ...options }, listener, START_MS);
  }

  packet(...chunks: readonly SessionChunk[]): SessionPacket {
    return {
      mode: 1,
      isTimeCritical: false,
      isTimeCriticalReverse: false,
      timestamp: undefined,
      timestampEcho: undefined,
      chunks,
    };
  }

  /** Sends a packet and takes all that is answered. */
  say(...chunks: readonly SessionChunk[]): SessionChunk[] {
    this.session.receive(this.packet(...chunks), this.nowMs, 'peer|1');
    return this.take();
  }

  take(): SessionChunk[] {
    const chunks: SessionChunk[] = [];
    for (let packets = 0; packets < 5_000; packets += 1) {
      const packet = this.session.takePacket(this.nowMs, MAX_PACKET_BYTES);
      if (packet === undefined) return chunks;
      chunks.push(...packet.chunks);
    }
    throw new Error('packets without end');
  }

  /** Lets time pass in steps, and takes what the session says meanwhile. */
  wait(milliseconds: number, stepMs = 250): SessionChunk[] {
    const chunks: SessionChunk[] = [];
    for (const untilMs = this.nowMs + milliseconds; this.nowMs < untilMs;) {
      this.nowMs = Math.min(untilMs, this.nowMs + stepMs);
      chunks.push(...this.take());
    }
    return chunks;
  }
}

/** The first of a flow, whole, with metadata. */
export function fragment(sequence: number, more: Partial<UserData> = {}): UserData {
  return {
    type: 'userData',
    flowId: 2,
    sequence,
    fsnOffset: sequence,
    part: 'whole',
    isAbandoned: false,
    isFinal: false,
    options: [{ type: 0, value: Uint8Array.of(1) }],
    data: Uint8Array.of(sequence & 0xff),
    ...more,
  };
}

export function acksOf(chunks: readonly SessionChunk[]): Ack[] {
  return chunks.filter((chunk) => chunk.type === 'ack');
}
