/**
 * Takes destination addresses apart: server and key as two fields, or everything in one address. There is no standard
 * way to cut one address, so the rules here are those that fit what services hand out. Errors never hold any part of the
 * path: the key could be in it.
 */
import { badAddress } from '../errors/address-problems.ts';
import type { AddressProblem } from '../errors/address-problems.ts';
import { AppError } from '../errors/app-error.ts';

export const destinationSchemes = ['rtmp', 'rtmps', 'rtmpt', 'rtmpts', 'rtmfp'] as const;
export type DestinationScheme = (typeof destinationSchemes)[number];

export interface ParsedDestination {
  readonly scheme: DestinationScheme;
  /** Carried by TLS: rtmps and rtmpts. */
  readonly isTls: boolean;
  /** Carried by HTTP requests: rtmpt and rtmpts. */
  readonly isTunnel: boolean;
  /** Name or address to dial, without brackets, in lower case. */
  readonly host: string;
  readonly isIpv6: boolean;
  readonly port: number;
  readonly isDefaultPort: boolean;
  /** `app` of the connect command, with its query if it has one; may be empty. */
  readonly app: string;
  /** Publishing name, byte for byte; empty when the address has none. A secret, and so is any query within. */
  readonly streamKey: string;
  /** `tcUrl` of the connect command: no credentials, no key. */
  readonly tcUrl: string;
  /** For authmod, percent-decoded. */
  readonly username?: string;
  readonly password?: string;
}

const DEFAULT_PORTS: Readonly<Record<DestinationScheme, number>> = {
  rtmp: 1935,
  rtmps: 443,
  rtmpt: 80,
  rtmpts: 443,
  rtmfp: 1935,
};
const MAX_HOST_LENGTH = 255;
/** An AMF0 short string holds no more bytes. */
const MAX_FIELD_BYTES = 65_535;
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Protocols that Upcast doesn't speak, by what is said of them. */
const insecureSchemes: ReadonlySet<string> = new Set(['rtmpe', 'rtmpte']);
const otherSchemes: ReadonlySet<string> = new Set(['srt', 'rtsp', 'rist', 'udp', 'rtp']);

/** A scheme that is none of a destination's. */
function badScheme(scheme: string): AppError {
  const protocol = scheme.toUpperCase();
  if (insecureSchemes.has(scheme)) return badAddress('insecure', { protocol });
  if (/^https?$/.test(scheme)) return badAddress('webPage');
  if (/^whips?$/.test(scheme)) return badAddress('askForRtmp', { protocol: 'WHIP' });
  if (otherSchemes.has(scheme)) return badAddress('askForRtmp', { protocol });
  return badAddress('badScheme');
}

/**
 * With a `streamKey` (even an empty one), `address` is the server alone and everything after the host is the app.
 * Without, the address is cut: the key is the last part of the path with the query behind it; a query right behind the
 * app (`live2?backup=1/key`) stays with the app; `slist=` names the key.
 * @throws AppError `input/bad-url`, or `input/bad-key` when the key cannot be sent.
 */
