/** The receiver's end of the HTTP tunnel (RTMPT): HTTP in, byte streams out. Knows no RTMP. */
import { randomBytes } from 'node:crypto';
import type * as net from 'node:net';
import { TunnelRequestReader } from '../tunnel/tunnel-request.ts';
import type { TunnelRequest } from '../tunnel/tunnel-request.ts';
import { buildTunnelData, buildTunnelOpen, buildTunnelResponse } from '../tunnel/tunnel-response.ts';

const ID_BYTES = 12;
const MAX_SESSIONS = 64;
/** Of those that do not publish yet. */
const MAX_OPENING_SESSIONS = 16;
/** Answered as polling byte while nothing comes: the client asks less and less often. */
const POLLING_BYTES = [0x01, 0x03, 0x05, 0x09, 0x11, 0x21];
const EMPTY_ANSWERS_PER_STEP = 10;
/** Answers that a client has not read: over it, no more of its requests are. */
const MAX_UNREAD_BYTES = 1024 * 1024;
const NO_BYTES = new Uint8Array(0);

/** One publisher's byte stream. */
export interface TunnelPeer {
  receive(bytes: Uint8Array): void;
  closed(ending: StreamEnding): void;
}

/** `goodbye`: its client closed the tunnel. `broken`: a request was no HTTP, so that bytes of the stream are lost. */
export type StreamEnding = 'goodbye' | 'gone' | 'broken';

export interface TunnelStream {
  send(chunks: readonly Uint8Array[]): void;
  end(): void;
  /** The session has shown its key. */
  onPublishing(): void;
}

export interface ReceiverTunnelOptions {
  /** A session without requests for so long is gone. */
  readonly idleMs: number;
  /** One that does not get to publishing in so long, too. */
  readonly openingMs: number;
  readonly accept: (stream: TunnelStream, socket: net.Socket) => TunnelPeer;
}

interface TunnelSession {
  readonly peer: TunnelPeer;
  outgoing: Uint8Array[];
  emptyAnswers: number;
  readonly openingTimer: NodeJS.Timeout;
  isEnding: boolean;
  isPublishing: boolean;
  /** The newest request and its answer: a client whose connection broke asks for it again. */
  lastSequence: number | undefined;
  lastAnswer: Uint8Array;
  idleTimer: NodeJS.Timeout;
}

export class ReceiverTunnel {
  readonly #sessions = new Map<string, TunnelSession>();
  readonly #options: ReceiverTunnelOptions;

  constructor(options: ReceiverTunnelOptions) {
    this.#options = options;
  }

  /** Takes over reading from a connection that began with `first`; `onPublishing`: it serves a session that publishes. */
  serve(socket: net.Socket, first: Uint8Array, onPublishing: () => void): void {
    const reader = new TunnelRequestReader((sessionId) => this.#isPublishing(sessionId));
    let servedId: string | undefined;
    const receive = (bytes: Uint8Array): void => {
      if (socket.writableEnded) return;
      try {
        for (const request of reader.receive(bytes)) {
          socket.write(this.#answer(request, socket));
          if (!('sessionId' in request)) continue;
          servedId = request.sessionId;
          if (this.#isPublishing(servedId)) onPublishing();
        }
      } catch {
        socket.end(buildTunnelResponse(400, NO_BYTES));
        if (servedId !== undefined) this.#end(servedId, 'broken');
      }
      if (socket.writableLength > MAX_UNREAD_BYTES) {
        socket.pause();
        socket.once('drain', () => socket.resume());
      }
    };
    socket.on('data', receive);
    receive(first);
  }

  close(): void {
    for (const id of [...this.#sessions.keys()]) this.#end(id);
  }

  #isPublishing(sessionId: string): boolean {
    return this.#sessions.get(sessionId)?.isPublishing === true;
  }

  #isFull(): boolean {
    const opening = [...this.#sessions.values()].filter(({ isPublishing }) => !isPublishing);
    return this.#sessions.size >= MAX_SESSIONS || opening.length >= MAX_OPENING_SESSIONS;
  }

  #answer(request: TunnelRequest, socket: net.Socket): Uint8Array {
    if (request.type === 'ident') return buildTunnelResponse(404, NO_BYTES);
    if (request.type === 'open') {
      if (this.#isFull()) return buildTunnelResponse(503, NO_BYTES);
      return buildTunnelOpen(this.#open(socket));
    }
    const { sessionId, sequence } = request;
    const session = this.#sessions.get(sessionId);
    if (!session) return buildTunnelResponse(400, NO_BYTES);
    session.idleTimer.refresh();
    if (request.type === 'close') {
      this.#end(sessionId, 'goodbye');
      return buildTunnelData(0, []);
    }
    if (sequence === session.lastSequence) return session.lastAnswer;
    if (request.type === 'send') session.peer.receive(request.body);
    const outgoing = session.outgoing;
    session.outgoing = [];
    session.emptyAnswers = outgoing.length === 0 ? session.emptyAnswers + 1 : 0;
    const step = Math.min(
      POLLING_BYTES.length - 1,
      Math.floor(session.emptyAnswers / EMPTY_ANSWERS_PER_STEP),
    );
    session.lastSequence = sequence;
    session.lastAnswer = buildTunnelData(POLLING_BYTES[step] ?? 1, outgoing);
    if (session.isEnding) this.#end(sessionId);
    return session.lastAnswer;
  }

  #open(socket: net.Socket): string {
    const id = randomBytes(ID_BYTES).toString('hex');
    const stream: TunnelStream = {
      send: (chunks) => this.#sessions.get(id)?.outgoing.push(...chunks),
      end: () => {
        const session = this.#sessions.get(id);
        if (session) session.isEnding = true;
      },
      onPublishing: () => {
        const session = this.#sessions.get(id);
        if (!session) return;
        session.isPublishing = true;
        clearTimeout(session.openingTimer);
      },
    };
    const { idleMs, openingMs, accept } = this.#options;
    this.#sessions.set(id, {
      peer: accept(stream, socket),
      outgoing: [],
      emptyAnswers: 0,
      isEnding: false,
      isPublishing: false,
      lastSequence: undefined,
      lastAnswer: NO_BYTES,
      idleTimer: setTimeout(() => this.#end(id), idleMs),
      openingTimer: setTimeout(() => this.#end(id), openingMs),
    });
    return id;
  }

  #end(id: string, ending: StreamEnding = 'gone'): void {
    const session = this.#sessions.get(id);
    if (!session) return;
    this.#sessions.delete(id);
    clearTimeout(session.idleTimer);
    clearTimeout(session.openingTimer);
    session.peer.closed(ending);
  }
}
