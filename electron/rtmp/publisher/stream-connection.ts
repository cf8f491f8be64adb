/** A publisher's session on a stream of bytes: TCP, TLS or an HTTP tunnel. */
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';
import type { ByteChannel } from '../net/byte-channel.ts';
import type { PublishSession } from '../index.ts';
import type { PublishSessionStats } from '../session/publish/publish-session-types.ts';
import { IncomingLimit } from './incoming-limit.ts';
import type { PublishConnection, PublishConnectionHandlers, SentPacket } from './publish-connection.ts';

export class StreamConnection implements PublishConnection {
  readonly #channel: ByteChannel;
  readonly #session: PublishSession;
  readonly #incoming: IncomingLimit;

  constructor(channel: ByteChannel, session: PublishSession, host: string) {
    this.#channel = channel;
    this.#session = session;
    this.#incoming = new IncomingLimit(host);
  }

  get tls(): TlsSummary | undefined {
    return this.#channel.tls;
  }

  get localAddress(): string | undefined {
    return this.#channel.localAddress;
  }

  get bytesAccepted(): number {
    return this.#channel.bytesAccepted;
  }

  get bytesInSocket(): number {
    return this.#channel.bytesInSocket;
  }

  get isWritable(): boolean {
    return this.#channel.isWritable;
  }

  get stats(): PublishSessionStats {
    return this.#session.stats;
  }

  start(handlers: PublishConnectionHandlers): void {
    this.#channel.start({
      onBytes: (bytes) => this.#receive(bytes, handlers),
      onDrain: () => handlers.onDrain(),
      onFlushed: () => handlers.onFlushed(),
      onClosed: (error) => handlers.onClosed(error),
    });
    this.#session.start(performance.now());
    this.#passOn();
  }

  sendMedia({ kind, body }: SentPacket, timestampMs: number): void {
    this.#session.sendMedia(kind, timestampMs, body);
    this.#channel.send(this.#session.takeOutput());
  }

  ask(question: 'ping' | 'call'): void {
    this.#session.ask(question);
    this.#passOn();
  }

  async end(isPublishing: boolean, deadlineMs: number): Promise<void> {
    if (isPublishing) {
      this.#session.end();
      this.#passOn();
    }
    await this.#channel.end(deadlineMs);
  }

  linger(): void {
    this.#channel.linger();
  }

  destroy(): void {
    this.#channel.destroy();
  }

  #passOn(): void {
    const chunks = this.#session.takeOutput();
    if (chunks.length > 0) this.#channel.send(chunks);
  }

  #receive(bytes: Uint8Array, handlers: PublishConnectionHandlers): void {
    const nowMs = performance.now();
    const tooMuch = this.#incoming.take(bytes.length, nowMs);
    if (tooMuch) return handlers.onFailed(tooMuch);
    try {
      for (const event of this.#session.receive(bytes, nowMs)) handlers.onEvent(event);
      this.#passOn();
    } catch (error) {
      handlers.onFailed(toAppError(error));
    }
  }
}
