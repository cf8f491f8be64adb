/** A publisher's stream of bytes at the receiver: TCP, TLS or an HTTP tunnel carry it, the protocol's receive session reads it. */
import { randomBytes } from 'node:crypto';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { ReceiveSession } from '../index.ts';
import type { ReceiveSessionOptions } from '../session/receive/receive-session-types.ts';
import type { ReceiverAnswers, ReceiverSession } from './receiver-session.ts';
import type { StreamEnding, TunnelPeer } from './receiver-tunnel.ts';

const NO_BYTES = new Uint8Array(0);

export class ReceiverStream implements TunnelPeer {
  readonly #session: ReceiveSession;
  readonly #receiver: ReceiverSession;
  readonly #send: (chunks: readonly Uint8Array[]) => void;
  readonly #onClosed: (receiver: ReceiverSession) => void;

  /** @param open makes what judges and keeps it, which ends the connection by `end`. */
  constructor(
    options: ReceiveSessionOptions,
    carrier: { send(chunks: readonly Uint8Array[]): void; end(): void },
    open: (answers: ReceiverAnswers, end: () => void) => ReceiverSession,
    onClosed: (receiver: ReceiverSession) => void,
  ) {
    this.#session = new ReceiveSession(options, (length) => randomBytes(length));
    this.#send = (chunks) => carrier.send(chunks);
    this.#onClosed = onClosed;
    this.#receiver = open(this.#session, () => {
      this.#flush();
      carrier.end();
    });
  }

  receive(bytes: Uint8Array): void {
    if (this.#receiver.error) return;
    try {
      let more = bytes;
      do {
        for (const event of this.#session.receive(more, performance.now())) this.#receiver.handle(event);
        more = NO_BYTES;
      } while (this.#session.isHolding);
    } catch (error) {
      return this.#receiver.fail(toAppError(error));
    }
    this.#flush();
  }

  closed(ending: StreamEnding): void {
    if (ending === 'goodbye') this.#receiver.goodbye();
    if (ending === 'broken')
      this.#receiver.broke(
        new AppError('rtmp/protocol', { message: 'a request of the HTTP tunnel is broken' }),
      );
    this.#onClosed(this.#receiver);
  }

  #flush(): void {
    const chunks = this.#session.takeOutput();
    if (chunks.length > 0) this.#send(chunks);
  }
}
