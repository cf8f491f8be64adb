/**
 * A publisher's connection over RTMFP: finds the server, opens a session, and passes packets one way and events the other. Says why it
 * ended.
 */
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import { defaultChannelLimits } from '../../net/byte-channel.ts';
import { findAddresses } from '../../net/dial.ts';
import type {
  PublishConnection,
  PublishConnectionHandlers,
  SentPacket,
} from '../../publisher/publish-connection.ts';
import type { PublisherDeadlines, PublisherOptions } from '../../publisher/publisher-types.ts';
import type { Target } from '../../publisher/target.ts';
import type { PublishSessionStats } from '../../session/publish/publish-session-types.ts';
import type { FlowPublisher } from '../messages/flow-publisher.ts';
import type { SessionPacket } from '../wire/chunks.ts';
import { openClientSession } from './client-session.ts';
import type { SessionEnd, SessionRunner } from './session-runner.ts';

/** How often it is looked whether the server still takes what waits. */
const STALL_CHECKS = 10;

export interface RtmfpConnectionOptions {
  readonly target: Target;
  readonly options: PublisherOptions;
  readonly deadlines: PublisherDeadlines;
  /** See `DialOptions`. */
  readonly isPublicOnly: boolean;
  readonly publisher: FlowPublisher;
  /** Whether the server may send the stream to another address while the session is opened, and what to say where it may not. */
  readonly mayMoveTo: (host: string) => boolean;
  readonly moveRefused: (host: string) => AppError;
}

/** Looks the server up; the session begins with `start`. @throws AppError `transport/*`, `rtmp/moved-elsewhere`, `internal/aborted`. */
export async function openRtmfpConnection(connection: RtmfpConnectionOptions): Promise<PublishConnection> {
  const { target, options, deadlines, isPublicOnly } = connection;
  const { localAddress, family, addresses, proxy, signal, onStep } = options;
  const { host, port } = target;
  const found = await findAddresses({
    ...{ host, port, isTls: false, isPublicOnly, deadlines },
    ...{ localAddress, family, addresses, proxy, signal, onStep },
  });
  return new RtmfpConnection(connection, found);
}

/** A query may hold what nobody else is to know, and the first packet is as good as in the clear. */
export function openUri(tcUrl: string): string {
  return tcUrl.split('?')[0] ?? '';
}

class RtmfpConnection implements PublishConnection {
  readonly tls = undefined;
  /** The system chooses it anew when the network changes. */
  readonly localAddress = undefined;
  readonly #connection: RtmfpConnectionOptions;
  readonly #addresses: readonly string[];
  readonly #publisher: FlowPublisher;
  readonly #highWaterBytes: number;
  readonly #opening = new AbortController();
  readonly #closed: Promise<void>;
  #resolveClosed: () => void = () => undefined;
  #handlers: PublishConnectionHandlers | undefined;
  #runner: SessionRunner | undefined;
  #stallTimer: NodeJS.Timeout | undefined;
  #isWritable = true;
  #hasWaiting = false;
  #isEnding = false;
  #isClosed = false;

  constructor(connection: RtmfpConnectionOptions, addresses: readonly string[]) {
    this.#connection = connection;
    this.#addresses = addresses;
    this.#publisher = connection.publisher;
    this.#highWaterBytes = connection.options.highWaterBytes ?? defaultChannelLimits.highWaterBytes;
    this.#closed = new Promise((resolve) => (this.#resolveClosed = resolve));
  }

  get bytesAccepted(): number {
    return this.#publisher.bytesAccepted;
  }

  get bytesInSocket(): number {
    return this.#publisher.bytesWaiting;
  }

  get isWritable(): boolean {
    return this.#isWritable && !this.#isClosed && !this.#isEnding;
  }

  get stats(): PublishSessionStats {
    return this.#publisher.stats;
  }

  start(handlers: PublishConnectionHandlers): void {
    this.#handlers = handlers;
    const { target, options, mayMoveTo, moveRefused } = this.#connection;
    const { host, port, tcUrl } = target;
    const { localAddress } = options;
    openClientSession({
      ...{ host, port, uri: openUri(tcUrl), localAddress, mayMoveTo, moveRefused },
      addresses: this.#addresses,
      signal: this.#opening.signal,
      end: this.#sessionEnd(),
      onProgress: () => this.#progressed(),
      onClosed: () => this.#close(undefined),
    }).then(
      (runner) => this.#opened(runner),
      (error: unknown) => this.#failed(toAppError(error)),
    );
  }

