/** Requests of the RTMP tunnel (RTMPT): built by the client, read by the receiver (reference §1.4). */
import { concatBytes } from '../../../shared/bytes.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import {
  MAX_TUNNEL_BODY_BYTES,
  MAX_TUNNEL_SESSION_ID_LENGTH,
  MAX_UNPUBLISHED_MESSAGE_BYTES,
} from '../limits.ts';
import { HttpMessageReader, tunnelError } from './http-message-reader.ts';
import type { HttpMessage } from './http-message-reader.ts';

export type TunnelRequest =
  /** Flash's first question; a 404 is the normal answer. */
  | { readonly type: 'ident' }
  | { readonly type: 'open' }
  | {
      readonly type: 'send' | 'idle' | 'close';
      readonly sessionId: string;
      /** From 0, one more with each request after `open`, whatever its type. */
      readonly sequence: number;
      /** RTMP bytes; only `send` carries any. */
      readonly body: Uint8Array;
    };

const emptyBody = Uint8Array.of(0);

/** Session ids go into a path: anything but these characters is refused. */
export function isTunnelSessionId(text: string): boolean {
  return text.length <= MAX_TUNNEL_SESSION_ID_LENGTH && /^[A-Za-z0-9_-]+$/.test(text);
}

function pathOf(request: TunnelRequest): string {
  if (request.type === 'ident') return '/fcs/ident2';
  if (request.type === 'open') return '/open/1';
  return `/${request.type}/${request.sessionId}/${request.sequence}`;
}

/** `host` is the authority for the Host header. At most one request may be outstanding. */
export function buildTunnelRequest(host: string, request: TunnelRequest): Uint8Array {
  const body = request.type === 'send' ? request.body : emptyBody;
  const head = [
    `POST ${pathOf(request)} HTTP/1.1`,
    `Host: ${host}`,
    'Content-Type: application/x-fcs',
    'User-Agent: Shockwave Flash',
    'Cache-Control: no-cache',
    'Connection: Keep-Alive',
    `Content-Length: ${body.length}`,
  ];
  return concatBytes([encodeUtf8(`${head.join('\r\n')}\r\n\r\n`), body]);
}

export class TunnelRequestReader {
  readonly #reader: HttpMessageReader;

  /** `isPublishing` tells by a session's id whether it has shown its key: only such a session may send large bodies. */
  constructor(isPublishing: (sessionId: string) => boolean = () => true) {
    this.#reader = new HttpMessageReader((startLine) => {
      const sessionId = startLine.split('/')[2] ?? '';
      return isPublishing(sessionId) ? MAX_TUNNEL_BODY_BYTES : MAX_UNPUBLISHED_MESSAGE_BYTES;
    });
  }

  get bufferedBytes(): number {
    return this.#reader.bufferedBytes;
  }

  /** To be read to the end. @throws AppError `transport/tunnel-refused` for anything that is no tunnel request, after those before it. */
  *receive(input: Uint8Array): Generator<TunnelRequest> {
    for (const message of this.#reader.receive(input)) yield parseRequest(message);
  }
}

function parseRequest({ startLine, body }: HttpMessage): TunnelRequest {
  const path = /^POST (\/\S*) HTTP\/1\.[01]$/.exec(startLine)?.[1];
  if (path === undefined) throw tunnelError('not a POST of the RTMP tunnel');
  if (path === '/fcs/ident2') return { type: 'ident' };
  const [, type, sessionId = '', sequence = '', ...rest] = path.split('/');
  if (type === 'open') return { type };
  if ((type !== 'send' && type !== 'idle' && type !== 'close') || rest.length > 0) {
    throw tunnelError('not a path of the RTMP tunnel');
  }
  if (!isTunnelSessionId(sessionId) || !/^\d{1,15}$/.test(sequence)) {
    throw tunnelError('a bad session in the path of the RTMP tunnel');
  }
  const payload = type === 'send' ? body : new Uint8Array(0);
  return { type, sessionId, sequence: Number(sequence), body: payload };
}
