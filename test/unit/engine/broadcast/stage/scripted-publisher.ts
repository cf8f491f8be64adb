/** A peer by script: the test says what the connection takes, says and loses. */
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../../shared/errors/error-codes.ts';
import { Emitter } from '../../../../../shared/emitter.ts';
import type { Keepalive } from '../../../../../electron/engine/health/liveness.ts';
import type { MediaPacket } from '../../../../../electron/rtmp/flv/packet.ts';
import type {
  OpenOptions,
  OutputConnection,
  OutputDriver,
} from '../../../../../electron/engine/outputs/driver.ts';
import { rtmpDriver } from '../../../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import type { PublisherEvent } from '../../../../../electron/rtmp/publisher/publisher.ts';

export interface Sent {
  readonly packet: MediaPacket;
  readonly timestampMs: number;
}

export class ScriptedPublisher implements OutputConnection {
  readonly options: OpenOptions;
  readonly sent: Sent[] = [];
  readonly #events = new Emitter<PublisherEvent>();
  readonly #drains = new Emitter<void>();
  #given = 0;
  bytesInSocket = 0;
  /** True: the network takes nothing. */
  isStalled = false;
  /** True: the goodbye is never answered. */
  isSilent = false;
  isDestroyed = false;
  isEnded = false;
  isLingering = false;
  /** What it was asked for signs of life. */
  readonly asked: Keepalive[] = [];
  localAddress: string | undefined;
  readonly tls = undefined;
  /** As the transport tells it: the host in use, where the server named another. */
  get movedHost(): string | undefined {
    const { host } = new URL(this.options.url);
    return host === new URL(this.options.ownUrl).host ? undefined : host;
  }
  /** As of a server that says nothing of codecs. */
  readonly serverCapabilities = undefined;

  constructor(options: OpenOptions) {
    this.options = options;
  }

  get bytesAccepted(): number {
    return this.#given - this.bytesInSocket;
  }

  send(packet: MediaPacket, timestampMs = packet.timestampMs): void {
    this.sent.push({ packet, timestampMs });
    this.#given += packet.body.length;
    if (this.isStalled) this.bytesInSocket += packet.body.length;
  }

  ask(question: Keepalive): void {
    this.asked.push(question);
  }

  onDrain(listener: () => void) {
    return this.#drains.on(listener);
  }

  onEvent(listener: (event: PublisherEvent) => void) {
    return this.#events.on(listener);
  }

  async end(): Promise<void> {
    this.isEnded = true;
    if (this.isSilent) await new Promise<never>(() => {});
  }

  linger(): void {
    this.isLingering = true;
  }

  destroy(): void {
    this.isDestroyed = true;
  }

  /** Takes what waits, and goes on taking. */
  release(): void {
    this.isStalled = false;
    this.bytesInSocket = 0;
    this.#drains.emit();
  }

  say(event: PublisherEvent): void {
    this.#events.emit(event);
  }

  /** The server's words, as a status. */
  status(description: string): void {
    this.say({ type: 'statusReceived', level: 'status', code: 'x', description });
  }

  lose(code: ErrorCode = 'transport/reset'): void {
    this.#events.emit({ type: 'closed', error: new AppError(code) });
  }

  media(kind: MediaPacket['kind']): Sent[] {
    return this.sent.filter(({ packet }) => packet.kind === kind && !packet.isSequenceHeader);
  }
}

/** `hangLate`: whoever knocks is answered, and so is an attempt until it says `connect`. */
type Answer = 'accept' | 'hang' | 'hangLate' | ErrorCode;

/** Opens connections as `answer` says, by server address; every one that was accepted is kept in order. */
export class ScriptedNetwork {
  readonly publishers: ScriptedPublisher[] = [];
  readonly attempts: string[] = [];
  answer: (url: string) => Answer = () => 'accept';

  readonly driver: OutputDriver = {
    ...rtmpDriver,
    open: (options) => this.open(options),
    probe: ({ url }) => (this.isReachable(url) ? Promise.resolve() : Promise.reject(new Error('away'))),
  };

  readonly open: OutputDriver['open'] = (options) => {
    this.attempts.push(options.url);
    const answer = this.answer(options.url);
    options.onStep('dns');
    options.onStep('tcp');
    if (answer === 'hangLate') for (const step of ['handshake', 'connect'] as const) options.onStep(step);
    if (answer === 'hang' || answer === 'hangLate') return new Promise<never>(() => {});
    if (answer !== 'accept') return Promise.reject(new AppError(answer));
    options.onStep('publish');
    const publisher = new ScriptedPublisher(options);
    this.publishers.push(publisher);
    return Promise.resolve(publisher);
  };

  /** Whether a bare connection would be taken. */
  isReachable(url: string): boolean {
    const answer = this.answer(url);
    return answer === 'accept' || answer === 'hangLate';
  }

  get last(): ScriptedPublisher {
    const publisher = this.publishers.at(-1);
    if (!publisher) throw new Error('no connection was accepted');
    return publisher;
  }
}
