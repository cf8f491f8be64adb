/**
 * `upcast://app/`, `upcast://secrets/` and `upcast://pictures/`: the built window and its frames, served from their folder and
 * nowhere else, with a strict content policy; a host each, so that Chromium gives them a process each. `upcast://guide/`: the pages of the
 * guide, in a session of their own.
 */
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { PICTURE_FRAME_ORIGIN, SECRET_FRAME_ORIGIN, WINDOW_ORIGIN } from '../../../shared/origins.ts';

export const APP_SCHEME = 'upcast';

/**
 * Only our own files. Styles may stand inline because the dialog and list primitives set them so; scripts may not.
 * `blob:` pictures and media are what the window itself made.
 */
const commonPolicy = [
  "default-src 'none'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  'media-src blob: mediastream:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  // Text never becomes script: the one policy lets our own worker load.
  "require-trusted-types-for 'script'",
  'trusted-types upcast',
];
const contentPolicies = {
  // The worker's kernels are WebAssembly; that allows nothing else.
  app: [
    ...commonPolicy,
    "script-src 'self' 'wasm-unsafe-eval'",
    `frame-src ${SECRET_FRAME_ORIGIN} ${PICTURE_FRAME_ORIGIN}`,
    "frame-ancestors 'none'",
  ].join('; '),
  secrets: [
    ...commonPolicy,
    "script-src 'self'",
    "frame-src 'none'",
    `frame-ancestors ${WINDOW_ORIGIN}`,
  ].join('; '),
  /** Its own script and the picture that it was given. */
  pictures: [
    ...["default-src 'none'", "script-src 'self'", 'img-src blob:', "base-uri 'none'", "form-action 'none'"],
    ...["require-trusted-types-for 'script'", 'trusted-types', `frame-ancestors ${WINDOW_ORIGIN}`],
  ].join('; '),
  /** Text, its style and its pictures. */
  guide: [
    ...["default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'", "form-action 'none'"],
    ...["require-trusted-types-for 'script'", 'trusted-types', "frame-ancestors 'none'"],
  ].join('; '),
} as const;
type Host = keyof typeof contentPolicies;

/** What the window uses; the handlers of `permissions.ts` ask once more. */
const ownFeatures = ['camera', 'microphone', 'display-capture', 'local-fonts'] as const;
/** What no page uses. */
const refusedFeatures = [
  ...['accelerometer', 'bluetooth', 'clipboard-read', 'clipboard-write', 'encrypted-media', 'fullscreen'],
  ...['gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'keyboard-map'],
  ...['magnetometer', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get'],
  ...['screen-wake-lock', 'serial', 'storage-access', 'sync-xhr', 'usb', 'window-management'],
  'xr-spatial-tracking',
] as const;
const permissionsPolicies: Readonly<Record<Host, string>> = {
  app: [...ownFeatures.map((name) => `${name}=(self)`), ...refusedFeatures.map(refuse)].join(', '),
  secrets: [...ownFeatures, ...refusedFeatures].map(refuse).join(', '),
  pictures: [...ownFeatures, ...refusedFeatures].map(refuse).join(', '),
  guide: [...ownFeatures, ...refusedFeatures].map(refuse).join(', '),
};
/** The window embeds its frames, which are of other origins; nothing embeds the window. */
const resourcePolicies: Readonly<Record<Host, string>> = {
  app: 'same-origin',
  secrets: 'cross-origin',
  pictures: 'cross-origin',
  guide: 'same-origin',
};

function refuse(name: string): string {
  return `${name}=()`;
}

const contentTypes: ReadonlyMap<string, string> = new Map<string, string>([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

function headersFor(path: string, host: Host = 'app'): Record<string, string> {
  return {
    'content-type': contentTypes.get(extname(path).toLowerCase()) ?? 'application/octet-stream',
    'content-security-policy': contentPolicies[host],
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': resourcePolicies[host],
    'permissions-policy': permissionsPolicies[host],
    'referrer-policy': 'no-referrer',
  };
}

/** Before `ready`: the scheme counts as a secure origin with fetch and streams. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** @param onServed called after each file that is given out. */
export function serveApp(session: Session, rendererFolder: string, onServed: () => void): void {
  serve(session, async ({ host, pathname }) => {
    if (host === 'guide') return notFound();
    try {
      return await serveFile(rendererFolder, pathname, host);
    } finally {
      onServed();
    }
  });
}

export function serveGuide(session: Session, guideFolder: string): void {
  serve(session, async ({ host, pathname }) =>
    host === 'guide' ? await serveFile(guideFolder, pathname, host) : notFound(),
  );
}

interface Asked {
  readonly host: Host;
  readonly pathname: string;
}

function serve(session: Session, answer: (asked: Asked) => Promise<Response> | Response): void {
  session.protocol.handle(APP_SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url);
    if (!isHost(host) || (method !== 'GET' && method !== 'HEAD')) return notFound();
    return await answer({ host, pathname });
  });
}

function isHost(host: string): host is Host {
  return Object.hasOwn(contentPolicies, host);
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: headersFor('.txt') });
}

async function serveFile(folder: string, pathname: string, host: Host): Promise<Response> {
  const relative = pathname === '/' ? 'index.html' : decodeURIComponent(pathname);
  const root = normalize(folder + sep);
  const path = normalize(join(root, relative));
  if (!path.startsWith(root) || path.includes('\0')) return notFound();
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return notFound();
  return new Response(new Uint8Array(await readFile(path)), { headers: headersFor(path, host) });
}
