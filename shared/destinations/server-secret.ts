/**
 * Some servers are told who sends by their address: `rtmp://host/app?user=me&pass=…`, `?token=…`. That part is a secret
 * like a stream key. Here the address is cut in two, what may be shown and saved, and what belongs in the keychain, byte
 * for byte; and put together again where a server is published to. Pure.
 */
import { isHarmlessParameter } from './harmless-parameter.ts';
import { secretsOf } from './destination-secrets.ts';
import type { Destination, DestinationWithSecrets } from './destination.ts';
import type { DestinationSecrets } from './destination-secrets.ts';
import { takeProxyApart } from '../proxy/proxy.ts';
import { parseDestinationUrl, splitCredentials } from './url.ts';

export interface SplitServer {
  /** What may stand in a file and in the window. */
  readonly url: string;
  /** The rest of the address, from its `?`, `;`, `&` or `/` on; empty where there is none. A secret. */
  readonly secret: string;
}

/** Longest that is kept. */
export const MAX_SERVER_SECRET_LENGTH = 4096;

/** How such a rest begins: it cannot lead to another host. */
export const SERVER_SECRET = /^[?/;&][^\s\u0000-\u001f\u007f]*$/;

/** Cuts a server's address; `user:password@` before its host stays. */
export function splitServerSecret(address: string): SplitServer {
  const text = address.trim();
  const [origin = ''] = /^(?:[a-z][a-z0-9+.-]*:)?\/*[^/?#;&]*/i.exec(text) ?? [];
  const rest = text.slice(origin.length);
  const question = rest.indexOf('?');
  const path = question < 0 ? rest : rest.slice(0, question);
  const start = secretStartIn(path);
  if (start !== undefined) return cutAt(text, origin.length + start);
  if (question < 0 || isHarmless(rest.slice(question))) return { url: text, secret: '' };
  return cutAt(text, origin.length + question);
}

/** The whole address again. */
export function joinServerSecret(url: string, secret: string | undefined): string {
  return secret === undefined ? url : url + secret;
}

/** The addresses to publish to, with their secret parts: for the engine, and for what is to publish in its place. */
export function publishedAddressesOf(
  destination: Pick<DestinationWithSecrets, 'url' | 'backupUrl' | 'serverSecret' | 'backupSecret'>,
): { readonly url: string; readonly backupUrl: string | undefined } {
  const { url, backupUrl, serverSecret, backupSecret } = destination;
  return {
    url: joinServerSecret(url, serverSecret),
    backupUrl: backupUrl === undefined ? undefined : joinServerSecret(backupUrl, backupSecret),
  };
}

/** A destination, or a preset, whose addresses hold nothing that is to be kept from a file and from the window. */
export interface TakenApart<T> {
  readonly clean: T;
  /** What stood in the addresses. */
  readonly found: DestinationSecrets;
}

/** Takes users, passwords and the secret parts out of the addresses. What has none comes back as it is. */
export function takeSecretsOut<T extends Pick<Destination, 'url' | 'backupUrl' | 'username' | 'proxy'>>(
  from: T,
): TakenApart<T> {
  const server = takeServerApart(from.url);
  const backup = from.backupUrl === undefined ? undefined : takeServerApart(from.backupUrl);
  const username = from.username ?? server.username ?? backup?.username;
  const proxy = from.proxy?.mode === 'own' ? takeProxyApart(from.proxy) : undefined;
  const found = secretsOf({
    password: server.password ?? backup?.password,
    serverSecret: server.secret,
    backupSecret: backup?.secret,
    proxyPassword: proxy?.password,
  });
  const clean = {
    ...from,
    url: server.url,
    ...(backup === undefined ? {} : { backupUrl: backup.url }),
    ...(username === undefined ? {} : { username }),
    ...(proxy === undefined ? {} : { proxy: proxy.clean }),
  };
  return { clean, found };
}

interface ServerParts extends SplitServer {
  readonly username?: string;
  readonly password?: string;
}

/** What cannot be read as an address and has an `@` somewhere is a secret but for its scheme. */
function takeServerApart(address: string): ServerParts {
  const { url, ...credentials } = splitCredentials(address);
  const scheme = /^[a-z][a-z0-9+.-]*:\//i.exec(url.trim())?.[0];
  if (scheme !== undefined && url.includes('@') && !isReadable(url)) {
    return { ...credentials, ...cutAt(url.trim(), scheme.length) };
  }
  return { ...credentials, ...splitServerSecret(url) };
}

function cutAt(text: string, index: number): SplitServer {
  return { url: text.slice(0, index), secret: text.slice(index) };
}

/** Where in a path something stands that is told rather than named: `name=value`, `user:password@`. */
function secretStartIn(path: string): number | undefined {
  let start = 0;
  for (const segment of path.split(/(?=\/)/)) {
    const mark = segment.search(/[=@]/);
    if (mark >= 0) return start + Math.max(0, segment.slice(0, mark).search(/[;&]/));
    start += segment.length;
  }
  return undefined;
}

/** @param query with its `?`; an instance may stand behind it, after a slash. */
function isHarmless(query: string): boolean {
  const slash = query.indexOf('/');
  const parameters = query.slice(1, slash < 0 ? undefined : slash);
  if (slash >= 0 && secretStartIn(query.slice(slash)) !== undefined) return false;
  return parameters.split('&').every(isHarmlessParameter);
}

function isReadable(url: string): boolean {
  try {
    parseDestinationUrl(url, '');
    return true;
  } catch {
    // Why not is told by whoever asks for the address to be used.
    return false;
  }
}
