/**
 * A byte channel inside HTTP POSTs (RTMPT, rtmp-reference §1.4): one request at a time, what we send in its body, what
 * the server sends in its answer; empty requests ask for more. `tunnel-requester.ts` does the HTTP.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';
import { defaultChannelLimits } from './byte-channel.ts';
import type { ByteChannel, ByteChannelHandlers, ChannelLimits } from './byte-channel.ts';
import { parseTunnelData, parseTunnelOpen, tunnelPollDelayMs } from '../tunnel/tunnel-response.ts';
import type { TunnelResponse } from '../tunnel/tunnel-response.ts';
import type { Connection } from './dial.ts';
import { socketErrorFor } from './socket-error.ts';
import type { Peer } from './socket-error.ts';
import { TokenBucket } from './token-bucket.ts';
import { TunnelRequester } from './tunnel-requester.ts';
import type { Redial } from './tunnel-requester.ts';

/** One request carries no more: its answer is the only sign that the server takes data. */
const MAX_REQUEST_BYTES = 512 * 1024;
/** While pacing holds data back, the server's own words are asked for this often. */
const PACED_POLL_MS = 500;
const NO_BYTES = new Uint8Array(0);

/** The codec does not know whom it speaks with. */
function tunnelErrorFor(error: unknown, peer: Peer): AppError {
  const known = socketErrorFor(error, peer);
  return known.code === 'transport/tunnel-refused'
    ? new AppError(known.code, { ...known.details, ...peer }, error)
    : known;
}

class TunnelChannel implements ByteChannel {
  readonly peerName: string;
  readonly tls: TlsSummary | undefined;
  readonly #requester: TunnelRequester;
  readonly #sessionId: string;
  readonly #peer: Peer;
  readonly #limits: ChannelLimits;
  readonly #bucket: TokenBucket | undefined;
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
    this.#peer = peer;
    this.#limits = limits;
    if (limits.pacing) this.#bucket = new TokenBucket(limits.pacing, performance.now());
    this.peerName = `${peer.host}:${peer.port}`;
  }

  get localAddress(): undefined {
    return undefined;
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
    if (this.#handlers && !this.#isRequesting) this.#nextSend();
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
      if (!this.#isRequesting) this.#nextSend();
    });
    this.#close(undefined);
  }

  /** A tunnel's requests are connections of their own: there is nothing to keep. */
  linger(): void {
    this.destroy();
  }

  destroy(): void {
    this.#close(undefined);
  }

  /** What waits goes with the next request, as soon as the pace allows; until then the server is asked all the same. */
  #nextSend(): void {
    this.#next(Math.min(this.#paceMs(), PACED_POLL_MS));
  }

  #paceMs(): number {
    if (this.#waiting.length === 0) return 0;
    return this.#bucket?.waitMs(performance.now()) ?? 0;
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
      const answer = await this.#requester.request({
        type: isGoodbye ? 'close' : body === undefined ? 'idle' : 'send',
        sessionId: this.#sessionId,
        sequence: this.#sequence++,
        body: body ?? NO_BYTES,
      });
      this.#isRequesting = false;
      this.#bytesAccepted += this.#bytesInRequest;
      this.#bytesInRequest = 0;
      if (isGoodbye) this.#ended?.();
      else this.#took(answer);
    } catch (error) {
      this.#isRequesting = false;
      this.#ended?.();
      this.#close(tunnelErrorFor(error, this.#peer));
    }
  }

  #takeBody(): Buffer | undefined {
    if (this.#waiting.length === 0 || this.#paceMs() > 0) return undefined;
    const taken: Uint8Array[] = [];
    let bytes = 0;
    // One request overdraws the bucket by no more than a chunk.
    const most = Math.min(MAX_REQUEST_BYTES, this.#limits.pacing?.burstBytes ?? MAX_REQUEST_BYTES);
    while (bytes < most) {
      const chunk = this.#waiting.shift();
      if (!chunk) break;
      taken.push(chunk);
      bytes += chunk.length;
    }
    this.#waitingBytes -= bytes;
    this.#bytesInRequest = bytes;
    this.#bucket?.take(bytes);
    return Buffer.concat(taken, bytes);
  }

  /** @throws AppError `transport/tunnel-refused`. */
  #took(answer: TunnelResponse): void {
    if (this.#isClosed) return;
    const { pollingByte, bytes } = parseTunnelData(answer);
    if (bytes.length > 0) this.#handlers?.onBytes(bytes);
    if (!this.#isWritable && this.bytesInSocket <= this.#limits.highWaterBytes / 2) {
      this.#isWritable = true;
      this.#handlers?.onDrain();
    }
    if (this.bytesInSocket === 0) this.#handlers?.onFlushed();
    const isBusy = bytes.length > 0 || this.#waiting.length > 0 || this.#isEnding;
    if (isBusy) this.#nextSend();
    else this.#next(tunnelPollDelayMs(pollingByte));
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
 * Opens a tunnel over `connection`, which it owns from here on, as it does those that `redial` opens.
 * @throws AppError `transport/tunnel-refused`, `transport/*`, `internal/aborted`.
 */
export async function openTunnelChannel(
  connection: Connection,
  peer: Peer,
  redial: Redial,
  limits: Partial<ChannelLimits>,
  openDeadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<ByteChannel> {
  const all = { ...defaultChannelLimits, ...limits };
  const deadlineMs = Math.min(openDeadlineMs, all.stallMs);
  const requester = new TunnelRequester(connection.socket, peer, redial, deadlineMs);
  try {
    const sessionId = parseTunnelOpen(await requester.request({ type: 'open' }, signal));
    return new TunnelChannel(requester, connection.tls, sessionId, peer, all);
  } catch (error) {
    requester.destroy();
    throw tunnelErrorFor(error, peer);
  }
}