  sendMedia(packet: SentPacket, timestampMs: number): void {
    this.#publisher.sendMedia(packet, timestampMs, performance.now());
    this.#runner?.wake();
    this.#hasWaiting = true;
    if (this.bytesInSocket > this.#highWaterBytes) this.#isWritable = false;
  }

  ask(question: 'ping' | 'call'): void {
    this.#publisher.ask(question);
    this.#runner?.wake();
  }

  async end(isPublishing: boolean, deadlineMs: number): Promise<void> {
    if (this.#isClosed) return;
    this.#isEnding = true;
    if (!isPublishing || this.#runner === undefined) return this.destroy();
    this.#publisher.end(performance.now());
    this.#runner.wake();
    const timer = setTimeout(() => this.destroy(), deadlineMs);
    await this.#closed;
    clearTimeout(timer);
  }

  linger(): void {
    this.#handlers = undefined;
    clearInterval(this.#stallTimer);
    this.#opening.abort();
    this.#runner?.pause();
  }

  destroy(): void {
    if (this.#isClosed) return;
    this.#opening.abort();
    this.#runner?.abort();
    this.#close(undefined);
  }

  /** What the session brings becomes events at once. */
  #sessionEnd(): SessionEnd {
    const publisher = this.#publisher;
    const emit = (packet: SessionPacket, nowMs: number): void => {
      for (const event of publisher.receive(packet, nowMs)) this.#handlers?.onEvent(event);
    };
    return {
      session: publisher.session,
      receive: emit,
      takePacket: (nowMs, maxBytes) => publisher.takePacket(nowMs, maxBytes),
      get dueMs() {
        return publisher.dueMs;
      },
    };
  }

  #opened(runner: SessionRunner): void {
    this.#runner = runner;
    // `linger` and `destroy` may have come meanwhile.
    if (this.#isClosed || this.#handlers === undefined) return runner.abort();
    for (const event of this.#publisher.start(performance.now())) this.#handlers.onEvent(event);
    runner.wake();
    this.#watchStall();
  }

  /** There is no session. Who canceled the attempt knows that. */
  #failed(error: AppError): void {
    if (!this.#opening.signal.aborted) this.#handlers?.onFailed(error);
    this.#close(undefined);
  }

  #progressed(): void {
    const { ending } = this.#publisher;
    // The session may stay a while to answer repetitions; for its owner it is over.
    if (ending !== undefined) return this.#close(ending === 'silence' ? this.#stalled() : undefined);
    const waiting = this.bytesInSocket;
    if (!this.#isWritable && waiting <= this.#highWaterBytes / 2) {
      this.#isWritable = true;
      this.#handlers?.onDrain();
    }
    if (!this.#hasWaiting || waiting > 0) return;
    this.#hasWaiting = false;
    this.#handlers?.onFlushed();
  }

  /** Data waits, and the server acknowledges none. */
  #watchStall(): void {
    const { stallMs } = this.#connection.deadlines;
    let takenBytes = -1;
    let progressMs = performance.now();
    this.#stallTimer = setInterval(() => {
      const { bytesAccepted, bytesInSocket } = this;
      const nowMs = performance.now();
      if (bytesAccepted !== takenBytes || bytesInSocket === 0) progressMs = nowMs;
      takenBytes = bytesAccepted;
      if (nowMs - progressMs < stallMs) return;
      this.#runner?.abort();
      this.#close(this.#stalled());
    }, stallMs / STALL_CHECKS);
  }

  #stalled(): AppError {
    const { host, port } = this.#connection.target;
    const message = `${host} acknowledges nothing any more`;
    return new AppError('transport/stalled', { message, host, port });
  }

  #close(error: AppError | undefined): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#stallTimer);
    this.#resolveClosed();
    this.#runner?.unref();
    this.#handlers?.onClosed(this.#isEnding ? undefined : error);
  }
}
