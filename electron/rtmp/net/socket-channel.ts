/**
 * A byte channel over one TCP or TLS socket. Collects what is sent within a turn of the event loop and hands it to the
 * system in few writes; watches for a socket that takes nothing; paces where asked.
 */
import type * as net from 'node:net';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';
import { defaultChannelLimits } from './byte-channel.ts';
import type { ByteChannel, ByteChannelHandlers, ChannelLimits } from './byte-channel.ts';
import type { Connection } from './dial.ts';
import { socketErrorFor } from './socket-error.ts';
import type { Peer } from './socket-error.ts';
import { TokenBucket } from './token-bucket.ts';
import { RecordWriter, SMALL_CHUNK_BYTES, takeVector } from './write-batch.ts';

/** A batch this large is written without waiting for the end of the turn. */
const BATCH_BYTES = 256 * 1024;
/** How many batches may be with the socket at once, so that progress is seen. */
const STALL_CHECKS = 10;

export class SocketChannel implements ByteChannel {
  readonly peerName: string;
  readonly tls: TlsSummary | undefined;
  readonly #peer: Peer;
  readonly #socket: net.Socket;
  readonly #carrier: net.Socket;
  readonly #limits: ChannelLimits;
  readonly #bucket: TokenBucket | undefined;
  readonly #records: RecordWriter | undefined;
  #handlers: ByteChannelHandlers | undefined;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #bytesInWrites = 0;
  #bytesAccepted = 0;
  #isFlushScheduled = false;
  #isWritable = true;
  #isClosed = false;
  #isEnding = false;
  #isLingering = false;
  #error: AppError | undefined;
  #paceTimer: NodeJS.Timeout | undefined;
  #stallTimer: NodeJS.Timeout | undefined;
  #lastProgressMs = 0;

