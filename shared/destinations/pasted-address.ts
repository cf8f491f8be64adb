/**
 * What people copy from a service's page, a chat or a command line: an address with quotes and blanks around it, a server
 * and its key on two lines, a labelled pair, a template. Finds server and key in it; the strict reading is `url.ts`. Pure.
 */
import { AppError } from '../errors/app-error.ts';
import { splitServerSecret } from './server-secret.ts';
import { services } from './services.ts';
import { parseDestinationUrl, serverUrl } from './url.ts';

export interface PastedAddress {
  /** Server alone: no key, no credentials, no secret part. */
  readonly url: string;
  /** The secret part of the server's address; see `server-secret.ts`. */
  readonly serverSecret?: string;
  /** Byte for byte; empty where there is none. A secret. */
  readonly key: string;
  readonly username?: string;
  readonly password?: string;
}

const MAX_PASTED_LENGTH = 10_000;
/** Nothing that is seen: pages put them into what they let one copy. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const OPENING = /^["'`<(“”„‘’«»]+/;
const CLOSING = /["'`>)“”„‘’«»,;]+$/;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
/** `Server:rtmp://…`. */
const SERVER_LABEL = /^[a-z]+[:=](?=[a-z]+:\/\/)/i;
/** `Stream key: abc`, `key abc`, librtmp's `playpath=abc`. */
const KEY_LABEL = /(?:\bkey|\bstream ?name|\bplaypath)(?:\s*[:=]\s*|\s+)/i;
/** What librtmp takes behind an address, and a stream does not need. */
const LIBRTMP_OPTION =
  /^(?:app|buffer|conn|flashver|live|pageurl|start|stop|subscribe|swf\w+|tcurl|timeout|token)=/i;
/** A key's place in a template, such as Twitch's `…/app/{stream_key}`. */
const PLACEHOLDER = /^(?:[{<[$].*|(?:your[-_ ]?)?stream[-_ ]?key)$/i;

/**
 * Takes pasted text apart.
 * @throws AppError `input/bad-url` or `input/bad-key`; its text holds no part of what was pasted.
 */
export function parsePasted(pasted: string): PastedAddress {
  if (pasted.length > MAX_PASTED_LENGTH) throw badUrl('what was pasted is too long for an address');
  const text = pasted.replace(INVISIBLE, '').trim();
  const words = text.split(/\s+/);
  const places = words.flatMap((word, index) => (ADDRESS.test(unwrap(word)) ? [index] : []));
  const [place] = places;
  // Without an address the strict reading says what is missing.
  if (place === undefined) return cut(unwrap(text));
  if (places.length > 1) throw badUrl('there is more than one address in what was pasted');
  const address = unwrap(words[place] ?? '');
  const key = keyBeside(words.slice(0, place).join(' '), words.slice(place + 1).join(' '));
  return key === '' ? cut(address) : beside(address, key);
}

/** The key that stands before or behind an address; empty where there is none. */
function keyBeside(before: string, behind: string): string {
  const labelled = [behind, before].find((text) => KEY_LABEL.test(text));
  const label = labelled === undefined ? null : KEY_LABEL.exec(labelled);
  const text = label === null ? behind : label.input.slice(label.index + label[0].length);
  const words = text.split(' ').filter((word) => word !== '' && !LIBRTMP_OPTION.test(word));
  if (labelled === undefined && words.length > 1) {
    throw badUrl('there is more than a server and a key in what was pasted');
  }
  return unwrap(words[0] ?? '');
}

function beside(address: string, key: string): PastedAddress {
  const parsed = parseDestinationUrl(address, PLACEHOLDER.test(key) ? '' : key);
  return { ...credentialsOf(parsed), ...serverOf(withApplication(serverUrl(parsed))), key: parsed.streamKey };
}

/** One address with everything in it, or a server alone. */
function cut(address: string): PastedAddress {
  const server = publishedServerOf(address);
  if (server !== undefined) return beside(server, address.slice(server.length).replace(/^\//, ''));
  const whole = withApplication(address);
  if (whole !== address) return beside(whole, '');
  const parsed = parseDestinationUrl(address);
  const key = PLACEHOLDER.test(parsed.streamKey) ? '' : parsed.streamKey;
  return { ...credentialsOf(parsed), ...serverOf(serverUrl(parsed)), key };
}

function serverOf(address: string): Pick<PastedAddress, 'url' | 'serverSecret'> {
  const { url, secret } = splitServerSecret(address);
  return { url, ...(secret === '' ? {} : { serverSecret: secret }) };
}

/** The start of an address that is a server of the catalogue: what is behind it is the key, whatever its form. */
function publishedServerOf(address: string): string | undefined {
  const starts = services
    .flatMap(({ servers }) => servers.map(({ url }) => url.replace(/\/$/, '')))
    .flatMap((url) => [url, url.replace(/^(rtmps:\/\/[^/]+):443\//, '$1/')])
    .filter((url) => isBelow(address, url))
    .toSorted((a, b) => b.length - a.length);
  const [start] = starts;
  return start === undefined ? undefined : address.slice(0, start.length);
}

function isBelow(address: string, server: string): boolean {
  const next = address.charAt(server.length);
  return (next === '' || next === '/') && address.slice(0, server.length).toLowerCase() === server;
}

/** Kick and Amazon IVS show their server without the application, which is always the same. */
function withApplication(server: string): string {
  return /^rtmps?:\/\/[^/@]+\.live-video\.net(?::\d+)?\/?$/i.test(server)
    ? `${server.replace(/\/$/, '')}/app`
    : server;
}

function credentialsOf({ username, password }: { readonly username?: string; readonly password?: string }) {
  return { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }) };
}

function unwrap(word: string): string {
  return word.replace(OPENING, '').replace(SERVER_LABEL, '').replace(OPENING, '').replace(CLOSING, '');
}

function badUrl(message: string): AppError {
  return new AppError('input/bad-url', { message });
}
