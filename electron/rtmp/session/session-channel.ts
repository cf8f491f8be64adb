/**
 * What both ends of a session share: the handshake, then chunk streams both ways, RTMPE's ciphers, and the
 * acknowledgement of what was received. Knows no command and no phase.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { AmfValue } from '../amf/amf-value.ts';
import { ChunkReader } from '../chunk/chunk-reader.ts';
import type { ChunkReaderOptions } from '../chunk/chunk-reader.ts';
import { ChunkWriter } from '../chunk/chunk-writer.ts';
import type { ClientHandshake } from '../handshake/client-handshake.ts';
import type { ServerHandshake } from '../handshake/server-handshake.ts';
import { MAX_PARTIAL_SLACK_BYTES, MIN_WINDOW_ACK_BYTES } from '../limits.ts';
import { buildCommand } from '../message/command.ts';
import { buildControlMessage, parseControlMessage } from '../message/control-message.ts';
import type { ControlMessage, WritableControlMessage } from '../message/control-message.ts';
import { chunkStreamIds, messageTypes } from '../message/message-types.ts';
import type { RtmpMessage } from '../message/message-types.ts';
import type { MessageChannel, MessageTarget } from './message-channel.ts';

export class SessionChannel implements MessageChannel {
  readonly handshake: ClientHandshake | ServerHandshake;
  readonly writer = new ChunkWriter();
  readonly #reader: ChunkReader;
  /** Output that is final: everything up to the end of the handshake, which RTMPE leaves in the clear. */
  #cleared: Uint8Array[] = [];
  #bytesReceived = 0;
  #lastAcknowledged = 0;
  #windowAckBytes = 0;
  #peerAcknowledgedBytes = 0;

  constructor(handshake: ClientHandshake | ServerHandshake, readerOptions: ChunkReaderOptions) {
    this.handshake = handshake;
    this.#reader = new ChunkReader(readerOptions);
  }

  get bytesReceived(): number {
    return this.#bytesReceived;
  }

  /** The window that the peer asked for; 0 until it did. */
  get windowAckBytes(): number {
    return this.#windowAckBytes;
  }

  /** The peer's last acknowledgement, unwrapped. Untrusted. */
  get peerAcknowledgedBytes(): number {
    return this.#peerAcknowledgedBytes;
  }

  get peerChunkSizeBytes(): number {
    return this.#reader.chunkSizeBytes;
  }

  get bufferedBytes(): number {
    return this.#reader.bufferedBytes;
  }

  /** Messages of up to so many bytes are taken from now on. */
  allowMessages(maxBytes: number): void {
    this.#reader.allowMessages(maxBytes);
  }

  /** Takes bytes in; true when the handshake was completed by them. */
  receive(bytes: Uint8Array): boolean {
    this.#bytesReceived += bytes.length;
    if (this.handshake.isDone) {
      this.#push(bytes);
      return false;
    }
    const { consumed, output } = this.handshake.receive(bytes);
    for (const piece of output) this.writer.writeRaw(piece);
    if (!this.handshake.isDone) return false;
    this.#cleared = this.writer.takeOutput();
    this.#push(bytes.subarray(consumed));
    return true;
  }

  #push(bytes: Uint8Array): void {
    this.#reader.push(this.handshake.ciphers?.incoming.apply(bytes) ?? bytes);
  }

  /** The next message, or undefined; from then on the bytes given to `receive` are the caller's again. */
  next(): RtmpMessage | undefined {
    const message = this.#reader.next();
    if (message === undefined) {
      this.#acknowledge();
      this.#reader.releaseInput();
    }
    return message;
  }

  /**
   * Keeps what is unread for later; from then on the bytes given to `receive` are the caller's again.
   * @throws AppError `rtmp/limit` when it is too much.
   */
  hold(): void {
    this.#reader.releaseInput();
    if (this.#reader.bufferedBytes <= MAX_PARTIAL_SLACK_BYTES) return;
    throw new AppError('rtmp/limit', { message: 'the peer said too much before it was answered' });
  }

  /** Parses a control message and does what concerns the channel itself. */
  takeControl(message: RtmpMessage): ControlMessage | undefined {
    const control = parseControlMessage(message.type, message.body);
    if (control?.type === 'windowAcknowledgementSize') {
      this.#windowAckBytes = Math.max(control.bytes, MIN_WINDOW_ACK_BYTES);
    } else if (control?.type === 'acknowledgement') {
      // Serial arithmetic; a total that goes backwards is a peer's whim and changes nothing.
      const step = (control.totalBytes - this.#peerAcknowledgedBytes) | 0;
      if (this.#peerAcknowledgedBytes === 0) this.#peerAcknowledgedBytes = control.totalBytes;
      else if (step > 0) this.#peerAcknowledgedBytes += step;
    }
    return control;
  }

  #acknowledge(): void {
    if (this.#windowAckBytes === 0) return;
    if (this.#bytesReceived - this.#lastAcknowledged < this.#windowAckBytes / 2) return;
    this.#lastAcknowledged = this.#bytesReceived;
    this.writeControl({ type: 'acknowledgement', totalBytes: this.#bytesReceived });
  }

  writeControl(control: WritableControlMessage): void {
    const { type, body } = buildControlMessage(control);
    this.writer.writeMessage({
      chunkStreamId: chunkStreamIds.control,
      type,
      streamId: 0,
      timestampMs: 0,
      body,
    });
    if (control.type === 'setChunkSize') this.writer.setChunkSize(control.bytes);
  }

  writeCommand(
    name: string,
    transactionId: number,
    values: readonly AmfValue[],
    target: MessageTarget = connectionTarget,
  ): void {
    const body = buildCommand(name, transactionId, values);
    this.writer.writeMessage({ ...target, type: messageTypes.commandAmf0, timestampMs: 0, body });
  }

  /** Pieces to write, in order; bodies that were sent must stay unchanged until then. */
  takeOutput(): readonly Uint8Array[] {
    const cleared = this.#cleared;
    const written = this.writer.takeOutput();
    const cipher = this.handshake.ciphers?.outgoing;
    const pieces = cipher === undefined ? written : written.map((piece) => cipher.apply(piece));
    if (cleared.length === 0) return pieces;
    this.#cleared = [];
    return [...cleared, ...pieces];
  }
}

const connectionTarget = { chunkStreamId: chunkStreamIds.command, streamId: 0 };
