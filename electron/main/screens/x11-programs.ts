/**
 * Which program a window of X11 belongs to: asks the X server for WM_CLASS (ICCCM 4.1.2.5), which Electron doesn't tell. Speaks the X
 * protocol's set-up and GetProperty alone, over the server's local socket.
 */
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

const TIMEOUT_MS = 1000;
/** More is no answer to these questions. */
const MAX_ANSWER_BYTES = 4_000_000;
const GET_PROPERTY = 20;
const WM_CLASS_ATOM = 67;
const ANY_TYPE = 0;
/** Units of four bytes. */
const MAX_CLASS_UNITS = 64;
const COOKIE_NAME = 'MIT-MAGIC-COOKIE-1';

export interface X11Environment {
  /** `DISPLAY`; one of another computer isn't asked. */
  readonly display: string | undefined;
  /** `XAUTHORITY`; the user's own when absent. */
  readonly authorityFile: string | undefined;
}

/** Classes by window; a window without one, or that is gone, is left out. Empty when the server can't be asked. */
export async function readWindowPrograms(
  windows: readonly number[],
  environment: X11Environment,
): Promise<ReadonlyMap<number, string>> {
  const number = /^(?:unix)?:(\d{1,5})(?:\.\d+)?$/.exec(environment.display ?? '')?.[1];
  if (number === undefined || windows.length === 0) return new Map();
  const cookie = await readCookie(environment.authorityFile ?? join(homedir(), '.Xauthority'), number);
  return await new Promise((resolve) => {
    const programs = new Map<number, string>();
    const socket = connect(`/tmp/.X11-unix/X${number}`);
    const end = (): void => {
      socket.destroy();
      resolve(programs);
    };
    socket.setTimeout(TIMEOUT_MS, end);
    socket.once('error', end);
    socket.once('close', end);
    socket.once('connect', () =>
      socket.write(Buffer.concat([setUp(cookie), ...windows.map((window) => askClass(window))])),
    );
    let received = Buffer.alloc(0);
    let isSetUp = false;
    let answered = 0;
    socket.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      if (received.length > MAX_ANSWER_BYTES) return end();
      while (true) {
        const length = isSetUp ? messageLength(received) : setUpLength(received);
        if (length === undefined || received.length < length) return;
        const message = received.subarray(0, length);
        received = received.subarray(length);
        if (!isSetUp) {
          const isAccepted = message[0] === 1;
          if (!isAccepted) return end();
          isSetUp = true;
          continue;
        }
        // Errors and replies answer in order; no event was asked for.
        const window = windows[answered];
        answered += 1;
        const program = readClass(message);
        if (window !== undefined && program !== undefined) programs.set(window, program);
        if (answered === windows.length) return end();
      }
    });
  });
}

function setUp(cookie: Buffer): Buffer {
  const name = Buffer.from(cookie.length === 0 ? '' : COOKIE_NAME);
  const head = Buffer.alloc(12);
  // Little-endian, version 11.0.
  head.write('l');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(cookie.length, 8);
  return Buffer.concat([head, padded(name), padded(cookie)]);
}

function askClass(window: number): Buffer {
  const request = Buffer.alloc(24);
  request[0] = GET_PROPERTY;
  request.writeUInt16LE(6, 2);
  request.writeUInt32LE(window >>> 0, 4);
  request.writeUInt32LE(WM_CLASS_ATOM, 8);
  request.writeUInt32LE(ANY_TYPE, 12);
  request.writeUInt32LE(MAX_CLASS_UNITS, 20);
  return request;
}

function setUpLength(bytes: Buffer): number | undefined {
  return bytes.length < 8 ? undefined : 8 + bytes.readUInt16LE(6) * 4;
}

function messageLength(bytes: Buffer): number | undefined {
  if (bytes.length < 32) return undefined;
  return bytes[0] === 1 ? 32 + bytes.readUInt32LE(4) * 4 : 32;
}

/** Instance and class, `Navigator firefox`. */
function readClass(reply: Buffer): string | undefined {
  const isText = reply[0] === 1 && reply[1] === 8;
  if (!isText) return undefined;
  const text = reply.toString('latin1', 32, 32 + Math.min(reply.readUInt32LE(16), reply.length - 32));
  const names = text.split('\0').filter((name) => name !== '');
  return names.length === 0 ? undefined : names.join(' ');
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** The cookie for this display of the first entry that fits; none when the file can't be read. */
async function readCookie(path: string, number: string): Promise<Buffer> {
  const none = Buffer.alloc(0);
  const file = await readFile(path).catch(() => none);
  let at = 2;
  const field = (): Buffer => {
    const length = at + 2 <= file.length ? file.readUInt16BE(at) : 0;
    const bytes = file.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    return bytes;
  };
  while (at < file.length) {
    field();
    const display = field().toString();
    const name = field().toString();
    const cookie = field();
    if (name === COOKIE_NAME && (display === number || display === '')) return cookie;
    at += 2;
  }
  return none;
}
