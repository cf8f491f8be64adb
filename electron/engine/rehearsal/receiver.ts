/**
 * The rehearsal receiver: a small RTMP server on loopback, plain or with TLS by a certificate made on the spot, with a
 * random key. Takes any number of publishers one after the other, reports on each and keeps the recording.
 */
import { randomBytes } from 'node:crypto';
import * as net from 'node:net';
import * as tls from 'node:tls';
import { AppError } from '../../../shared/errors/app-error.ts';
import { wallMs } from '../../../shared/clock.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import { Emitter } from '../../../shared/emitter.ts';
import type { MediaPacket } from '../../rtmp/flv/packet.ts';
import type { RtmpCapabilities } from '../../rtmp/session/publish/publish-session-types.ts';
import { AuthenticationGate, isSameSecret } from './authentication-gate.ts';
import type { AuthenticationDemand } from './authentication-gate.ts';
import { issueCertificate } from './certificate.ts';
import { ReceiverSession } from './receiver-session.ts';
import type { PublishPolicy, ReceiverSessionHost } from './receiver-session.ts';
import { ReceiverTunnel } from './receiver-tunnel.ts';
import type { TunnelPeer } from './receiver-tunnel.ts';
import type { ServiceLimits } from './rehearsal-collector.ts';

const LOOPBACK = '127.0.0.1';
const APP = 'live';
const KEY_BYTES = 16;
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

export interface ReceiverCertificate {
  readonly certPem: string;
  readonly keyPem: string;
  /** What publishers add to their authorities. */
  readonly caPem: string;
}

export interface ReceiverOptions {
  readonly isTls: boolean;
  /** Made on the spot when absent. */
  readonly certificate?: ReceiverCertificate;
  /** Default: application `live` with the receiver's own key, one publisher at a time. */
  readonly onPublish?: PublishPolicy;
  /** Answered to publishers that speak of codecs (Enhanced RTMP). Default: everything can be decoded. */
  readonly capabilities?: RtmpCapabilities;
  /** Asks publishers for a name and a password, by Adobe's or Limelight's way. Default: none. */
  readonly authentication?: AuthenticationDemand;
  /** Until a connection publishes; over it, it is closed. Default 15000. */
  readonly openingMs?: number;
  /** Where to keep the recording as FLV; a later publisher's goes beside it with a number. */
  readonly recordingPath?: string;
  /** What the report is held against. */
  readonly limits?: ServiceLimits;
}

export type ReceiverEvent =
  | { readonly type: 'publishStarted'; readonly sessionId: number; readonly app: string }
  | { readonly type: 'packetReceived'; readonly sessionId: number; readonly packet: MediaPacket }
  | {
      readonly type: 'publishEnded';
      readonly sessionId: number;
      /** True when the publisher said goodbye. */
      readonly isClean: boolean;
      readonly error: AppError | undefined;
      readonly report: RehearsalReport;
    };

export interface Receiver {
  readonly port: number;
  /** Server address without the key. */
  readonly url: string;
  /** Random for each receiver. */
  readonly key: string;
  readonly caPem: string | undefined;
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

function numberedPath(path: string, sessionNumber: number): string {
  return sessionNumber === 1 ? path : path.replace(/(\.[^./\\]*)?$/, `-${sessionNumber}$1`);
}

type SessionStream = Pick<ReceiverSessionHost, 'send' | 'end' | 'setReading'> & { onPublishing(): void };

function tlsProtocolOf(socket: net.Socket): string | undefined {
  return socket instanceof tls.TLSSocket ? (socket.getProtocol() ?? undefined) : undefined;
}

class RehearsalReceiver implements Receiver {
  readonly key = randomBytes(KEY_BYTES).toString('hex');
  readonly caPem: string | undefined;
  readonly #options: ReceiverOptions;
  readonly #server: net.Server;
  readonly #events = new Emitter<ReceiverEvent>();
  readonly #sockets = new Set<net.Socket>();
  readonly #gate: AuthenticationGate | undefined;
  readonly #closing = new Set<Promise<void>>();
  readonly #publishing = new Set<ReceiverSession>();
  /** Connections that have shown the key. */
  readonly #trusted = new Set<net.Socket>();
  readonly #tunnel: ReceiverTunnel;
  #sessionCount = 0;
  #recordingCount = 0;
  #newest: ReceiverSession | undefined;
  #port = 0;