  constructor(connection: Connection, peer: Peer, limits: Partial<ChannelLimits> = {}) {
    this.#socket = connection.socket;
    this.#carrier = connection.carrier ?? connection.socket;
    this.tls = connection.tls;
    this.#peer = peer;
    this.peerName = `${peer.host}:${peer.port}`;
    this.#limits = { ...defaultChannelLimits, ...limits };
    if (this.#limits.pacing) this.#bucket = new TokenBucket(this.#limits.pacing, performance.now());
    if (this.tls !== undefined) this.#records = new RecordWriter();
    this.#socket.on('error', (error) => {
      this.#error ??= socketErrorFor(error, peer);
    });
  }

  get localAddress(): string | undefined {
    return this.#carrier.localAddress;
  }

  get bytesAccepted(): number {
    return this.#bytesAccepted;
  }

  get bytesInSocket(): number {
    return this.#waitingBytes + this.#bytesInWrites;
  }

  get isWritable(): boolean {
    return this.#isWritable && !this.#isClosed && !this.#isEnding;
  }

  start(handlers: ByteChannelHandlers): void {
    this.#handlers = handlers;
    if (this.#socket.destroyed) {
      queueMicrotask(() => this.#close());
      return;
    }
    this.#socket.on('data', (bytes: Buffer) => handlers.onBytes(bytes));
    this.#socket.on('close', () => this.#close());
    this.#socket.on('end', () => this.#close());
    this.#socket.resume();
  }

  send(chunks: readonly Uint8Array[]): void {
    if (this.#isClosed || this.#isEnding || this.#isLingering) return;
    for (const chunk of chunks) {
      this.#waiting.push(chunk);
      this.#waitingBytes += chunk.length;
    }
    if (this.bytesInSocket > this.#limits.highWaterBytes) this.#isWritable = false;
    if (this.#waitingBytes >= BATCH_BYTES) this.#flush();
    else if (!this.#isFlushScheduled) {
      this.#isFlushScheduled = true;
      queueMicrotask(this.#flush);
    }
  }

  async end(deadlineMs: number): Promise<void> {
    if (this.#isClosed) return;
    this.#flush();
    this.#isEnding = true;
    const socket = this.#socket;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        socket.destroy();
        resolve();
      }, deadlineMs);
      socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      if (this.#waitingBytes === 0) socket.end();
      if (socket.destroyed) {
        clearTimeout(timer);
        resolve();
      }
    });
    this.#close();
  }

  linger(): void {
    if (this.#isClosed) return;
    this.#isLingering = true;
    this.#handlers = undefined;
    clearInterval(this.#stallTimer);
    clearTimeout(this.#paceTimer);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  destroy(): void {
    if (this.#isClosed) return;
    this.#isEnding = true;
    if (!this.#carrier.destroyed) this.#carrier.resetAndDestroy();
    this.#socket.destroy();
    this.#close();
  }

  /** Writes what may go now. Over TLS one batch at a time: its buffer is used again for the next. */
  readonly #flush = (): void => {
    this.#isFlushScheduled = false;
    if (this.#isClosed || this.#isLingering || this.#waiting.length === 0 || this.#paceTimer !== undefined)
      return;
    if (this.#records && this.#bytesInWrites > 0) return;
    if (this.#bytesInWrites === 0) this.#watchStall();
    const waitMs = this.#bucket?.waitMs(performance.now()) ?? 0;
    if (waitMs > 0) {
      this.#paceTimer = setTimeout(() => {
        this.#paceTimer = undefined;
        this.#flush();
      }, waitMs);
      return;
    }
    const offered = this.#bucket ? this.#waiting.slice(0, this.#pacedCount()) : this.#waiting;
    const { chunks, bytes, taken } = this.#records?.take(offered) ?? takeVector(offered);
    this.#waiting = taken === this.#waiting.length ? [] : this.#waiting.slice(taken);
    this.#waitingBytes -= bytes;
    this.#bytesInWrites += bytes;
    this.#bucket?.take(bytes);
    const done = (error?: unknown): void => this.#written(bytes, Boolean(error));
    const last = chunks.length - 1;
    const isVector = this.#records === undefined && last > 0;
    if (isVector) this.#socket.cork();
    for (const [index, chunk] of chunks.entries()) {
      if (index === last) this.#socket.write(chunk, done);
      else this.#socket.write(chunk);
    }
    if (isVector) this.#socket.uncork();
    if (this.#bucket && this.#waiting.length > 0) this.#flush();
  };

  /** Paced, a batch ends with the first chunk of some size: the bucket overdraws by no more than that. */
  #pacedCount(): number {
    return this.#waiting.findIndex((chunk) => chunk.length >= SMALL_CHUNK_BYTES) + 1 || this.#waiting.length;
  }

  #written(bytes: number, hasFailed: boolean): void {
    this.#bytesInWrites -= bytes;
    if (hasFailed || this.#isLingering) return;
    this.#bytesAccepted += bytes;
    this.#lastProgressMs = performance.now();
    this.#flush();
    if (this.#isEnding) {
      if (this.#waitingBytes === 0) this.#socket.end();
      return;
    }
    if (!this.#isWritable && this.bytesInSocket <= this.#limits.highWaterBytes / 2) {
      this.#isWritable = true;
      if (!this.#isClosed) this.#handlers?.onDrain();
    }
    if (this.bytesInSocket === 0) this.#handlers?.onFlushed();
  }

  /** Begins to wait for progress. One timer serves the whole connection: most writes are taken at once. */
  #watchStall(): void {
    this.#lastProgressMs = performance.now();
    this.#stallTimer ??= setInterval(() => {
      if (this.#bytesInWrites === 0) return;
      if (performance.now() - this.#lastProgressMs < this.#limits.stallMs) return;
      const seconds = Math.round(this.#limits.stallMs / 1000);
      const message = `${this.#peer.host} took no data for ${seconds} seconds`;
      this.#error ??= new AppError('transport/stalled', { message, ...this.#peer });
      this.#socket.destroy();
    }, this.#limits.stallMs / STALL_CHECKS);
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#stallTimer);
    clearTimeout(this.#paceTimer);
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (!this.#socket.destroyed && !this.#isEnding) this.#socket.destroy();
    this.#handlers?.onClosed(this.#error);
  }
}
