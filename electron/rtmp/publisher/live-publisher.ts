/**
 * One connection of a publisher: watches the deadline of each step until Publish.Start, then passes packets one way and typed
 * events the other. Says why a connection ended.
 */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import { Emitter } from '../../../shared/emitter.ts';
import type {
  PublishSessionEvent,
  PublishSessionStats,
  Refusal,
  RtmpCapabilities,
} from '../session/publish/publish-session-types.ts';
import type { Publisher, PublisherDeadlines, PublisherEvent, PublisherOptions } from './publisher-types.ts';
import { codecRefusal, readCodecAnswer } from './codec-offer.ts';
import { OpeningDeadlines } from './opening-deadlines.ts';
import type { OpeningPhase } from './opening-deadlines.ts';
import { BufferedEmitter } from './buffered-emitter.ts';
import type { PublishConnection, SentPacket } from './publish-connection.ts';
import { closeError, KEY_DOUBT_MS, refusalError } from './refusal.ts';
import { readReconnectUrl } from './redirection.ts';
import type { Ownership } from './redirection.ts';
import { runStep } from '../net/run-step.ts';
import type { Target } from './target.ts';

const END_DEADLINE_MS = 2_000;
/** A message has 16777215 bytes at most; metadata grows by its prefix. */
const MAX_BODY_BYTES = 0xffffff - 64;

interface LivePublisherOptions {
  readonly connection: PublishConnection;
  /** A user name was configured: decides what `Unauthorized` means. */
  readonly hasCredentials: boolean;
  readonly deadlines: PublisherDeadlines;
  readonly target: Target;
  /** What a reconnect request is held against. */
  readonly ownership: Ownership;
  /** See the publisher's options. */
  readonly videoFourCc: string | undefined;
  readonly onStep: PublisherOptions['onStep'];
}

type Phase = OpeningPhase | 'live' | 'closed';

/** How the opening ended; `refused` is for whoever may try again in another way. */
interface OpeningListener {
  live(): void;
  refused(refusal: Refusal): void;
  failed(error: AppError): void;
}

export class LivePublisher implements Publisher {
  readonly tcUrl: string;
  readonly movedHost: string | undefined;
  readonly #options: LivePublisherOptions;
  readonly #connection: PublishConnection;
  readonly #events = new BufferedEmitter<PublisherEvent>();
  readonly #drains = new Emitter<void>();
  #flushing: { readonly flushed: Promise<void>; resolve(): void } | undefined;
  #phase: Phase = 'handshake';
  readonly #deadlines: OpeningDeadlines;
  #opening: OpeningListener | undefined;
  #liveSinceMs = 0;
  #isEndingByUs = false;
  #error: AppError | undefined;
  #lastStatus: Pick<Refusal, 'code' | 'description'> | undefined;
  #serverCapabilities: RtmpCapabilities | undefined;

  constructor(options: LivePublisherOptions) {
    const { connection, ownership, deadlines, onStep } = options;
    const { host, tcUrl } = options.target;
    this.#options = options;
    this.#connection = connection;
    this.tcUrl = tcUrl;
    this.movedHost = host === ownership.own.host ? undefined : host;
    const onTimeout = (error: AppError): void => this.#fail(error);
    this.#deadlines = new OpeningDeadlines({ host, deadlines, onStep, onTimeout });
  }

