/**
 * `upcast://app/` and `upcast://secrets/`: the built window and its secret room, served from their folder and nowhere else,
 * with a strict content policy; two hosts, so that Chromium gives them a process each. In live mode the one media file that the command line named, by ranges, so that the window never learns its path.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { SECRET_ROOM_ORIGIN, WINDOW_ORIGIN } from '../../shared/secret-room.ts';

export const APP_SCHEME = 'upcast';
export const APP_ORIGIN = WINDOW_ORIGIN;
export const LIVE_SOURCE_PATH = '/live-source';

/**
 * Only our own files. Styles may stand inline because the dialog and list primitives set them so; scripts may not.
 * `blob:` pictures and media are what the window itself made.
 */
const commonPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
];
const contentPolicies = {
  app: [...commonPolicy, `frame-src ${SECRET_ROOM_ORIGIN}`, "frame-ancestors 'none'"].join('; '),
  secrets: [...commonPolicy, "frame-src 'none'", `frame-ancestors ${WINDOW_ORIGIN}`].join('; '),
} as const;
type Host = keyof typeof contentPolicies;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/mp4',
  '.webm': 'video/webm',
  '.mkv': 'video/webm',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

function headersFor(path: string, host: Host = 'app'): Record<string, string> {
  return {
    'content-type': contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'content-security-policy': contentPolicies[host],
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  };
}

/** Before `ready`: the scheme counts as a secure origin with fetch and streams. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** `liveSourceFile` is the absolute path of the command line's media file, if any. */
export function serveApp(session: Session, rendererFolder: string, liveSourceFile: string | undefined): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    const host = url.host === 'app' || url.host === 'secrets' ? url.host : undefined;
    if (host === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return notFound();
    if (host === 'app' && url.pathname === LIVE_SOURCE_PATH && liveSourceFile !== undefined) {
      return await serveRange(liveSourceFile, request.headers.get('range'));
    }
    return await serveFile(rendererFolder, url.pathname, host);
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: headersFor('.txt') });
}

async function serveFile(rendererFolder: string, pathname: string, host: Host): Promise<Response> {
  const relative = pathname === '/' ? 'index.html' : decodeURIComponent(pathname);
  const root = normalize(rendererFolder + sep);
  const path = normalize(join(root, relative));
  if (!path.startsWith(root) || path.includes('\0')) return notFound();
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return notFound();
  return new Response(new Uint8Array(await readFile(path)), { headers: headersFor(path, host) });
}

async function serveRange(path: string, range: string | null): Promise<Response> {
  const { size } = await stat(path);
  const wanted = parseRange(range, size);
  if (wanted === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headersFor(path), 'content-range': `bytes */${size}` },
    });
  }
  const { start, end } = wanted ?? { start: 0, end: size - 1 };
  const stream = createReadStream(path, { start, end: Math.max(start, end) });
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    status: wanted === undefined ? 200 : 206,
    headers: {
      ...headersFor(path),
      'accept-ranges': 'bytes',
      'content-length': String(end - start + 1),
      ...(wanted === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
    },
  });
}

/** One range of a `Range` header (RFC 9110 section 14.2); `undefined` when there is none that we understand. */
export function parseRange(
  header: string | null,
  size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined {
  const match = header === null ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '') {
    const length = Number(last);
    return length === 0 ? 'unsatisfiable' : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start >= size || end < start ? 'unsatisfiable' : { start, end };
}
