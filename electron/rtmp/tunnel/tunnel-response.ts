/** Answers of the RTMP tunnel (RTMPT): built by the receiver, read by the client (reference §1.4). */
import { concatBytes } from '../../../shared/bytes.ts';
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts';
import { HttpMessageReader, tunnelError } from './http-message-reader.ts';
import { isTunnelSessionId } from './tunnel-request.ts';

/** The polling byte counts in steps of about this long (Red5's 0x21 is half a second). */
const POLL_STEP_MS = 16;
const SHORTEST_POLL_MS = 10;
const LONGEST_POLL_MS = 500;

/** How long to wait before the next `idle`. At once when the answer carried data, or there is some to send. */
export function tunnelPollDelayMs(pollingByte: number): number {
  return Math.min(LONGEST_POLL_MS, Math.max(SHORTEST_POLL_MS, pollingByte * POLL_STEP_MS));
}

export interface TunnelResponse {
  readonly status: number;
  readonly body: Uint8Array;
}

export class TunnelResponseReader {
  readonly #reader = new HttpMessageReader();

  get bufferedBytes(): number {
    return this.#reader.bufferedBytes;
  }

  /** To be read to the end. @throws AppError `transport/tunnel-refused` for what is no HTTP with a length, after the answers before it. */
  *receive(input: Uint8Array): Generator<TunnelResponse> {
    for (const { startLine, body } of this.#reader.receive(input)) {
      const status = /^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(startLine)?.[1];
      if (status === undefined) throw tunnelError('the server did not answer in HTTP');
      yield { status: Number(status), body };
    }
  }
}

/** The session id that answers `open`. @throws AppError `transport/tunnel-refused`. */
export function parseTunnelOpen(response: TunnelResponse): string {
  if (response.status !== 200) throw tunnelError(`the server refused the HTTP tunnel (${response.status})`);
  const sessionId = decodeUtf8(response.body.subarray(0, 256)).trim();
  if (response.body.length > 256 || !isTunnelSessionId(sessionId)) {
    throw tunnelError('the tunnel gave no usable session');
  }
  return sessionId;
}

/** What answers `send` and `idle`. @throws AppError `transport/tunnel-refused`. */
export function parseTunnelData(response: TunnelResponse): { pollingByte: number; bytes: Uint8Array } {
  if (response.status !== 200) throw tunnelError(`the server ended the HTTP tunnel (${response.status})`);
  const pollingByte = response.body[0];
  if (pollingByte === undefined) throw tunnelError('the tunnel gave an empty answer');
  return { pollingByte, bytes: response.body.subarray(1) };
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  503: 'Service Unavailable',
};

export function buildTunnelResponse(status: 200 | 400 | 404 | 503, body: Uint8Array): Uint8Array {
  const head = [
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
    'Content-Type: application/x-fcs',
    'Cache-Control: no-cache',
    'Connection: Keep-Alive',
    `Content-Length: ${body.length}`,
  ];
  return concatBytes([encodeUtf8(`${head.join('\r\n')}\r\n\r\n`), body]);
}

/** Answers `open`. */
export function buildTunnelOpen(sessionId: string): Uint8Array {
  return buildTunnelResponse(200, encodeUtf8(`${sessionId}\n`));
}

/** Answers `send`, `idle` and `close`; a polling byte of 0 says that the session is closed. */
export function buildTunnelData(pollingByte: number, pieces: readonly Uint8Array[]): Uint8Array {
  return buildTunnelResponse(200, concatBytes([Uint8Array.of(pollingByte), ...pieces]));
}