  /** Runs the session up to Publish.Start. @returns the refusal when the server said one. @throws AppError */
  goLive(signal: AbortSignal | undefined): Promise<Refusal | undefined> {
    // Each phase has its own timer; this one only bounds their sum.
    const limits = {
      deadlineMs: this.#deadlines.totalMs,
      timeoutError: () => this.#deadlines.timeout(),
      signal,
    };
    return runStep<Refusal | undefined>(limits, (resolve, reject) => {
      this.#opening = { live: () => resolve(undefined), refused: resolve, failed: reject };
      this.#enter('handshake');
      this.#connection.start({
        onEvent: (event) => this.#handle(event),
        onFailed: (error) => this.#fail(error),
        onDrain: () => this.#drains.emit(),
        onFlushed: () => this.#flushed(),
        onClosed: (error) => this.#closed(error),
      });
      return () => {
        this.#opening = undefined;
        this.destroy();
      };
    });
  }

  get tls(): TlsSummary | undefined {
    return this.#connection.tls;
  }

  get serverCapabilities(): RtmpCapabilities | undefined {
    return this.#serverCapabilities;
  }

  get localAddress(): string | undefined {
    return this.#connection.localAddress;
  }

  get bytesAccepted(): number {
    return this.#connection.bytesAccepted;
  }

  get bytesInSocket(): number {
    return this.#connection.bytesInSocket;
  }

  get isWritable(): boolean {
    return this.#phase === 'live' && this.#connection.isWritable;
  }

  get isClosed(): boolean {
    return this.#phase === 'closed';
  }

  get stats(): PublishSessionStats {
    return this.#connection.stats;
  }

  send(packet: SentPacket, timestampMs = packet.timestampMs): void {
    if (this.#phase !== 'live' || this.#isEndingByUs) return;
    if (packet.body.length > MAX_BODY_BYTES) {
      const message = 'a packet is longer than an RTMP message can be';
      throw new AppError('rtmp/limit', { message, bytes: packet.body.length, limitBytes: MAX_BODY_BYTES });
    }
    this.#connection.sendMedia(packet, timestampMs);
  }

  ask(question: 'ping' | 'call'): void {
    if (this.#phase !== 'live' || this.#isEndingByUs) return;
    this.#connection.ask(question);
  }

  async flush(): Promise<void> {
    if (this.#phase === 'closed' || this.#connection.bytesInSocket === 0) return;
    if (!this.#flushing) {
      let resolve = (): void => undefined;
      const flushed = new Promise<void>((done) => (resolve = done));
      this.#flushing = { flushed, resolve };
    }
    await this.#flushing.flushed;
  }

  onDrain(listener: () => void): Disposable {
    return this.#drains.on(listener);
  }

  onEvent(listener: (event: PublisherEvent) => void): Disposable {
    return this.#events.on(listener);
  }

  async end({ deadlineMs = END_DEADLINE_MS }: { readonly deadlineMs?: number } = {}): Promise<void> {
    if (this.#phase === 'closed' || this.#isEndingByUs) return;
    this.#isEndingByUs = true;
    await this.#connection.end(this.#phase === 'live', deadlineMs);
    this.#closed(undefined);
  }

  linger(): void {
    if (this.#phase === 'closed') return;
    this.#isEndingByUs = true;
    this.#connection.linger();
  }

  destroy(): void {
    if (this.#phase === 'closed') return;
    this.#isEndingByUs = true;
    this.#connection.destroy();
    this.#closed(undefined);
  }

  #flushed(): void {
    this.#flushing?.resolve();
    this.#flushing = undefined;
  }

  #handle(event: PublishSessionEvent): void {
    if (this.#phase === 'closed') return;
    switch (event.type) {
      case 'handshakeCompleted':
        return this.#enter('connect');
      case 'connectAccepted': {
        this.#serverCapabilities = event.capabilities;
        const { videoFourCc, target } = this.#options;
        if (videoFourCc !== undefined && readCodecAnswer(event.capabilities, videoFourCc) === 'refused')
          return this.#fail(codecRefusal(videoFourCc, target.host));
        return this.#enter('createStream');
      }
      case 'streamCreated':
        return this.#enter('publish');
      case 'publishStarted':
        return this.#becomeLive();
      case 'refused':
        return this.#refused(event);
      case 'unpublished':
      case 'closeRequested':
        this.#lastStatus = event;
        this.#emit(event);
        if (!this.#isEndingByUs) this.#endByServer(event);
        return;
      case 'failed':
        return this.#fail(event.error);
      case 'statusReceived':
        this.#lastStatus = event;
        this.#emit(event);
        return;
      case 'reconnectRequested':
        return this.#emit(this.#readMove(event));
      default:
        this.#emit(event);
    }
  }

  #readMove({
    tcUrl,
    description,
  }: Extract<PublishSessionEvent, { type: 'reconnectRequested' }>): PublisherEvent {
    try {
      const { target, ownership } = this.#options;
      return { type: 'reconnectRequested', url: readReconnectUrl(target, tcUrl, ownership), description };
    } catch (error) {
      return { type: 'moveRefused', error: toAppError(error) };
    }
  }

  /** Drops server messages while opening: the caller only sees the promise. */
  #emit(event: PublisherEvent): void {
    if (!this.#opening) this.#events.emit(event);
  }

  #enter(phase: OpeningPhase): void {
    this.#phase = phase;
    this.#deadlines.enter(phase);
  }

  #becomeLive(): void {
    if (this.#phase === 'live') return;
    this.#deadlines.end();
    this.#phase = 'live';
    this.#liveSinceMs = performance.now();
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.live();
  }

  #refused(refusal: Refusal): void {
    const { target, hasCredentials } = this.#options;
    const { host } = target;
    const opening = this.#opening;
    if (!opening) return this.#fail(refusalError(refusal, host, hasCredentials));
    this.#opening = undefined;
    this.destroy();
    // A refusal of the publication is answered by another connection only where it names one; one of connect may be.
    if (refusal.stage === 'connect' || refusal.redirectUrl !== undefined) opening.refused(refusal);
    else opening.failed(refusalError(refusal, host, hasCredentials));
  }

  #endByServer({ code, description }: { readonly code: string; readonly description: string }): void {
    const words = [code, description].filter((part) => part !== '').join(': ');
    const details = words === '' ? {} : { serverWords: words };
    this.#fail(new AppError('rtmp/server-ended', { message: 'the server ended the stream', ...details }));
  }

  #fail(error: AppError): void {
    if (this.#phase === 'closed') return;
    this.#error ??= error;
    this.#connection.destroy();
    this.#closed(undefined);
  }

  #closed(cause: AppError | undefined): void {
    if (this.#phase === 'closed') return;
    const phase = this.#phase;
    this.#deadlines.end();
    this.#phase = 'closed';
    const error =
      this.#isEndingByUs && !this.#error ? undefined : (this.#error ?? this.#explain(phase, cause));
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.failed(
      error ?? new AppError('internal/aborted', { message: 'the connection attempt was cancelled' }),
    );
    this.#flushed();
    this.#events.end({ type: 'closed', error });
    this.#drains.clear();
  }

  #explain(phase: Exclude<Phase, 'closed'>, cause: AppError | undefined): AppError {
    const isJustLive = phase === 'live' && performance.now() - this.#liveSinceMs < KEY_DOUBT_MS;
    return closeError({
      phase: isJustLive ? 'justLive' : phase,
      host: this.#options.target.host,
      app: this.#options.target.app,
      lastStatus: this.#lastStatus,
      cause,
    });
  }
}
