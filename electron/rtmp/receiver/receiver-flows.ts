/** The rehearsal receiver over RTMFP: a small server on a UDP port of loopback. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import { FlowReceiver } from '../rtmfp/messages/flow-receiver.ts';
import { SessionServer } from '../rtmfp/net/session-server.ts';
import type { SessionPeer } from '../rtmfp/net/session-server.ts';
import type { ReceiveSessionOptions } from '../session/receive/receive-session-types.ts';
import { LOOPBACK } from './receiver.ts';
import type { Receiver } from './receiver.ts';
import { APP, ReceiverSessions } from './receiver-sessions.ts';
import type { ReceiverEvent, ReceiverSessionsOptions } from './receiver-sessions.ts';

/** A publisher that has a session and does not get to publishing. */
const OPENING_MS = 15_000;

/** How a receiver of RTMFP listens, whom it takes, and where it keeps what it gets. */
export interface FlowsReceiverOptions
  extends ReceiverSessionsOptions, Pick<ReceiveSessionOptions, 'capabilities'> {
  /** Whether publishers must prove each packet; only then may they change their address. Default true; old clients cannot. */
  readonly isProtectionRequired?: boolean;
  /** Default: loopback. */
  readonly host?: string;
}

class RehearsalFlowsReceiver implements Receiver {
  readonly caPem = undefined;
  readonly #options: FlowsReceiverOptions;
  readonly #sessions: ReceiverSessions;
  #server: SessionServer | undefined;

  constructor(options: FlowsReceiverOptions) {
    this.#options = options;
    this.#sessions = new ReceiverSessions(options);
  }

  async listen(): Promise<void> {
    const { host = LOOPBACK, isProtectionRequired = true } = this.#options;
    const accept = (peer: SessionPeer): FlowReceiver => this.#accept(peer);
    this.#server = await SessionServer.open({ host, isProtectionRequired, accept });
  }

  get port(): number {
    return this.#server?.port ?? 0;
  }

  get url(): string {
    return `rtmfp://${this.#options.host ?? LOOPBACK}:${this.port}/${APP}`;
  }

  get key(): string {
    return this.#sessions.key;
  }

  get publisherCount(): number {
    return this.#sessions.publisherCount;
  }

  onEvent(listener: (event: ReceiverEvent) => void): Disposable {
    return this.#sessions.onEvent(listener);
  }

  report(): RehearsalReport | undefined {
    return this.#sessions.report();
  }

  async close(): Promise<void> {
    this.#server?.close();
    await this.#sessions.end();
  }

  #accept({ path, wake }: SessionPeer): FlowReceiver {
    const { capabilities } = this.#options;
    const receiver = new FlowReceiver(
      { path, ...(capabilities === undefined ? {} : { capabilities }) },
      {
        onEvent: (event) => session.handle(event),
        onEnded: (ending) => {
          clearTimeout(opening);
          if (ending === 'silence')
            session.broke(
              new AppError('transport/stalled', { message: 'the publisher sends nothing any more' }),
            );
          this.#sessions.closed(session);
        },
      },
      performance.now(),
    );
    const carrier = {
      protocol: 'rtmfp',
      end: () => {
        receiver.end();
        wake();
      },
      setReading: (isReading: boolean) => {
        receiver.setReading(isReading);
        wake();
      },
      onPublishing: () => clearTimeout(opening),
    } as const;
    const session = this.#sessions.open(carrier, receiver);
    const opening = setTimeout(() => carrier.end(), OPENING_MS);
    return receiver;
  }
}

/** Starts a receiver on a free UDP port of loopback. */
export async function startFlowsReceiver(options: FlowsReceiverOptions = {}): Promise<Receiver> {
  const receiver = new RehearsalFlowsReceiver(options);
  await receiver.listen();
  return receiver;
}
