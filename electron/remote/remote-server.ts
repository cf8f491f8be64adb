/**
 * The HTTP server of the remote control, on the loopback interface alone. Checks who asks, reads what is asked within
 * limits, and answers in JSON; what is to be done is its host's matter.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import * as z from 'zod';
import { toAppError } from '../../shared/errors/app-error.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { texts } from '../../shared/text/text.ts';
import { systemCodeOf } from '../../shared/errors/system-code.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { Command } from '../../shared/studio/commands.ts';
import { EventStream } from './event-stream.ts';
import type { EventName } from './event-stream.ts';
import { checkHead } from './guard.ts';
import { refusal, refusalBody, refusalOf } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { writeJson } from './remote-state.ts';
import type { RemoteState } from './remote-state.ts';
import { decideRoute } from './routes.ts';

const LOOPBACK = '127.0.0.1';
const MAX_CONNECTIONS = 16;
/** Fewer than connections, so that commands get through beside listeners. */
const MAX_LISTENERS = 8;
const MAX_HEADER_BYTES = 8192;
const MAX_BODY_BYTES = 4096;
const HEAD_DEADLINE_MS = 5000;
const REQUEST_DEADLINE_MS = 10_000;
const IDLE_MS = 15_000;
/** Longer than anything that a command waits for: while it runs, its connection isn't idle. */
const COMMAND_MS = 30_000;

const startBody = z.strictObject({ isRehearsal: z.boolean().optional() });

export interface RemoteServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly token: string;
  readonly state: () => RemoteState;
  /** Resolves when it is under way. @throws AppError with words in `details.message`. */
  readonly run: (command: Command) => Promise<void>;
  /** Takes secrets out of a text. */
  readonly clean: (text: string) => string;
  readonly onFailed: (error: AppError) => void;
  /** A connection that says nothing for so long is closed. Default 15000. */
  readonly idleMs?: number;
}

export class RemoteServer {
  readonly #options: RemoteServerOptions;
  readonly #server: Server;
  readonly #listeners = new Set<EventStream>();

