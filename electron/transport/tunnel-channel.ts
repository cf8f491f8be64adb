/**
 * A byte channel inside HTTP POSTs (RTMPT, rtmp-reference §1.4): one request at a time, what we send in its body, what
 * the server sends in its answer; empty requests ask for more. Node's HTTP client does the HTTP.
 */
import * as http from 'node:http';
import type * as net from 'node:net';
import { AppError } from '../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../shared/broadcast/state.ts';
import {
  defaultChannelLimits,
  type ByteChannel,
  type ByteChannelHandlers,
  type ChannelLimits,
} from './byte-channel.ts';
import type { Connection } from './dial.ts';
import { runStep } from './run-step.ts';
import { socketErrorFor, type Peer } from './socket-error.ts';

const SESSION_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** The server's polling byte counts in about these steps; the reference's bounds on the wait. */
const POLL_STEP_MS = 16;
const SHORTEST_POLL_MS = 10;
const LONGEST_POLL_MS = 500;
/** One request carries no more: its answer is the only sign that the server takes data. */
const MAX_REQUEST_BYTES = 512 * 1024;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const EMPTY_BODY = Buffer.from([0]);

function tunnelError(message: string, peer: Peer): AppError {
  return new AppError('transport/tunnel-refused', { message, ...peer });
}

/** Sends POSTs over one kept-alive connection, one after the other. */
class TunnelRequester {
  readonly #peer: Peer;
  readonly #agent: http.Agent;
  readonly #socket: net.Socket;
  readonly #deadlineMs: number;

  constructor(socket: net.Socket, peer: Peer, deadlineMs: number) {
    this.#socket = socket;
    this.#peer = peer;
    this.#deadlineMs = deadlineMs;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    this.#agent.createConnection = () => socket;
  }