  constructor(options: ReceiverOptions) {
    this.#options = options;
    this.#tunnel = new ReceiverTunnel({
      idleMs: IDLE_MS,
      openingMs: options.openingMs ?? OPENING_MS,
      // What waits in a tunnel is bounded by its one request at a time.
      accept: (stream, socket) =>
        this.#open(tlsProtocolOf(socket), { ...stream, setReading: () => undefined }),
    });
    this.#gate = options.authentication && new AuthenticationGate(options.authentication);
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

  get publisherCount(): number {
    return this.#publishing.size;
  }

  onEvent(listener: (event: ReceiverEvent) => void): Disposable {
    return this.#events.on(listener);
  }

  report(): RehearsalReport | undefined {
    return this.#newest?.hasMedia ? this.#newest.report() : undefined;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#tunnel.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    while (this.#closing.size > 0) await Promise.all(this.#closing);
    this.#events.clear();
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

  #open(tlsProtocol: string | undefined, stream: SessionStream): TunnelPeer {
    this.#sessionCount += 1;
    const sessionId = this.#sessionCount;
    const { limits, recordingPath, capabilities } = this.#options;
    const session = new ReceiverSession({
      ...stream,
      ...(this.#gate === undefined ? {} : { gate: this.#gate }),
      ...(capabilities === undefined ? {} : { capabilities }),
      policy: this.#options.onPublish ?? ((request) => this.#judge(request)),
      collector: {
        startedMs: wallMs(),
        protocol: tlsProtocol === undefined ? 'rtmp' : 'rtmps',
        ...(tlsProtocol === undefined ? {} : { tlsProtocol }),
        ...(limits === undefined ? {} : { limits }),
      },
      recordingPath: () =>
        recordingPath === undefined ? undefined : numberedPath(recordingPath, ++this.#recordingCount),
      onPublishStarted: (started, app) => {
        stream.onPublishing();
        this.#publishing.add(started);
        this.#newest = started;
        this.#events.emit({ type: 'publishStarted', sessionId, app });
      },
      onPacket: (_session, packet) => this.#events.emit({ type: 'packetReceived', sessionId, packet }),
      onPublishEnded: (ended) => this.#publishing.delete(ended),
    });
    return {
      receive: (bytes) => session.receive(bytes),
      closed: (ending) => {
        if (ending === 'goodbye') session.goodbye();
        if (ending === 'broken') session.broke();
        this.#sessionClosed(sessionId, session);
      },
    };
  }

  #sessionClosed(sessionId: number, session: ReceiverSession): void {
    const hasPublished = this.#publishing.has(session) || session.hasMedia;
    const closing = session.closed().then(() => {
      this.#closing.delete(closing);
      if (!hasPublished) return;
      const { isCleanEnd: isClean, error } = session;
      this.#events.emit({ type: 'publishEnded', sessionId, isClean, error, report: session.report() });
    });
    this.#closing.add(closing);
  }

  #judge({
    app,
    streamKey,
  }: {
    readonly app: string;
    readonly streamKey: string;
  }): ReturnType<PublishPolicy> {
    if (app !== APP || !isSameSecret(streamKey, this.key)) {
      return {
        isAccepted: false,
        code: 'NetStream.Publish.Denied',
        description: 'This is not the key of the rehearsal.',
      };
    }
    if (this.#publishing.size > 0) {
      return { isAccepted: false, code: 'NetStream.Publish.BadName', description: 'Already publishing.' };
    }
    return { isAccepted: true };
  }
}

/** Starts a receiver on a free loopback port. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const receiver = new RehearsalReceiver(options);
  await receiver.listen();
  return receiver;
}
