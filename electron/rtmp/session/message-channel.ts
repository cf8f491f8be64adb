/** What commands and control messages are said through: chunk streams over a stream of bytes, or flows. Contract only. */
import type { AmfValue } from '../amf/amf-value.ts';
import type { WritableControlMessage } from '../message/control-message.ts';

export interface MessageTarget {
  /** Flows have none. */
  readonly chunkStreamId: number;
  readonly streamId: number;
}

export interface MessageChannel {
  writeControl(control: WritableControlMessage): void;
  /** Without a target on the connection itself. */
  writeCommand(
    name: string,
    transactionId: number,
    values: readonly AmfValue[],
    target?: MessageTarget,
  ): void;
}
