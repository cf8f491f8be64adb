/**
 * Opens a session to a server over UDP, up to where it is open: asks at all its addresses at once, follows its redirects as far as they may
 * lead.
 */
import { randomBytes } from 'node:crypto';
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import { runStep } from '../../net/run-step.ts';
import { socketErrorFor } from '../../net/socket-error.ts';
import type { Peer } from '../../net/socket-error.ts';
import { buildUriDiscriminator } from '../crypto/discriminator.ts';
import { OPEN_TIMEOUT_MS, REFUSED_REDIRECT_MS } from '../limits.ts';
import { Initiator } from '../startup/initiator.ts';
import type { OpenedSession } from '../startup/initiator.ts';
import type { Endpoint } from '../startup/startup-types.ts';
import { DatagramSocket } from './datagram-socket.ts';
import { mayAskAt } from './redirect-target.ts';

type Family = 4 | 6;

export interface OpeningOptions extends Peer {
  /** The server's address as a URI, without user, password, fragment and key: it travels as good as in the clear. */
  readonly uri: string;
  /** What the server's name leads to; not empty. */
  readonly addresses: readonly string[];
  readonly localAddress?: string | undefined;
  /** Default and most: 95000. */
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether the server may send this stream to another address. */
  readonly mayMoveTo: (host: string) => boolean;
  /** Why it may not. */
  readonly moveRefused: (host: string) => AppError;
}

function familyOf(host: string): Family {
  return host.includes(':') ? 6 : 4;
}

export class ClientOpening {
  readonly #options: OpeningOptions;
  readonly #sockets = new Map<Family, DatagramSocket>();
  readonly #initiator: Initiator;
  #onDatagram: (datagram: Uint8Array, from: Endpoint) => void = () => undefined;
  #onOutcome: (outcome: OpenedSession | AppError) => void = () => undefined;
  #onAnswered: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #refusal: { readonly host: string; readonly sinceMs: number } | undefined;

  constructor(options: OpeningOptions) {
    this.#options = options;
    const { addresses, port, uri, deadlineMs } = options;
    this.#initiator = new Initiator({
      discriminator: buildUriDiscriminator(uri),
      candidates: addresses.map((host) => ({ host, port })),
      mayAsk: (endpoint) => this.#mayAsk(endpoint.host),
      random: (count) => randomBytes(count),
      nowMs: performance.now(),
      timeoutMs: deadlineMs,
    });
  }

  /** One for each family of addresses; a system without one of them does without. */
  async openSockets(): Promise<void> {
    const { addresses, localAddress } = this.#options;
    const families = [...new Set(addresses.map(familyOf))];
    const opened = await Promise.allSettled(
      families.map(async (family) => {
        const onDatagram = (datagram: Uint8Array, from: Endpoint): void => this.#onDatagram(datagram, from);
        const onSendFailed = (error: unknown): void => this.#sendFailed(error);
        this.#sockets.set(
          family,
          await DatagramSocket.open({ family, localAddress, onDatagram, onSendFailed }),
        );
      }),
    );
    const [failure] = opened.filter((outcome) => outcome.status === 'rejected');
    if (this.#sockets.size === 0 && failure) throw toAppError(failure.reason);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const socket of this.#sockets.values()) socket.close();
  }

  /** Until the session is open. */
  async open(): Promise<OpenedSession> {
    return await this.#run<OpenedSession>((resolve) => (opened) => resolve(opened));
  }

  /** Until the server has answered, which costs it next to nothing. */
  async ask(): Promise<void> {
    await this.#run<void>((resolve) => {
      this.#onAnswered = resolve;
      return () => resolve();
    });
  }

  /** The socket of an open session, to which all that arrives goes from now on; the others are closed. */
  takeSocket(host: string, onDatagram: (datagram: Uint8Array, from: Endpoint) => void): DatagramSocket {
    clearTimeout(this.#timer);
    this.#onDatagram = onDatagram;
    const socket = this.#sockets.get(familyOf(host));
    for (const other of this.#sockets.values()) if (other !== socket) other.close();
    if (socket === undefined) throw new AppError('internal/bug', { message: 'the session has no socket' });
    return socket;
  }

  async #run<T>(onOpened: (resolve: (value: T) => void) => (opened: OpenedSession) => void): Promise<T> {
    const { deadlineMs = OPEN_TIMEOUT_MS, signal } = this.#options;
    const limits = { deadlineMs, timeoutError: () => this.#timeout(), signal };
    return await runStep<T>(limits, (resolve, reject) => {
      const opened = onOpened(resolve);
      this.#onOutcome = (outcome) => (outcome instanceof AppError ? reject(outcome) : opened(outcome));
      this.#onDatagram = (datagram, from) => {
        this.#initiator.receive(datagram, from, performance.now());
        this.#drive();
      };
      this.#drive();
      return () => this.close();
    });
  }

  /** Sends what the initiator has to say, and waits for when it has more. */
  #drive(): void {
    const nowMs = performance.now();
    this.#initiator.advance(nowMs);
    for (const { bytes, to } of this.#initiator.takeOutput())
      this.#sockets.get(familyOf(to.host))?.send(bytes, to);
    const { opened, hasFailed, isAnswered } = this.#initiator;
    const refusedMs = isAnswered ? Infinity : (this.#refusal?.sinceMs ?? Infinity) + REFUSED_REDIRECT_MS;
    clearTimeout(this.#timer);
    if (isAnswered) this.#onAnswered();
    if (opened) this.#onOutcome(opened);
    else if (hasFailed || nowMs >= refusedMs) this.#onOutcome(this.#timeout());
    else {
      const dueMs = Math.min(this.#initiator.dueMs, refusedMs);
      this.#timer = setTimeout(() => this.#drive(), Math.max(0, dueMs - nowMs));
    }
  }

  /** Nothing at all could be sent: there is no network that leads there. */
  #sendFailed(error: unknown): void {
    const hasSent = [...this.#sockets.values()].some(
      ({ counts }) => counts.sentDatagrams > counts.failedSends,
    );
    const { host, port } = this.#options;
    if (!hasSent) this.#onOutcome(socketErrorFor(error, { host, port }));
  }

  #mayAsk(host: string): boolean {
    const { addresses, mayMoveTo } = this.#options;
    if (mayAskAt(host, addresses, mayMoveTo)) return true;
    this.#refusal ??= { host, sinceMs: performance.now() };
    return false;
  }

  #timeout(): AppError {
    const { host, port, moveRefused } = this.#options;
    if (this.#refusal && !this.#initiator.isAnswered) return moveRefused(this.#refusal.host);
    const message = this.#initiator.isAnswered
      ? `${host} did not finish the RTMFP handshake in time`
      : `${host} port ${port} did not answer over UDP in time`;
    return new AppError('transport/timeout', { message, step: 'handshake', host, port });
  }
}
