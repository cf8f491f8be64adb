/**
 * A server that does what a test tells it, byte by byte, to a real publisher over a real socket. It helps with the
 * well-formed part up to the step where the hostile part begins; nothing in it judges what the client does.
 */
import * as net from 'node:net';
import * as tls from 'node:tls';
import type { AmfValue } from '../../../electron/rtmp/amf/amf-value.ts';
import { amfObject } from '../../../electron/rtmp/amf/amf-value.ts';
import { ChunkReader } from '../../../electron/rtmp/chunk/chunk-reader.ts';
import { ChunkWriter } from '../../../electron/rtmp/chunk/chunk-writer.ts';
import { buildCommand, parseCommand } from '../../../electron/rtmp/message/command.ts';
import type { Command } from '../../../electron/rtmp/message/command.ts';
import { buildControlMessage } from '../../../electron/rtmp/message/control-message.ts';
import type { RtmpMessage } from '../../../electron/rtmp/message/message-types.ts';

const PACKET_BYTES = 1536;
const WAIT_MS = 10_000;
const MAX_REMEMBERED = 64;

/** Where the hostile part begins: before S0, or in place of the answer to that command, or on air. */
export type Stage = 'handshake' | 'connect' | 'createStream' | 'publish' | 'live';

/** The client left: what a script waits for will not come. */
export class ClientGoneError extends Error {}

export class HostileConnection {
  readonly socket: net.Socket;
  readonly writer = new ChunkWriter();
  /** Everything the client said after its handshake. */
  readonly messages: RtmpMessage[] = [];
  c1: Buffer = Buffer.alloc(0);
  bytesReceived = 0;
  isGone = false;
  #raw = Buffer.alloc(0);
  #isReadingChunks = false;
  readonly #reader = new ChunkReader();
  readonly #waiting = new Set<() => void>();

