import { amfObject } from '../../../../electron/rtmp/amf/amf-value.ts';
import { concatBytes } from '../../../../shared/bytes.ts';
import { ChunkReader } from '../../../../electron/rtmp/chunk/chunk-reader.ts';
import { ChunkWriter } from '../../../../electron/rtmp/chunk/chunk-writer.ts';
import { ReceiveSession } from '../../../../electron/rtmp/index.ts';
import type { ReceiveSessionEvent } from '../../../../electron/rtmp/index.ts';
import { buildCommand, parseCommand } from '../../../../electron/rtmp/message/command.ts';
import { seededRandom } from './session-pair.ts';

/** A client that says what it is told. */
export class ScriptedClient {
  readonly session = new ReceiveSession({}, seededRandom(1));
  readonly events: ReceiveSessionEvent[] = [];
  readonly #writer = new ChunkWriter();

  constructor(isHandshakeDone = true) {
    if (isHandshakeDone) this.shakeHands();
  }

  shakeHands(): void {
    const hello = new Uint8Array(3073);
    hello[0] = 3;
    this.bytes(hello);
    this.session.takeOutput();
  }

  bytes(bytes: Uint8Array): this {
    this.events.push(...this.session.receive(bytes, 0));
    return this;
  }

  message(type: number, body: Uint8Array, streamId = 0): this {
    this.#writer.writeMessage({ chunkStreamId: 3, type, streamId, timestampMs: 0, body });
    return this.bytes(concatBytes(this.#writer.takeOutput()));
  }

  command(name: string, transaction: number, ...values: Parameters<typeof buildCommand>[2]): this {
    return this.message(20, buildCommand(name, transaction, values), name === 'publish' ? 1 : 0);
  }

  publish(): this {
    this.command('connect', 1, amfObject({ app: 'live' })).session.acceptConnect();
    this.command('createStream', 2, null).command('publish', 3, null, 'key', 'live').session.acceptPublish();
    this.session.takeOutput();
    return this;
  }

  answers(): unknown[] {
    const reader = new ChunkReader();
    reader.push(concatBytes(this.session.takeOutput()));
    const names: unknown[] = [];
    for (let message = reader.next(); message; message = reader.next()) {
      const command = parseCommand(message.type, message.body);
      if (command) names.push([command.name, command.transactionId]);
    }
    return names;
  }
}
