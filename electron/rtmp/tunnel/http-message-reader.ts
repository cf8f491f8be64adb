/**
 * HTTP/1.1 messages with a Content-Length from any split of bytes: all of HTTP that the RTMP tunnel uses
 * (reference §1.4). Chunked transfer and messages without a length are refused, not guessed at.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import { concatBytes, copyBytes } from '../../../shared/bytes.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { MAX_TUNNEL_BODY_BYTES, MAX_TUNNEL_HEAD_BYTES } from '../limits.ts';

export interface HttpMessage {
  readonly startLine: string;
  /** By lower-case name; of a repeated header the last. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

interface Head {
  readonly startLine: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly bodyBytes: number;
}

export class HttpMessageReader {
  readonly #maxBodyBytes: (startLine: string) => number;
  /** Bytes of the head so far; the search for its end goes on where it stopped. */
  #headBytes = new Uint8Array(1024);
  #headLength = 0;
  #head: Head | undefined;
  #bodyParts: Uint8Array[] = [];
  #bodyLength = 0;

  /** `maxBodyBytes` decides for each message once its head is there; by default all may have what the tunnel allows. */
  constructor(maxBodyBytes: (startLine: string) => number = () => MAX_TUNNEL_BODY_BYTES) {
    this.#maxBodyBytes = maxBodyBytes;
  }

  /** Bytes held for an unfinished message. */
  get bufferedBytes(): number {
    return this.#headLength + this.#bodyLength;
  }

  /**
   * Gives the messages that `input` completes, each before the reader looks at what follows: a message is dealt with although the next is
   * broken. To be read to the end; the bytes are the caller's again afterwards.
   * @throws AppError `transport/tunnel-refused`, `transport/proxy-login`; the reader is of no use after it.
   */
  *receive(input: Uint8Array): Generator<HttpMessage> {
    let offset = 0;
    for (;;) {
      if (this.#head === undefined) {
        const end = this.#readHead(input, offset);
        if (end === undefined) return;
        offset = end;
      }
      const head = this.#head;
      if (head === undefined) return;
      const part = copyBytes(input, offset, offset + head.bodyBytes - this.#bodyLength);
      offset += part.length;
      this.#bodyLength += part.length;
      if (part.length > 0) this.#bodyParts.push(part);
      if (this.#bodyLength < head.bodyBytes) return;
      const { startLine, headers } = head;
      const body = concatBytes(this.#bodyParts);
      this.#head = undefined;
      this.#bodyParts = [];
      this.#bodyLength = 0;
      yield { startLine, headers, body };
    }
  }

  /** Where the body begins in `input`, once the empty line has come. */
  #readHead(input: Uint8Array, offset: number): number | undefined {
    for (let index = offset; index < input.length; index += 1) {
      if (this.#headLength >= MAX_TUNNEL_HEAD_BYTES) throw tunnelError('the HTTP head is too long');
      if (this.#headLength === this.#headBytes.length) {
        const grown = new Uint8Array(this.#headBytes.length * 2);
        grown.set(this.#headBytes);
        this.#headBytes = grown;
      }
      const byte = input[index] ?? 0;
      this.#headBytes[this.#headLength] = byte;
      this.#headLength += 1;
      if (byte !== 0x0a || !this.#endsWithEmptyLine()) continue;
      const head = parseHead(decodeUtf8(this.#headBytes.subarray(0, this.#headLength)));
      if (head.bodyBytes > this.#maxBodyBytes(head.startLine)) throw tunnelError('the HTTP body is too long');
      this.#head = head;
      this.#headLength = 0;
      return index + 1;
    }
    return undefined;
  }

  #endsWithEmptyLine(): boolean {
    const at = (back: number) => this.#headBytes[this.#headLength - back];
    return at(2) === 0x0a || (at(2) === 0x0d && at(3) === 0x0a);
  }
}

function parseHead(text: string): Head {
  const [startLine = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) throw tunnelError('a line of the HTTP head is no header');
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  refuseOthers(startLine, headers);
  if (headers.has('transfer-encoding')) throw tunnelError('the tunnel answered with chunked HTTP');
  const length = headers.get('content-length') ?? '0';
  if (!/^\d{1,10}$/.test(length)) throw tunnelError('the HTTP head has no valid length');
  return { startLine, headers, bodyBytes: Number(length) };
}

/** A proxy that nobody set up, a network's sign-in page, a website: what stands between is not the server's refusal. */
function refuseOthers(startLine: string, headers: ReadonlyMap<string, string>): void {
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(startLine)?.[1];
  if (status === undefined) return;
  if (status === '407') {
    const message = 'a proxy on the way wants a user name and password';
    throw new AppError('transport/proxy-login', { message, hasLogin: false });
  }
  const isPage = /^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
  if (!isPage && status !== '511' && !status.startsWith('3')) return;
  const message = `a web page answered in place of the HTTP tunnel (${status})`;
  throw new AppError('transport/tunnel-refused', { message, isWebPage: true });
}

export function tunnelError(message: string): AppError {
  return new AppError('transport/tunnel-refused', { message });
}
