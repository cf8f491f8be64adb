/**
 * How either end of a session says commands and control messages: on the control flow, or on the flow of a message stream. What chunk
 * streams need said of themselves, flows have no use for.
 */
import type { AmfValue } from '../../amf/amf-value.ts';
import { buildCommand } from '../../message/command.ts';
import { buildControlMessage } from '../../message/control-message.ts';
import type { WritableControlMessage } from '../../message/control-message.ts';
import { messageTypes } from '../../message/message-types.ts';
import type { MessageChannel, MessageTarget } from '../../session/message-channel.ts';
import type { OpenSession } from '../flows/open-session.ts';
import type { SendFlow } from '../flows/send/send-flow.ts';
import { buildTcMessage } from './tc-message.ts';
import { buildTcMetadata } from './tc-metadata.ts';

export class FlowChannel implements MessageChannel {
  readonly #session: OpenSession;
  readonly #onRefused: () => void;
  /** The peer's control flow, which all flows of streams answer. */
  #association: number | undefined;
  #control: SendFlow | undefined;
  readonly #streams = new Map<number, SendFlow>();
  #bytesQueued = 0;

  /** @param onRefused the peer wants nothing more of one of our flows: the connection is over. */
  constructor(session: OpenSession, onRefused: () => void) {
    this.#session = session;
    this.#onRefused = onRefused;
  }

  /** Bytes of all messages that were sent. */
  get bytesQueued(): number {
    return this.#bytesQueued;
  }

  get control(): SendFlow | undefined {
    return this.#control;
  }

  get association(): number | undefined {
    return this.#association;
  }

  /** @param association the flow that the control flow answers; none for the end that begins. */
  openControl(association?: number): void {
    this.#control = this.#session.openFlow({
      metadata: buildTcMetadata(0),
      association,
      priority: 'high',
      isTimeCritical: false,
      onRefused: this.#onRefused,
    });
  }

  answer(association: number): void {
    this.#association = association;
  }

  openMediaFlow(streamId: number, priority: 'medium' | 'low'): SendFlow {
    return this.#session.openFlow({
      metadata: buildTcMetadata(streamId),
      association: this.#association,
      priority,
      isTimeCritical: true,
      onRefused: this.#onRefused,
    });
  }

  writeControl(control: WritableControlMessage): void {
    if (control.type === 'pingRequest') return this.#session.ping(timeBytes(control.time));
    const { type, body } = buildControlMessage(control);
    // Windows and chunk sizes are those of a stream of bytes.
    if (type === messageTypes.userControl) this.write(0, type, 0, body);
  }

  writeCommand(
    name: string,
    transactionId: number,
    values: readonly AmfValue[],
    target?: MessageTarget,
  ): void {
    const body = buildCommand(name, transactionId, values);
    this.write(target?.streamId ?? 0, messageTypes.commandAmf0, 0, body);
  }

  /** Without deadlines, in the order of its stream's flow. */
  write(streamId: number, type: number, timestampMs: number, body: Uint8Array): void {
    this.send(this.#flowOf(streamId), buildTcMessage(type, timestampMs, body));
  }

  send(
    flow: SendFlow | undefined,
    bytes: Uint8Array,
    deadlines?: { readonly startByMs: number; readonly finishByMs: number },
  ): void {
    if (flow === undefined || !flow.isOpen) return;
    this.#bytesQueued += bytes.length;
    flow.send(bytes, deadlines);
  }

  /** Ends the flows of commands, the control flow last opened included. */
  close(): void {
    for (const flow of this.#streams.values()) flow.close();
    this.#control?.close();
  }

  #flowOf(streamId: number): SendFlow | undefined {
    if (streamId === 0) return this.#control;
    const known = this.#streams.get(streamId);
    if (known !== undefined) return known;
    const flow = this.#session.openFlow({
      metadata: buildTcMetadata(streamId),
      association: this.#association,
      priority: 'high',
      isTimeCritical: false,
      onRefused: this.#onRefused,
    });
    this.#streams.set(streamId, flow);
    return flow;
  }
}

function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, time);
  return bytes;
}