  constructor(socket: net.Socket) {
    this.socket = socket;
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.isGone = true;
      this.#wake();
    });
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
  }

  #receive(bytes: Buffer): void {
    this.bytesReceived += bytes.length;
    if (this.#isReadingChunks) this.#readChunks(bytes);
    else this.#raw = Buffer.concat([this.#raw, bytes]);
    this.#wake();
  }

  #readChunks(bytes: Uint8Array): void {
    this.#reader.push(bytes);
    for (let message = this.#reader.next(); message; message = this.#reader.next()) {
      this.messages.push(message);
    }
    this.#reader.releaseInput();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Resolves once `condition` gives something. @throws ClientGoneError, or Error after ten seconds. */
  until<T>(what: string, condition: () => T | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        act();
      };
      const check = (): void => {
        const found = condition();
        if (found !== undefined) settle(() => resolve(found));
        else if (this.isGone) settle(() => reject(new ClientGoneError(`left before ${what}`)));
      };
      const timer = setTimeout(() => settle(() => reject(new Error(`waited in vain for ${what}`))), WAIT_MS);
      this.#waiting.add(check);
      check();
    });
  }

  commands(): Command[] {
    return this.messages.flatMap(({ type, body }) => parseCommand(type, body) ?? []);
  }

  untilCommand(name: string): Promise<Command> {
    return this.until(name, () => this.commands().find((command) => command.name === name));
  }

  untilMessage(what: string, isIt: (message: RtmpMessage) => boolean): Promise<RtmpMessage> {
    return this.until(what, () => this.messages.find(isIt));
  }

  /** Bytes as they are, or in hexadecimal. */
  send(bytes: Uint8Array | string): this {
    if (!this.isGone) this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'hex') : bytes);
    return this;
  }

  /** A message in the chunks of the writer. */
  bytesOf(type: number, body: Uint8Array, chunkStreamId = 3, streamId = 0): Buffer {
    this.writer.writeMessage({ chunkStreamId, type, streamId, timestampMs: 0, body });
    return Buffer.concat(this.writer.takeOutput());
  }

  message(type: number, body: Uint8Array, chunkStreamId = 3): this {
    return this.send(this.bytesOf(type, body, chunkStreamId));
  }

  control(message: Parameters<typeof buildControlMessage>[0]): this {
    const { type, body } = buildControlMessage(message);
    this.message(type, body, 2);
    if (message.type === 'setChunkSize') this.writer.setChunkSize(message.bytes);
    return this;
  }

  command(name: string, transactionId: number, ...values: AmfValue[]): this {
    return this.message(20, buildCommand(name, transactionId, values));
  }

  status(information: Record<string, AmfValue>): this {
    return this.command('onStatus', 0, null, amfObject(information));
  }

  /** Refuses `connect`, with more in it than words. */
  rejectConnect(ex: Record<string, AmfValue>): this {
    const code = 'NetConnection.Connect.Rejected';
    const information = { level: 'error', code, description: 'moved', ex: amfObject(ex) };
    return this.command('_error', 1, null, amfObject(information));
  }

  /** A status to be sent in one piece with others. */
  statusBytes(information: Record<string, AmfValue>): Buffer {
    return this.bytesOf(20, buildCommand('onStatus', 0, [null, amfObject(information)]));
  }

  /** Waits for C0 and C1. */
  async untilHello(): Promise<void> {
    await this.until('C1', () => (this.#raw.length >= 1 + PACKET_BYTES ? true : undefined));
    this.c1 = this.#raw.subarray(1, 1 + PACKET_BYTES);
  }

  /** Skips C2; what comes after it is messages. */
  async untilShaken(): Promise<void> {
    const end = 1 + PACKET_BYTES * 2;
    await this.until('C2', () => (this.#raw.length >= end ? true : undefined));
    const rest = this.#raw.subarray(end);
    this.#raw = Buffer.alloc(0);
    this.#isReadingChunks = true;
    this.#readChunks(rest);
  }

  async shakeHands(): Promise<void> {
    await this.untilHello();
    this.send(Buffer.concat([Buffer.of(3), Buffer.alloc(PACKET_BYTES, 7), this.c1]));
    await this.untilShaken();
  }

  /** Goes on, in good order, from after the handshake. */
  async from(begun: Stage, stage: Stage): Promise<void> {
    const order: readonly Stage[] = ['handshake', 'connect', 'createStream', 'publish', 'live'];
    const has = (step: Stage): boolean => order.indexOf(stage) >= order.indexOf(step);
    const needs = (step: Stage): boolean => has(step) && order.indexOf(begun) < order.indexOf(step);
    if (needs('connect')) await this.untilCommand('connect');
    if (needs('createStream')) {
      this.command('_result', 1, amfObject({}), amfObject({ code: 'NetConnection.Connect.Success' }));
      await this.untilCommand('createStream');
    }
    if (needs('publish')) {
      this.command('_result', 4, null, 1);
      await this.untilCommand('publish');
    }
    if (needs('live')) this.status({ level: 'status', code: 'NetStream.Publish.Start', description: 'go' });
  }

  async to(stage: Stage): Promise<void> {
    if (stage === 'handshake') return this.untilHello();
    await this.shakeHands();
    await this.from('handshake', stage);
  }
}

export interface HostilePeer {
  readonly port: number;
  /** `rtmp://127.0.0.1:PORT/live`, or `rtmps:`. */
  readonly url: string;
  /** The newest of them. */
  readonly connections: readonly HostileConnection[];
  /** What went wrong in a script, apart from clients that left. */
  readonly errors: readonly unknown[];
  stop(): Promise<void>;
}

export interface HostileCertificate {
  readonly cert: string;
  readonly key: string;
  readonly maxVersion?: 'TLSv1.2';
}

export type HostileScript = (connection: HostileConnection, index: number) => void | Promise<void>;

export async function startHostilePeer(
  script: HostileScript,
  certificate?: HostileCertificate,
): Promise<HostilePeer> {
  const connections: HostileConnection[] = [];
  let connectionCount = 0;
  const errors: unknown[] = [];
  const sockets = new Set<net.Socket>();
  const accept = (socket: net.Socket): void => {
    const connection = new HostileConnection(socket);
    const index = connectionCount++;
    connections.push(connection);
    // A hundred thousand connections are no reason to remember each.
    if (connections.length > MAX_REMEMBERED) connections.shift();
    Promise.resolve()
      .then(() => script(connection, index))
      .catch((error: unknown) => {
        if (!(error instanceof ClientGoneError)) errors.push(error);
      });
  };
  const options = { noDelay: true };
  const server = certificate
    ? tls.createServer({ ...options, ...certificate }, accept)
    : net.createServer(options, accept);
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', (_error: Error, socket: net.Socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    url: `${certificate ? 'rtmps' : 'rtmp'}://127.0.0.1:${address.port}/live`,
    connections,
    errors,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
