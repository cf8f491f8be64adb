/**
 * The rehearsal receiver: a small RTMP server on loopback, plain or with TLS by a certificate made on the spot, with a
 * random key. Takes any number of publishers one after the other, reports on each and keeps the recording.
 */
import * as net from 'node:net';
import * as tls from 'node:tls';
import { AppError } from '../../../shared/errors/app-error.ts';
import { wallMs } from '../../../shared/clock.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import type { RtmpCapabilities } from '../session/publish/publish-session-types.ts';
import { issueCertificate } from './certificate.ts';
import { APP, ReceiverSessions } from './receiver-sessions.ts';
import type { ReceiverCarrier, ReceiverEvent, ReceiverSessionsOptions } from './receiver-sessions.ts';
import { ReceiverStream } from './receiver-stream.ts';
import { ReceiverTunnel } from './receiver-tunnel.ts';
import type { TunnelPeer } from './receiver-tunnel.ts';

export type { ReceiverEvent } from './receiver-sessions.ts';

export const LOOPBACK = '127.0.0.1';
/** `P` of `POST`; RTMP begins with 3, 6, 8 or 9. */
const HTTP_POST_FIRST_BYTE = 0x50;
const DAY_MS = 86_400_000;
const CERTIFICATE_DAYS = 7;
/** A publisher that says nothing for so long is gone. */
const IDLE_MS = 30_000;
/** One that says a little now and then, but does not get to publishing, neither. */
const OPENING_MS = 15_000;
const MAX_CONNECTIONS = 256;
/** Of those that have not shown the key: any program of this computer can connect. */
const MAX_OPENING_CONNECTIONS = 16;

/** A certificate for a receiver with TLS. */
export interface ReceiverCertificate {
  readonly certPem: string;
  readonly keyPem: string;
  /** What publishers add to their authorities. */
  readonly caPem: string;
}

/** How a receiver listens, whom it takes, and where it keeps what it gets. */
export interface ReceiverOptions extends ReceiverSessionsOptions {
  /** Takes RTMPS and RTMPTS alone; without it RTMP, RTMPT, and RTMPE. */
  readonly isTls: boolean;
  /** Made on the spot when absent. */
  readonly certificate?: ReceiverCertificate;
  /** Answered to publishers that speak of codecs (Enhanced RTMP). Default: everything can be decoded. */
  readonly capabilities?: RtmpCapabilities;
  /** Until a connection publishes; over it, it is closed. Default 15000. */
  readonly openingMs?: number;
}

/** A server for publishers, on loopback. It sends nothing on: it judges, reports, and records. */
export interface Receiver {
  readonly port: number;
  /** Server address without the key. */
  readonly url: string;
  /** Random for each receiver. */
  readonly key: string;
  /** What publishers trust a receiver with TLS by. */
  readonly caPem: string | undefined;
  /** Of those that publish now. */
  readonly publisherCount: number;
  onEvent(listener: (event: ReceiverEvent) => void): Disposable;
  /** The report over the newest publication that brought media, also while it runs; undefined before any. */
  report(): RehearsalReport | undefined;
  /** Ends every connection and the server; resolves when takes are on the disk. */
  close(): Promise<void>;
}

function makeCertificate(nowMs: number): ReceiverCertificate {
  const validity = { notBeforeMs: nowMs - DAY_MS, notAfterMs: nowMs + CERTIFICATE_DAYS * DAY_MS };
  const authority = issueCertificate({
    commonName: 'Upcast rehearsal authority',
    isAuthority: true,
    ...validity,
  });
  const leaf = issueCertificate({
    commonName: 'localhost',
    hosts: ['localhost', LOOPBACK, '::1'],
    issuer: authority,
    ...validity,
  });
  return { certPem: leaf.certPem, keyPem: leaf.keyPem, caPem: authority.certPem };
}

type Stream = Pick<ReceiverCarrier, 'end' | 'setReading' | 'onPublishing'> & {
  send(chunks: readonly Uint8Array[]): void;
};

function tlsProtocolOf(socket: net.Socket): string | undefined {
  return socket instanceof tls.TLSSocket ? (socket.getProtocol() ?? undefined) : undefined;
}