export function parseDestinationUrl(address: string, streamKey?: string): ParsedDestination {
  const text = address.trim();
  if (text === '') throw badAddress('empty');
  if (CONTROL.test(text) || /\s/.test(text)) throw badAddress('hasSpace');
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(text);
  if (match === null) throw badAddress('badScheme');
  const scheme = readScheme((match[1] ?? '').toLowerCase(), `${match[2] ?? ''}${match[3] ?? ''}`);
  checkPassword(match[2] ?? '', match[3] ?? '');
  if (match[3]?.startsWith('#') === true) throw badAddress('hashBehindHost');
  const { host, isIpv6, port, username, password } = readAuthority(match[2] ?? '', scheme);
  const cut =
    streamKey === undefined ? cutAddress(match[3] ?? '') : { app: cleanApp(match[3] ?? ''), key: streamKey };
  const app = checkField(cut.app, badAddress('longApplication'));
  const key = checkKey(cut.key);
  if (streamKey === undefined && app === '') throw badAddress('noApplication');
  const isDefaultPort = port === undefined || port === DEFAULT_PORTS[scheme];
  const shownHost = isIpv6 ? `[${host}]` : host;
  return {
    scheme,
    isTls: scheme === 'rtmps' || scheme === 'rtmpts',
    isTunnel: scheme === 'rtmpt' || scheme === 'rtmpts',
    host,
    isIpv6,
    port: port ?? DEFAULT_PORTS[scheme],
    isDefaultPort,
    app,
    streamKey: key,
    tcUrl: `${scheme}://${shownHost}${port === undefined ? '' : `:${port}`}/${app}`,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
}

/** Carried by UDP, as far as its scheme says. RTMFP encrypts and proves nobody, so this is no TLS. */
export function isFlowsAddress(address: string): boolean {
  return /^rtmfp:/i.test(address.trim());
}

/** Carried by TLS, as far as its scheme says; also for what is still being typed. */
export function isTlsAddress(address: string): boolean {
  return /^rtmpt?s:/i.test(address.trim());
}

export interface ServerAddresses {
  readonly url: string;
  readonly backupUrl?: string | undefined;
}

/** The same key goes to both: who can block the first server reads the key on the way to the other. */
export function isBackupWeaker({ url, backupUrl }: ServerAddresses): boolean {
  return backupUrl !== undefined && backupUrl.trim() !== '' && isTlsAddress(url) && !isTlsAddress(backupUrl);
}

/** The server field for what was cut from one address: what is saved and shown, without key and credentials. */
export function serverUrl(parsed: ParsedDestination): string {
  return parsed.tcUrl;
}

/** An address without `user:password@`; what cannot be read stays as it is. */
export function splitCredentials(address: string): {
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
} {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)@(.*)$/is.exec(address.trim());
  if (match === null) return { url: address };
  return { url: `${match[1] ?? ''}${match[3] ?? ''}`, ...readCredentials(match[2] ?? '') };
}

function badKey(reason: AddressProblem): AppError {
  return new AppError('input/bad-key', { reason });
}

function readScheme(scheme: string, rest: string): DestinationScheme {
  const known = destinationSchemes.find((one) => one === scheme);
  if (known !== undefined) return known;
  // Other ways to send a stream begin like a web page.
  if (/^https?$/.test(scheme) && /\bwhip\b/i.test(rest)) throw badAddress('askForRtmp', { protocol: 'WHIP' });
  if (/^https?$/.test(scheme) && /hls|\.m3u8/i.test(rest))
    throw badAddress('askForRtmp', { protocol: 'HLS' });
  throw badScheme(scheme);
}

interface Authority {
  readonly host: string;
  readonly isIpv6: boolean;
  readonly port: number | undefined;
  readonly username?: string;
  readonly password?: string;
}

function readAuthority(authority: string, scheme: DestinationScheme): Authority {
  const at = authority.lastIndexOf('@');
  const credentials = at < 0 ? {} : readCredentials(authority.slice(0, at));
  const place = authority.slice(at + 1);
  const match = /^(\[([^\]]*)\]|[^:[\]]*)(?::([^:]*))?$/.exec(place);
  if (match === null) throw badAddress('unreadableHost');
  const portText = match[3];
  const port = portText === undefined || portText === '' ? undefined : readPort(portText);
  const ipv6 = match[2];
  if (ipv6 !== undefined) return { host: readIpv6(ipv6), isIpv6: true, port, ...credentials };
  if ((match[1] ?? '') === '') throw badAddress('noHost', { protocol: scheme });
  return { host: readHost(match[1] ?? ''), isIpv6: false, port, ...credentials };
}

