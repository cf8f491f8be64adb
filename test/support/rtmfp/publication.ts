/** A publisher and a receiver over flows on a simulated network: what was sent, and what came. */
import { FlowPublisher } from '../../../electron/rtmp/rtmfp/messages/flow-publisher.ts';
import { FlowReceiver } from '../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import type { FlowReceiverListener } from '../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import type { OpenSessionOptions } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { SessionPacket } from '../../../electron/rtmp/rtmfp/wire/chunks.ts';
import type { PublishSessionEvent } from '../../../electron/rtmp/session/publish/publish-session-types.ts';
import type { ReceiveSessionEvent } from '../../../electron/rtmp/session/receive/receive-session-types.ts';
import { busyEnd } from './busy-end.ts';
import type { NextTurn } from './busy-end.ts';
import { SimulatedNetwork, START_MS } from './simulated-network.ts';
import type { NetworkConditions, NetworkEnd } from './simulated-network.ts';

export interface Arrived {
  readonly kind: 'audio' | 'video' | 'script';
  readonly timestampMs: number;
  readonly body: Uint8Array;
  readonly atMs: number;
}

export interface PublicationOptions extends Partial<Pick<OpenSessionOptions, 'path' | 'mustYield'>> {
  /** Of ends whose computers are busy. */
  readonly turns?: { readonly publisher?: NextTurn; readonly receiver?: NextTurn };
}

export class Publication implements FlowReceiverListener {
  readonly publisher: FlowPublisher;
  readonly receiver: FlowReceiver;
  readonly network: SimulatedNetwork;
  readonly events: PublishSessionEvent[] = [];
  readonly received: ReceiveSessionEvent[] = [];
  readonly arrived: Arrived[] = [];
  readonly endings: string[] = [];
  /** What to answer; by default everybody may publish. */
  onRequest: (event: ReceiveSessionEvent, receiver: FlowReceiver) => void = accept;

  constructor(conditions: NetworkConditions, options: PublicationOptions = {}) {
    const { path, mustYield, turns = {} } = options;
    this.publisher = new FlowPublisher(
      { app: 'live', tcUrl: 'rtmfp://server/live', streamKey: 'cam1', mustYield },
      START_MS,
    );
    this.receiver = new FlowReceiver({ path }, this, START_MS);
    const { publisher, receiver, events } = this;
    const publishing: NetworkEnd = {
      session: publisher.session,
      receive: (packet: SessionPacket, nowMs: number) => events.push(...publisher.receive(packet, nowMs)),
      takePacket: (nowMs, maxBytes) => publisher.takePacket(nowMs, maxBytes),
      get dueMs() {
        return publisher.dueMs;
      },
    };
    this.network = new SimulatedNetwork(
      conditions,
      turns.publisher ? busyEnd(publishing, turns.publisher) : publishing,
      turns.receiver ? busyEnd(receiver, turns.receiver) : receiver,
    );
    events.push(...publisher.start(START_MS));
  }

  onEvent(event: ReceiveSessionEvent): void {
    this.received.push(event);
    if (event.type === 'media') {
      const { kind, timestampMs, body } = event;
      this.arrived.push({ kind, timestampMs, body, atMs: this.network.nowMs });
    }
    this.onRequest(event, this.receiver);
  }

  onEnded(ending: string): void {
    this.endings.push(ending);
  }

  /** Until the server lets us publish, or 20 s are over. */
  goLive(): void {
    for (let tenths = 0; tenths < 200 && this.publisher.phase !== 'publishing'; tenths += 1)
      this.network.runFor(100);
  }

  of(kind: Arrived['kind']): readonly Arrived[] {
    return this.arrived.filter((one) => one.kind === kind);
  }
}

function accept(event: ReceiveSessionEvent, receiver: FlowReceiver): void {
  if (event.type === 'connectRequested') receiver.acceptConnect();
  if (event.type === 'publishRequested') receiver.acceptPublish();
}