  private constructor(options: RemoteServerOptions) {
    this.#options = options;
    this.#server = createServer(
      {
        maxHeaderSize: MAX_HEADER_BYTES,
        headersTimeout: HEAD_DEADLINE_MS,
        requestTimeout: REQUEST_DEADLINE_MS,
        keepAliveTimeout: HEAD_DEADLINE_MS,
        connectionsCheckingInterval: 1000,
        // Judged by `checkHead`, in our words.
        requireHostHeader: false,
      },
      (request, response) => {
        this.#answer(request, response).catch((error: unknown) => {
          options.onFailed(toAppError(error));
          response.destroy();
        });
      },
    );
    this.#server.maxConnections = MAX_CONNECTIONS;
    this.#server.timeout = this.#idleMs;
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
      refuseUnreadable(error, socket),
    );
  }

  /** @throws AppError `remote/port-taken`. */
  static async open(options: RemoteServerOptions): Promise<RemoteServer> {
    const remote = new RemoteServer(options);
    await new Promise<void>((resolve, reject) => {
      remote.#server.once('error', (error: NodeJS.ErrnoException) =>
        reject(cannotListen(options.port, error)),
      );
      remote.#server.listen(options.port, LOOPBACK, resolve);
    });
    remote.#server.on('error', (error) => options.onFailed(toAppError(error)));
    return remote;
  }

  get #idleMs(): number {
    return this.#options.idleMs ?? IDLE_MS;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** To everyone who listens. */
  publish(name: EventName, value: unknown): void {
    if (this.#listeners.size === 0) return;
    const json = writeJson(value, this.#options.clean);
    for (const listener of this.#listeners) listener.send(name, json);
  }

  /** Ends every connection at once. */
  async close(): Promise<void> {
    for (const listener of this.#listeners) listener.dispose();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = checkHead(
      {
        hosts: request.headersDistinct['host'] ?? [],
        origin: request.headers.origin,
        fetchSite: request.headersDistinct['sec-fetch-site']?.join(),
        authorization: request.headers.authorization,
        headerCount: request.rawHeaders.length / 2,
      },
      this.port,
      this.#options.token,
    );
    if (refused !== undefined) return refuse(response, refused);
    const route = decideRoute(request.method ?? '', request.url ?? '');
    switch (route.type) {
      case 'refused':
        return refuse(response, route.refusal);
      case 'state':
        return this.#answerState(response);
      case 'events':
        return this.#listen(response);
      case 'command':
        return await this.#command(route.command, request, response);
    }
  }

  async #command(command: Command, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === undefined)
      return refuse(response, refusal(413, 'remote/too-much', texts.remote.bodyTooLarge(MAX_BODY_BYTES)));
    const complete = withBody(command, body, request.headers['content-type']);
    if (complete === undefined)
      return refuse(response, refusal(400, 'input/bad-message', texts.remote.badBody));
    // The window may take its time to answer; then its words are told, not a closed connection.
    response.socket?.setTimeout(COMMAND_MS);
    try {
      await this.#options.run(complete);
    } catch (error) {
      return refuse(response, this.#cleaned(refusalOf(toAppError(error))));
    }
    this.#answerState(response);
    response.socket?.setTimeout(this.#idleMs);
  }

  #answerState(response: ServerResponse): void {
    answer(response, 200, writeJson(this.#options.state(), this.#options.clean));
  }

  #cleaned(refused: Refusal): Refusal {
    return { ...refused, message: this.#options.clean(refused.message) };
  }

  #listen(response: ServerResponse): void {
    if (this.#listeners.size >= MAX_LISTENERS)
      return refuse(response, refusal(503, 'remote/too-much', texts.remote.tooManyListeners(MAX_LISTENERS)));
    // Quiet is normal here: the heartbeat finds out who is gone.
    response.socket?.setTimeout(0);
    const listener = new EventStream(response);
    this.#listeners.add(listener);
    response.on('close', () => {
      this.#listeners.delete(listener);
      listener.dispose();
    });
    listener.send('snapshot', writeJson(this.#options.state(), this.#options.clean));
  }
}

function answer(
  response: ServerResponse,
  status: number,
  json: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(`${json}\n`);
}

/** Whatever else comes on this connection is not read. */
function refuse(response: ServerResponse, refused: Refusal): void {
  answer(response, refused.status, refusalBody(refused), { ...refused.headers, connection: 'close' });
}

/** Undefined when it is longer than may be. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Undefined when the body does not fit the command. */
function withBody(command: Command, body: string, contentType: string | undefined): Command | undefined {
  if (body === '') return command;
  if (command.type !== 'startStream' || !/^application\/json\s*(;|$)/i.test(contentType ?? ''))
    return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  const checked = startBody.safeParse(parsed);
  if (!checked.success) return undefined;
  const { isRehearsal } = checked.data;
  return isRehearsal === undefined ? command : { ...command, isRehearsal };
}

/** Not HTTP, or more head than is read: there is no request to answer, only a connection. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const refused =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? refusal(431, 'remote/too-much', texts.remote.headersTooLarge(MAX_HEADER_BYTES))
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? refusal(408, 'remote/too-much', texts.remote.tooSlow)
        : refusal(400, 'input/bad-message', texts.remote.notHttp);
  const body = refusalBody(refused);
  socket.end(
    `HTTP/1.1 ${refused.status} Refused\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function cannotListen(port: number, error: NodeJS.ErrnoException): AppError {
  const systemCode = systemCodeOf(error);
  return error.code === 'EADDRINUSE'
    ? withReason('remote/port-taken', 'portTaken', { port }, error)
    : withReason('remote/port-taken', 'portUnusable', { port, systemCode }, error);
}
