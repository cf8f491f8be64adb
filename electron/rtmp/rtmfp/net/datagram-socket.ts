/**
 * One UDP socket of the system. What it cannot send is lost, as on the way: sessions repeat what matters, and a network that is away
 * for a moment ends nothing.
 */
import { createSocket } from 'node:dgram';
import type { RemoteInfo, Socket, SocketOptions } from 'node:dgram';
import { socketErrorFor } from '../../net/socket-error.ts';
import type { Endpoint } from '../startup/startup-types.ts';

/** The system grants what it allows: a burst of a key frame is to find room. */
const BUFFER_BYTES = 4 * 1024 * 1024;

export interface DatagramSocketOptions {
  readonly family: 4 | 6;
  /** Default: all addresses of this computer. */
  readonly localAddress?: string | undefined;
  /** Default: any that is free. */
  readonly port?: number | undefined;
  readonly onDatagram: (datagram: Uint8Array, from: Endpoint) => void;
  /** The system would not send a datagram; the network may be away. */
  readonly onSendFailed?: ((error: unknown) => void) | undefined;
}

export interface SocketCounts {
  sentBytes: number;
  sentDatagrams: number;
  receivedDatagrams: number;
  failedSends: number;
}

/** Addresses are written out here: asking the resolver for each datagram would cost a turn of the event loop. */
const takeAsWritten: NonNullable<SocketOptions['lookup']> = (host, _options, callback) => {
  // oxlint-disable-next-line unicorn/no-null -- Node's callbacks have null for no error
  callback(null, host, host.includes(':') ? 6 : 4);
};

export class DatagramSocket {
  readonly counts: SocketCounts = { sentBytes: 0, sentDatagrams: 0, receivedDatagrams: 0, failedSends: 0 };
  readonly #socket: Socket;
  readonly #onSendFailed: DatagramSocketOptions['onSendFailed'];
  #isClosed = false;

  /** @throws AppError `transport/*` where the system has no such socket. */
  static async open(options: DatagramSocketOptions): Promise<DatagramSocket> {
    const socket = new DatagramSocket(options);
    const { localAddress: address, port = 0 } = options;
    try {
      await new Promise<void>((resolve, reject) => {
        socket.#socket.once('error', reject);
        socket.#socket.bind(
          { port, ...(address === undefined ? {} : { address }), exclusive: true },
          resolve,
        );
      });
    } catch (error) {
      socket.close();
      throw socketErrorFor(error, { host: address ?? '', port });
    }
    socket.#bound();
    return socket;
  }

  private constructor({ family, onDatagram, onSendFailed }: DatagramSocketOptions) {
    this.#onSendFailed = onSendFailed;
    this.#socket = createSocket({ type: family === 6 ? 'udp6' : 'udp4', lookup: takeAsWritten });
    this.#socket.on('message', (datagram: Buffer, { address: host, port }: RemoteInfo) => {
      this.counts.receivedDatagrams += 1;
      onDatagram(datagram, { host, port });
    });
  }

  #bound(): void {
    // What a send meets comes to its callback, and nothing else ends a socket without connection.
    this.#socket.removeAllListeners('error').on('error', () => undefined);
    for (const setSize of ['setSendBufferSize', 'setRecvBufferSize'] as const) {
      try {
        this.#socket[setSize](BUFFER_BYTES);
      } catch {
        // A system that refuses a size keeps its own.
      }
    }
  }

  get port(): number {
    return this.#isClosed ? 0 : this.#socket.address().port;
  }

  readonly #sent = (error: unknown): void => {
    if (!error) return;
    this.counts.failedSends += 1;
    this.#onSendFailed?.(error);
  };

  /** `datagram` must not change afterwards. */
  send(datagram: Uint8Array, { host, port }: Endpoint): void {
    if (this.#isClosed) return;
    this.counts.sentDatagrams += 1;
    this.counts.sentBytes += datagram.length;
    this.#socket.send(datagram, port, host, this.#sent);
  }

  /** The process may end though it is open. */
  unref(): void {
    if (!this.#isClosed) this.#socket.unref();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket.close();
  }
}
