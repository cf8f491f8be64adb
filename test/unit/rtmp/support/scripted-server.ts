/** A server that says exactly what a test tells it, to a publish session in memory. */
import { concatBytes } from '../../../../shared/bytes.ts';
import { ChunkReader } from '../../../../electron/rtmp/chunk/chunk-reader.ts';
import { ChunkWriter } from '../../../../electron/rtmp/chunk/chunk-writer.ts';
import { PublishSession } from '../../../../electron/rtmp/index.ts';
import type { PublishSessionEvent } from '../../../../electron/rtmp/index.ts';
import { parseCommand } from '../../../../electron/rtmp/message/command.ts';
import type { Command } from '../../../../electron/rtmp/message/command.ts';
import type { RtmpMessage } from '../../../../electron/rtmp/message/message-types.ts';
import { publishOptions, seededRandom } from './session-pair.ts';

export class ScriptedServer {
  readonly session: PublishSession;
  readonly events: PublishSessionEvent[] = [];
  nowMs = 0;
  readonly #writer = new ChunkWriter();
  readonly #reader = new ChunkReader();
  #skip = 1 + 1536 + 1536;

  constructor(options: Partial<typeof publishOptions> = {}) {
    this.session = new PublishSession({ ...publishOptions, ...options }, seededRandom(1));
  }

  shakeHands(): this {
    const answer = new Uint8Array(3073);
    answer[0] = 3;
    return this.bytes(answer);
  }

  /** @throws the error of `failed`. */
  bytes(bytes: Uint8Array): this {
    this.events.push(...this.session.receive(bytes, this.nowMs));
    const last = this.events.at(-1);
    if (last?.type === 'failed') throw last.error;
    return this;
  }

  message(type: number, body: Uint8Array, chunkStreamId = 3): this {
    this.#writer.writeMessage({ chunkStreamId, type, streamId: 0, timestampMs: 0, body });
    return this.bytes(concatBytes(this.#writer.takeOutput()));
  }

  command(body: Uint8Array, type = 20): this {
    return this.message(type, body);
  }

  /** What the session has said since the last call, without the handshake. */
  takeMessages(): RtmpMessage[] {
    const bytes = concatBytes(this.session.takeOutput());
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    this.#reader.push(bytes.subarray(skipped));
    const messages: RtmpMessage[] = [];
    for (let message = this.#reader.next(); message; message = this.#reader.next()) messages.push(message);
    return messages;
  }

  takeCommands(): Command[] {
    return this.takeMessages().flatMap(({ type, body }) => parseCommand(type, body) ?? []);
  }
}
