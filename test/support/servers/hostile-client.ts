/** A publisher that does what a test tells it, byte by byte, to a real receiver over a real socket. */
import * as net from 'node:net';
import { amfObject } from '../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../electron/rtmp/amf/amf-value.ts';
import { ChunkWriter } from '../../../electron/rtmp/chunk/chunk-writer.ts';
import { buildCommand } from '../../../electron/rtmp/message/command.ts';
import { waitUntil } from '../processes/processes.ts';

/** As much of what the receiver says as its words take. */
const KEPT_CHARACTERS = 8_192;

export class HostileClient {
  readonly writer = new ChunkWriter();
  readonly closed: Promise<void>;
  bytesReceived = 0;
  isGone = false;
  readonly #socket: net.Socket;
  #heard = '';

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) =>
      socket.once('close', () => {
        this.isGone = true;
        resolve();
      }),
    );
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      this.bytesReceived += bytes.length;
      this.#heard = (this.#heard + bytes.toString('latin1')).slice(-KEPT_CHARACTERS);
    });
    socket.on('end', () => socket.end());
  }

  static async connect(port: number): Promise<HostileClient> {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new HostileClient(socket);
  }

  /** Bytes as they are, or in hexadecimal. Resolves when there is room for more. */
  async send(bytes: Uint8Array | string): Promise<void> {
    if (this.isGone) return;
    const hasRoom = this.#socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'hex') : bytes);
    if (hasRoom) return;
    await Promise.race([new Promise((resolve) => this.#socket.once('drain', resolve)), this.closed]);
  }

  async message(
    type: number,
    body: Uint8Array,
    options: { chunkStreamId?: number; streamId?: number } = {},
  ): Promise<void> {
    const { chunkStreamId = 3, streamId = 0 } = options;
    this.writer.writeMessage({ chunkStreamId, type, streamId, timestampMs: 0, body });
    await this.send(Buffer.concat(this.writer.takeOutput()));
  }

  async command(name: string, transactionId: number, ...values: AmfValue[]): Promise<void> {
    const streamId = name === 'publish' ? 1 : 0;
    await this.message(20, buildCommand(name, transactionId, values), { streamId });
  }

  async shakeHands(): Promise<void> {
    await this.send(Buffer.concat([Buffer.of(3), Buffer.alloc(3072, 7)]));
  }

  async connectTo(app: string): Promise<void> {
    await this.shakeHands();
    await this.command('connect', 1, amfObject({ app, tcUrl: `rtmp://h/${app}` }));
  }

  /** The whole way, to Publish.Start. */
  async publish(app: string, key: string): Promise<void> {
    await this.connectTo(app);
    await waitUntil('the answer to connect', () => this.#heard.includes('NetConnection.Connect.Success'));
    await this.command('createStream', 2, null);
    await this.command('publish', 3, null, key, 'live');
    await waitUntil('Publish.Start', () => this.#heard.includes('Publishing has started.'));
  }

  destroy(): void {
    this.#socket.destroy();
  }
}
