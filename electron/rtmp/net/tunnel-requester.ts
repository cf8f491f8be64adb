/**
 * The client's HTTP side of the tunnel: one request at a time over one kept-alive connection, in the protocol's own
 * codec. A connection that the server dropped between requests is dialled again. Knows no RTMP.
 */
import type * as net from 'node:net';
import { AppError } from '../../../shared/errors/app-error.ts';
import { buildTunnelRequest } from '../tunnel/tunnel-request.ts';
import type { TunnelRequest } from '../tunnel/tunnel-request.ts';
import { TunnelResponseReader } from '../tunnel/tunnel-response.ts';
import type { TunnelResponse } from '../tunnel/tunnel-response.ts';
import type { Connection } from './dial.ts';
import { runStep } from './run-step.ts';
import { socketErrorFor } from './socket-error.ts';
import type { Peer } from './socket-error.ts';

/** Opens the way to the same server once more. */
export type Redial = (signal: AbortSignal) => Promise<Connection>;

/** The connection is gone, and not a byte of the answer had come: the request may go out again. */
class DroppedError extends Error {}

interface Exchange {
  resolve(response: TunnelResponse): void;
  reject(error: Error): void;
}

/** One connection: answers go to the exchange that waits for one. */
class TunnelConnection {
  readonly #socket: net.Socket;
  readonly #peer: Peer;
  readonly #reader = new TunnelResponseReader();
  #waiting: Exchange | undefined;
  #error: AppError | undefined;
  #hasAnswerBegun = false;
  #isGone: boolean;
  /** It has answered before: a drop now is the end of its keep-alive, not a refusal. */
  hasServed = false;

  constructor(socket: net.Socket, peer: Peer) {
    this.#socket = socket;
    this.#peer = peer;
    this.#isGone = socket.destroyed;
    socket.on('error', (error) => {
      this.#error ??= socketErrorFor(error, peer);
    });
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.on('end', () => this.#gone());
    socket.on('close', () => this.#gone());
    socket.resume();
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  exchange(bytes: Uint8Array, exchange: Exchange): void {
    this.#waiting = exchange;
    this.#hasAnswerBegun = false;
    if (this.#isGone) this.#gone();
    else this.#socket.write(bytes);
  }

  destroy(): void {
    this.#isGone = true;
    this.#socket.destroy();
  }

  #receive(bytes: Uint8Array): void {
    if (this.#isGone) return;
    this.#hasAnswerBegun = true;
    try {
      for (const response of this.#reader.receive(bytes)) {
        const exchange = this.#waiting;
        this.#waiting = undefined;
        this.hasServed = true;
        // An answer that nobody asked for leaves no way to tell which is whose.
        if (exchange) exchange.resolve(response);
        else this.destroy();
      }
    } catch (error) {
      this.#error ??= socketErrorFor(error, this.#peer);
      this.#gone();
    }
  }

  #gone(): void {
    this.destroy();
    const exchange = this.#waiting;
    this.#waiting = undefined;
    if (!exchange) return;
    const { host } = this.#peer;
    if (!this.#hasAnswerBegun && this.hasServed) exchange.reject(new DroppedError());
    else {
      const message = `${host} closed the tunnel's connection`;
      exchange.reject(this.#error ?? new AppError('transport/closed', { message, ...this.#peer }));
    }
  }
}

export class TunnelRequester {
  readonly #peer: Peer;
  readonly #redial: Redial;
  readonly #deadlineMs: number;
  readonly #abort = new AbortController();
  #connection: TunnelConnection;

  constructor(socket: net.Socket, peer: Peer, redial: Redial, deadlineMs: number) {
    this.#peer = peer;
    this.#redial = redial;
    this.#deadlineMs = deadlineMs;
    this.#connection = new TunnelConnection(socket, peer);
  }

  /**
   * Sends one request and waits for its answer. A request that met a dropped connection goes out once more with the
   * same sequence number, by which a server knows it again.
   * @throws AppError `transport/*`, `internal/aborted`.
   */
  async request(request: TunnelRequest, opening?: AbortSignal): Promise<TunnelResponse> {
    const own = this.#abort.signal;
    const signal = opening ? AbortSignal.any([own, opening]) : own;
    const { host, port } = this.#peer;
    const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    const bytes = buildTunnelRequest(authority, request);
    if (this.#connection.isGone && this.#connection.hasServed) await this.#dialAgain(signal);
    try {
      return await this.#exchange(bytes, signal);
    } catch (error) {
      if (!(error instanceof DroppedError)) throw error;
    }
    await this.#dialAgain(signal);
    return this.#exchange(bytes, signal);
  }

  destroy(): void {
    this.#abort.abort();
    this.#connection.destroy();
  }

  async #dialAgain(signal: AbortSignal): Promise<void> {
    const { socket } = await this.#redial(signal);
    this.#connection = new TunnelConnection(socket, this.#peer);
    if (signal.aborted) this.#connection.destroy();
  }

  #exchange(bytes: Uint8Array, signal: AbortSignal): Promise<TunnelResponse> {
    const timeoutError = (): AppError =>
      new AppError('transport/stalled', {
        message: `the tunnel at ${this.#peer.host} does not answer`,
        ...this.#peer,
      });
    const connection = this.#connection;
    return runStep<TunnelResponse>(
      { deadlineMs: this.#deadlineMs, timeoutError, signal },
      (resolve, reject) => {
        connection.exchange(bytes, { resolve, reject });
        return () => connection.destroy();
      },
    );
  }
}