/** A sign of a password that ends the host of an address: what looks like a port is the password's beginning. */
function checkPassword(authority: string, rest: string): void {
  // A port after a whole host: `user:12` before `/34@host` is no such one.
  const isHost = /[.\]]|^localhost:/i.test(authority) || !/^[^@]*@[^/?#@]*[.:\]]/.test(rest);
  const isPort = /:\d{0,5}$/.test(authority) && !rest.startsWith('#') && isHost;
  if (!authority.includes(':') || authority.includes('@') || isPort || !rest.includes('@')) return;
  throw badAddress('badPassword');
}

function readPort(text: string): number {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) throw badAddress('badPort');
  return port;
}

function readIpv6(text: string): string {
  const [address = '', zone] = text.split(/%(?:25)?/, 2);
  try {
    const { hostname } = new URL(`http://[${address}]/`);
    return hostname.slice(1, -1) + (zone === undefined ? '' : `%${zone}`);
  } catch (cause) {
    throw badAddress('badIpv6', { cause });
  }
}

function readHost(text: string): string {
  let host = text.toLowerCase();
  // Names in other scripts travel as punycode.
  if (/[^\u0021-\u007e]/.test(host)) {
    try {
      host = new URL(`http://${host}/`).hostname;
    } catch (cause) {
      throw badAddress('badHost', { cause });
    }
  }
  if (host.length > MAX_HOST_LENGTH) throw badAddress('longHost');
  // RFC 6066 §3: SNI is a name without the dot that marks it as complete; certificates hold none either.
  if (host.endsWith('.')) host = host.slice(0, -1);
  const labels = host.split('.');
  if (!labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))) {
    throw badAddress('badHost');
  }
  return host;
}

function readCredentials(text: string): { username?: string; password?: string } {
  const colon = text.indexOf(':');
  const username = decode(colon < 0 ? text : text.slice(0, colon));
  if (username === '') return {};
  return colon < 0 ? { username } : { username, password: decode(text.slice(colon + 1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** Everything behind the host, without the slashes before it and one at the end; a query keeps its own. */
function cleanApp(rest: string): string {
  const text = rest.replace(/^\/+/, '');
  return text.endsWith('/') ? text.slice(0, -1) : text;
}

function cutAddress(rest: string): { app: string; key: string } {
  const text = rest.replace(/^\/+/, '');
  const question = text.indexOf('?');
  const path = question < 0 ? text : text.slice(0, question);
  const query = question < 0 ? '' : text.slice(question);
  const list = /[?&]slist=([^&]*)/.exec(query);
  if (list !== null) return { app: text, key: list[1] ?? '' };
  const prefixed = /^([^/]+)\/((?:[^/]+\/)*?[a-z0-9]+:.*)$/i.exec(path);
  if (prefixed !== null && !(prefixed[2] ?? '').slice(0, (prefixed[2] ?? '').indexOf(':')).includes('/')) {
    return { app: prefixed[1] ?? '', key: (prefixed[2] ?? '') + query };
  }
  const slash = path.lastIndexOf('/');
  if (slash < 0) return cutQuery(path, query);
  // A server that ends with a slash and a key that begins with one were put together.
  return { app: path.slice(0, slash).replace(/\/+$/, ''), key: path.slice(slash + 1) + query };
}

/** One part of a path with a query behind it: the query is the app's, and a key may stand behind its last slash. */
function cutQuery(path: string, query: string): { app: string; key: string } {
  const slash = query.lastIndexOf('/');
  if (slash < 0) return { app: path + query, key: '' };
  return { app: path + query.slice(0, slash), key: query.slice(slash + 1) };
}

function checkKey(key: string): string {
  const trimmed = key.trim();
  if (CONTROL.test(trimmed)) throw badKey('badKey');
  return checkField(trimmed, badKey('longKey'));
}

function checkField(text: string, tooLong: AppError): string {
  if (new TextEncoder().encode(text).length > MAX_FIELD_BYTES) throw tooLong;
  return text;
}
