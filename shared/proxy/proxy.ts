/**
 * A proxy between this computer and a server: how its address is typed, how it is saved (never with a password), and what
 * a connection is opened with. Pure.
 */
import { badAddress } from '../errors/address-problems.ts';
import type { AddressProblem } from '../errors/address-problems.ts';
import type { OwnProxy } from './proxy-schema.ts';

/** What a connection goes through. */
export interface ProxySettings {
  readonly type: 'socks5' | 'http';
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  /** Hosts that are connected to without the proxy, as in `NO_PROXY`. */
  readonly bypass?: readonly string[];
}

const DEFAULT_PORTS = { socks5: 1080, http: 80 } as const;
const MAX_CREDENTIAL_BYTES = 255;
/** SOCKS5 proxies always look names up themselves here, so `socks5` and `socks5h` mean the same. */
const types: ReadonlyMap<string, ProxySettings['type']> = new Map([
  ['socks5', 'socks5'],
  ['socks5h', 'socks5'],
  ['socks', 'socks5'],
  ['http', 'http'],
]);
const HOST = /^(?:\[[0-9a-f:.]+\]|[^\s:/?#@[\]\\%]+)$/i;

/** Why a scheme is none of a proxy's. */
function whyNot(scheme: string): AddressProblem {
  if (scheme === 'https') return 'proxyTls';
  return /^socks4a?$/.test(scheme) ? 'proxySocks4' : 'proxyScheme';
}

/**
 * Reads a proxy's address, such as `socks5://user:password@proxy.example.com:1080`; `http` where it names no scheme.
 * @throws AppError `input/bad-url`, which holds nothing of the address.
 */
export function parseProxyUrl(text: string): ProxySettings {
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:(.*)@)?([^@/]*?)(?::(\d*))?\/?$/is.exec(text.trim());
  const [, scheme = 'http', credentials, host = '', portText] = match ?? [];
  const type = types.get(scheme.toLowerCase());
  if (type === undefined) throw badAddress(whyNot(scheme.toLowerCase()));
  const name = HOST.test(host) ? asciiHost(host) : undefined;
  if (name === undefined) throw badAddress('proxyUnreadable');
  const port = portText === undefined || portText === '' ? DEFAULT_PORTS[type] : Number(portText);
  if (port < 1 || port > 65_535) throw badAddress('proxyPort');
  return { type, host: name, port, ...(credentials === undefined ? {} : readCredentials(credentials)) };
}

/** The address alone, as it is saved and shown. */
export function proxyUrl({ type, host, port }: ProxySettings): string {
  return `${type}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What was saved, with its password. @throws AppError `input/bad-url`. */
export function proxySettingsOf({ url, username }: OwnProxy, password: string | undefined): ProxySettings {
  const parsed = parseProxyUrl(url);
  const name = username ?? parsed.username;
  const secret = password ?? parsed.password;
  return {
    type: parsed.type,
    host: parsed.host,
    port: parsed.port,
    ...(name === undefined || name === '' ? {} : { username: name }),
    ...(secret === undefined ? {} : { password: secret }),
  };
}

/** Takes user and password out of a typed address. One that can’t be read keeps nothing before its last `@`. */
export function takeProxyApart(proxy: OwnProxy): { readonly clean: OwnProxy; readonly password?: string } {
  const text = proxy.url.trim();
  if (!text.includes('@')) return { clean: proxy };
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0] ?? '';
  const at = text.lastIndexOf('@');
  const { username, password } = readCredentials(text.slice(scheme.length, at), () => undefined);
  const name = username ?? proxy.username;
  return {
    clean: {
      ...proxy,
      url: `${scheme}${text.slice(at + 1)}`,
      ...(name === undefined ? {} : { username: name }),
    },
    ...(password === undefined ? {} : { password }),
  };
}

/** Without brackets, in lower case and ASCII; undefined for what is no host. */
function asciiHost(host: string): string | undefined {
  const url = `http://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[(.*)\]$/, '$1') : undefined;
}

function readCredentials(
  text: string,
  refuse: () => void = () => {
    throw badAddress('proxyCredentials');
  },
): { readonly username?: string; readonly password?: string } {
  const colon = text.indexOf(':');
  const username = decoded(colon < 0 ? text : text.slice(0, colon));
  const password = colon < 0 ? '' : decoded(text.slice(colon + 1));
  const isLong = [username, password].some(
    (each) => new TextEncoder().encode(each).length > MAX_CREDENTIAL_BYTES,
  );
  if (isLong) refuse();
  return { ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) };
}

/** A lone `%` is a character of the password. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