class RehearsalReceiver implements Receiver {
  readonly caPem: string | undefined;
  readonly #options: ReceiverOptions;
  readonly #server: net.Server;
  readonly #sessions: ReceiverSessions;
  readonly #sockets = new Set<net.Socket>();
  /** Connections that have shown the key. */
  readonly #trusted = new Set<net.Socket>();
  readonly #tunnel: ReceiverTunnel;
  #port = 0;

  constructor(options: ReceiverOptions) {
    this.#options = options;
    this.#sessions = new ReceiverSessions(options);
    this.#tunnel = new ReceiverTunnel({
      idleMs: IDLE_MS,
      openingMs: options.openingMs ?? OPENING_MS,
      // What waits in a tunnel is bounded by its one request at a time.
      accept: (stream, socket) =>
        this.#open(tlsProtocolOf(socket), { ...stream, setReading: () => undefined }),
    });
    if (options.isTls) {
      const certificate = options.certificate ?? makeCertificate(wallMs());
      this.caPem = certificate.caPem;
      const { certPem: cert, keyPem: key } = certificate;
      this.#server = tls.createServer({ cert, key, minVersion: 'TLSv1.2' }, (socket) => this.#accept(socket));
      this.#server.on('tlsClientError', (_error: Error, socket: tls.TLSSocket) => socket.destroy());
    } else {
      this.caPem = undefined;
      this.#server = net.createServer({ noDelay: true }, (socket) => this.#accept(socket));
    }
    this.#limitConnections();
  }

  /** Those over it are closed at once, before TLS. */
  #limitConnections(): void {
    this.#server.maxConnections = Math.min(MAX_CONNECTIONS, this.#trusted.size + MAX_OPENING_CONNECTIONS);
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, LOOPBACK, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string')
      throw new AppError('internal/bug', { message: 'no port' });
    this.#port = address.port;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `${this.#options.isTls ? 'rtmps' : 'rtmp'}://${LOOPBACK}:${this.#port}/${APP}`;
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
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#tunnel.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    await this.#sessions.end();
  }

  /** RTMP and its HTTP tunnel share the port: the first byte tells them apart. */
  #accept(socket: net.Socket): void {
    this.#sockets.add(socket);
    // The close that follows says all there is to say: the publisher is gone.
    socket.on('error', () => socket.destroy());
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    const opening = setTimeout(() => socket.destroy(), this.#options.openingMs ?? OPENING_MS);
    const onPublishing = (): void => {
      clearTimeout(opening);
      this.#trusted.add(socket);
      this.#limitConnections();
    };
    socket.once('close', () => {
      clearTimeout(opening);
      this.#sockets.delete(socket);
      this.#trusted.delete(socket);
      this.#limitConnections();
    });
    socket.once('data', (bytes: Buffer) => {
      if (bytes[0] === HTTP_POST_FIRST_BYTE) {
        this.#tunnel.serve(socket, bytes, onPublishing);
        return;
      }
      const open = this.#open(tlsProtocolOf(socket), {
        send: (chunks) => {
          for (const chunk of chunks) socket.write(chunk);
        },
        end: () => socket.end(),
        setReading: (isReading) => (isReading ? socket.resume() : socket.pause()),
        onPublishing,
      });
      socket.on('data', (more: Buffer) => open.receive(more));
      socket.once('close', () => open.closed('gone'));
      open.receive(bytes);
    });
  }

  #open(tlsProtocol: string | undefined, stream: Stream): TunnelPeer {
    const { capabilities } = this.#options;
    const protocol = tlsProtocol === undefined ? 'rtmp' : 'rtmps';
    return new ReceiverStream(
      capabilities === undefined ? {} : { capabilities },
      stream,
      (answers, end) => this.#sessions.open({ ...stream, protocol, tlsProtocol, end }, answers),
      (session) => this.#sessions.closed(session),
    );
  }
}

/** Starts a receiver on a free loopback port. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const receiver = new RehearsalReceiver(options);
  await receiver.listen();
  return receiver;
}