  post(path: string, body: Buffer, signal?: AbortSignal): Promise<Buffer> {
    const timeoutError = (): AppError =>
      new AppError('transport/stalled', {
        message: `the tunnel at ${this.#peer.host} does not answer`,
        ...this.#peer,
      });
    return runStep<Buffer>({ deadlineMs: this.#deadlineMs, timeoutError, signal }, (resolve, reject) => {
      const fail = (error: Error): void => reject(socketErrorFor(error, this.#peer));
      const request = http.request({
        agent: this.#agent,
        host: this.#peer.host,
        port: this.#peer.port,
        method: 'POST',
        path,
        headers: {
          'Content-Type': 'application/x-fcs',
          'User-Agent': 'Shockwave Flash',
          'Cache-Control': 'no-cache',
          Connection: 'Keep-Alive',
          'Content-Length': body.length,
        },
      });
      request.once('error', fail);
      request.once('response', (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.once('error', fail);
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          chunks.push(chunk);
          if (length > MAX_ANSWER_BYTES)
            reject(tunnelError('the tunnel gave an answer without an end', this.#peer));
        });
        response.once('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks));
          else
            reject(
              tunnelError(`the server refused the HTTP tunnel (${response.statusCode ?? 0})`, this.#peer),
            );
        });
      });
      request.end(body);
      return () => request.destroy();
    });
  }

  destroy(): void {
    this.#agent.destroy();
    this.#socket.destroy();
  }
}

class TunnelChannel implements ByteChannel {
  readonly peerName: string;
  readonly tls: TlsSummary | undefined;
  readonly #requester: TunnelRequester;
  readonly #sessionId: string;
  readonly #limits: ChannelLimits;
  #handlers: ByteChannelHandlers | undefined;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #bytesInRequest = 0;
  #bytesAccepted = 0;
  #sequence = 0;
  #isWritable = true;
  #isEnding = false;
  #isClosed = false;
  #isRequesting = false;
  #pollTimer: NodeJS.Timeout | undefined;
  #ended: (() => void) | undefined;

  constructor(
    requester: TunnelRequester,
    tls: TlsSummary | undefined,
    sessionId: string,
    peer: Peer,
    limits: ChannelLimits,
  ) {
    this.#requester = requester;
    this.tls = tls;
    this.#sessionId = sessionId;
    this.#limits = limits;
    this.peerName = `${peer.host}:${peer.port}`;
  }

  get bytesAccepted(): number {
    return this.#bytesAccepted;
  }

  get bytesInSocket(): number {
    return this.#waitingBytes + this.#bytesInRequest;
  }

  get isWritable(): boolean {
    return this.#isWritable && !this.#isClosed && !this.#isEnding;
  }

  start(handlers: ByteChannelHandlers): void {
    this.#handlers = handlers;
    this.#next(0);
  }

  send(chunks: readonly Uint8Array[]): void {
    if (this.#isClosed || this.#isEnding) return;
    for (const chunk of chunks) {
      this.#waiting.push(chunk);
      this.#waitingBytes += chunk.length;
    }
    if (this.bytesInSocket > this.#limits.highWaterBytes) this.#isWritable = false;
    if (this.#handlers && !this.#isRequesting) this.#next(0);
  }

  async end(deadlineMs: number): Promise<void> {
    if (this.#isClosed) return;
    this.#isEnding = true;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, deadlineMs);
      this.#ended = () => {
        clearTimeout(timer);
        resolve();
      };
      if (!this.#isRequesting) this.#next(0);
    });
    this.#close(undefined);
  }

  destroy(): void {
    this.#close(undefined);
  }

  #next(delayMs: number): void {
    clearTimeout(this.#pollTimer);
    if (this.#isClosed) return;
    this.#pollTimer = setTimeout(() => void this.#exchange(), delayMs);
  }

  async #exchange(): Promise<void> {
    if (this.#isClosed || this.#isRequesting) return;
    this.#isRequesting = true;
    try {
      const isGoodbye = this.#isEnding && this.#waitingBytes === 0;
      const body = this.#takeBody();
      const verb = isGoodbye ? 'close' : body === undefined ? 'idle' : 'send';
      const answer = await this.#requester.post(
        `/${verb}/${this.#sessionId}/${this.#sequence++}`,
        body ?? EMPTY_BODY,
      );
      this.#isRequesting = false;
      this.#bytesAccepted += this.#bytesInRequest;
      this.#bytesInRequest = 0;
      if (isGoodbye) this.#ended?.();
      else this.#took(answer);
    } catch (error) {
      this.#isRequesting = false;
      this.#ended?.();
      this.#close(error instanceof AppError ? error : undefined);
    }
  }

  #takeBody(): Buffer | undefined {
    if (this.#waiting.length === 0) return undefined;
    const taken: Uint8Array[] = [];
    let bytes = 0;
    while (bytes < MAX_REQUEST_BYTES) {
      const chunk = this.#waiting.shift();
      if (!chunk) break;
      taken.push(chunk);
      bytes += chunk.length;
    }
    this.#waitingBytes -= bytes;
    this.#bytesInRequest = bytes;
    return Buffer.concat(taken, bytes);
  }

  #took(answer: Buffer): void {
    if (this.#isClosed) return;
    const pollingByte = answer[0];
    if (pollingByte === undefined) {
      this.#close(new AppError('transport/tunnel-refused', { message: 'the tunnel gave an empty answer' }));
      return;
    }
    if (answer.length > 1) this.#handlers?.onBytes(answer.subarray(1));
    if (!this.#isWritable && this.bytesInSocket <= this.#limits.highWaterBytes / 2) {
      this.#isWritable = true;
      this.#handlers?.onDrain();
    }
    const isBusy = answer.length > 1 || this.#waiting.length > 0 || this.#isEnding;
    const pollMs = Math.min(LONGEST_POLL_MS, Math.max(SHORTEST_POLL_MS, pollingByte * POLL_STEP_MS));
    this.#next(isBusy ? 0 : pollMs);
  }

  #close(error: AppError | undefined): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#pollTimer);
    this.#requester.destroy();
    this.#handlers?.onClosed(error);
  }
}

/**
 * Opens a tunnel over `connection`, which it owns from here on.
 * @throws AppError `transport/tunnel-refused`, `transport/*`, `internal/aborted`.
 */
export async function openTunnelChannel(
  connection: Connection,
  peer: Peer,
  limits: Partial<ChannelLimits>,
  openDeadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<ByteChannel> {
  const all = { ...defaultChannelLimits, ...limits };
  const requester = new TunnelRequester(connection.socket, peer, Math.min(openDeadlineMs, all.stallMs));
  try {
    const sessionId = (await requester.post('/open/1', EMPTY_BODY, signal)).toString('latin1').trim();
    if (!SESSION_ID.test(sessionId)) throw tunnelError('the tunnel gave no usable session', peer);
    return new TunnelChannel(requester, connection.tls, sessionId, peer, all);
  } catch (error) {
    requester.destroy();
    throw error;
  }
}
