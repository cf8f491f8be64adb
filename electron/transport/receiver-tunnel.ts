/** The receiver's end of the HTTP tunnel (RTMPT): HTTP in, byte streams out. Knows no RTMP. */
import { randomBytes } from 'node:crypto';
import * as http from 'node:http';

const ID_BYTES = 12;
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const MAX_SESSIONS = 64;
/** Answered as polling byte while nothing comes: the client asks less and less often. */
const POLLING_BYTES = [0x01, 0x03, 0x05, 0x09, 0x11, 0x21];
const EMPTY_ANSWERS_PER_STEP = 10;

/** One publisher's byte stream. */
export interface TunnelPeer {
  receive(bytes: Uint8Array): void;
  /** The tunnel was closed by its client (`isGoodbye`), or is gone. */
  closed(isGoodbye: boolean): void;
}

export interface TunnelStream {
  send(chunks: readonly Uint8Array[]): void;
  end(): void;
}

interface TunnelSession {
  readonly peer: TunnelPeer;
  outgoing: Uint8Array[];
  emptyAnswers: number;
  isEnding: boolean;
  idleTimer: NodeJS.Timeout;
}

function readBody(request: http.IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > MAX_BODY_BYTES) request.destroy();
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('closed')));
  });
}

export class ReceiverTunnel {
  /** Give it connections with `emit('connection', socket)`. */
  readonly server: http.Server;
  readonly #sessions = new Map<string, TunnelSession>();
  readonly #accept: (stream: TunnelStream, request: http.IncomingMessage) => TunnelPeer;
  readonly #idleMs: number;

  constructor(idleMs: number, accept: (stream: TunnelStream, request: http.IncomingMessage) => TunnelPeer) {
    this.#idleMs = idleMs;
    this.#accept = accept;
    this.server = http.createServer((request, response) => {
      readBody(request).then(
        (body) => this.#answer(request, response, body),
        // The publisher went away within a request; its session ends by its idle timer.
        () => response.destroy(),
      );
    });
  }

  close(): void {
    for (const id of [...this.#sessions.keys()]) this.#end(id);
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse, body: Buffer): void {
    const [, verb, id = ''] = (request.url ?? '').split('/');
    const reply = (status: number, content: Uint8Array): void => {
      response.writeHead(status, {
        'Content-Type': 'application/x-fcs',
        'Cache-Control': 'no-cache',
        'Content-Length': content.length,
      });
      response.end(content);
    };
    if (request.method !== 'POST' || body.length === 0) return reply(400, new Uint8Array(0));
    if (verb === 'open') {
      if (this.#sessions.size >= MAX_SESSIONS) return reply(503, new Uint8Array(0));
      return reply(200, Buffer.from(`${this.#open(request)}\n`, 'latin1'));
    }
    const session = this.#sessions.get(id);
    if (!session) return reply(verb === 'fcs' ? 404 : 400, new Uint8Array(0));
    session.idleTimer.refresh();
    if (verb === 'close') {
      this.#end(id, true);
      return reply(200, Uint8Array.of(0));
    }
    if (verb === 'send') session.peer.receive(body);
    const outgoing = session.outgoing;
    session.outgoing = [];
    session.emptyAnswers = outgoing.length === 0 ? session.emptyAnswers + 1 : 0;
    const step = Math.min(
      POLLING_BYTES.length - 1,
      Math.floor(session.emptyAnswers / EMPTY_ANSWERS_PER_STEP),
    );
    reply(200, Buffer.concat([Uint8Array.of(POLLING_BYTES[step] ?? 1), ...outgoing]));
    if (session.isEnding) this.#end(id);
  }

  #open(request: http.IncomingMessage): string {
    const id = randomBytes(ID_BYTES).toString('hex');
    const stream: TunnelStream = {
      send: (chunks) => this.#sessions.get(id)?.outgoing.push(...chunks),
      end: () => {
        const session = this.#sessions.get(id);
        if (session) session.isEnding = true;
      },
    };
    const idleTimer = setTimeout(() => this.#end(id), this.#idleMs);
    this.#sessions.set(id, {
      peer: this.#accept(stream, request),
      outgoing: [],
      emptyAnswers: 0,
      isEnding: false,
      idleTimer,
    });
    return id;
  }

  #end(id: string, isGoodbye = false): void {
    const session = this.#sessions.get(id);
    if (!session) return;
    this.#sessions.delete(id);
    clearTimeout(session.idleTimer);
    session.peer.closed(isGoodbye);
  }
}
