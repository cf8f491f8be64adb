/**
 * What people copy from a service's page, a chat or a command line: an address with quotes and blanks around it, a server
 * and its key on two lines, a labelled block, JSON, a template. Decides which part is which; the strict reading of an
 * address is `url.ts`. A key comes out byte for byte or not at all. Pure.
 */
import { badAddress } from '../../errors/address-problems.ts';
import { AppError } from '../../errors/app-error.ts';
import { splitServerSecret } from '../server-secret.ts';
import { recogniseService, services } from '../services.ts';
import { parseDestinationUrl, serverUrl } from '../url.ts';
import { isTableHead, looksLikeKey } from './read-label.ts';
import { readParts, withoutClosing } from './read-parts.ts';
import type { PartKind, Parts } from './read-parts.ts';
import { texts } from '../../text/text.ts';

export interface PastedAddress {
  /** Server alone: no key, no credentials, no secret part. */
  readonly url: string;
  /** The secret part of the server's address; see `server-secret.ts`. */
  readonly serverSecret?: string;
  /** Byte for byte; empty where there is none. A secret. */
  readonly key: string;
  readonly username?: string;
  readonly password?: string;
  readonly backupUrl?: string;
  readonly backupSecret?: string;
}

/** The key right behind the host of Amazon IVS or Kick, where `/app` was left out. */
const IVS_WITH_KEY = /^(rtmps?:\/\/[^/@]+\.live-video\.net(?::\d+)?)\/((?:sk_|live_)[^/]+)$/i;
/** A server with at least one part of a path behind it. */
const HAS_APPLICATION = /^[a-z]+:\/\/[^/?#]+\/[^/?#]/i;
const MAX_PASTED_LENGTH = 10_000;
/** Nothing that is seen: pages put them into what they let one copy. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Joiners are letters' own within a word. */
const JOINERS_AROUND = /(?<=^|\s)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/g;
/** A key's place in a template, such as Twitch's `…/app/{stream_key}`. */
const PLACEHOLDER =
  /^(?:[$%]?[{<[(][^{}<>[\]()]*(?:key|stream|name|token|playpath|schlüssel|clé|clave|chave|chiave|sleutel|klucz|ключ|キー|密钥|金鑰|키)[^{}<>[\]()]*[}>\])]|[{<[](?:your|my|the|insert|enter|stream|key)\b[^}>\]]*|[$%]?(?:your[-_ ]?)?stream[-_ ]?key[$%]?)$/iu;

/**
 * Takes pasted text apart.
 * @throws AppError `input/bad-url` or `input/bad-key`; its text holds no part of what was pasted.
 */
export function parsePasted(pasted: string): PastedAddress {
  if (pasted.length > MAX_PASTED_LENGTH) throw badUrl(texts.addresses.longPaste);
  const text = pasted.replace(INVISIBLE, '').replace(JOINERS_AROUND, '').trim();
  if (text.split(/[\r\n]+/).some(isTableHead)) throw moreThanOne();
  const all = readParts(text);
  const servers = chooseServers(all);
  // Without an address the strict reading says what is missing.
  if (servers.primary === undefined) {
    if (/\s/.test(text) && !/:\/\//.test(text)) throw badAddress('badScheme');
    return cut(strictText(text));
  }
  const found = withoutHeadings(all, [servers.primary, servers.backup]);
  const given = keyOf(found);
  const hasKey = found.parts.some(({ kind, value }) => kind === 'key' && value !== '');
  const isKeySure = hasKey || looksLikeKey(given ?? '');
  for (const kind of ['application', 'username'] as const)
    if (!isKeySure && looksLikeKey(valueOf(found, kind) ?? '')) throw moreThanOne();
  const primary = read(servers.primary, given, valueOf(found, 'application'));
  const backup = servers.backup === undefined ? undefined : read(servers.backup, given, undefined);
  const key = theOnly([primary.key, backup?.key ?? ''].filter((each) => each !== '')) ?? '';
  // The signs between two cells of a table.
  if (/"[,;|]"/.test(key)) throw moreThanOne();
  const username = valueOf(found, 'username') ?? primary.username;
  const password = valueOf(found, 'password') ?? primary.password;
  return {
    url: primary.url,
    key,
    ...(primary.serverSecret === undefined ? {} : { serverSecret: primary.serverSecret }),
    ...(username === undefined || username === '' ? {} : { username }),
    ...(password === undefined || password === '' ? {} : { password }),
    ...(backup === undefined ? {} : { backupUrl: backup.url }),
    ...(backup?.serverSecret === undefined ? {} : { backupSecret: backup.serverSecret }),
  };
}

/** The first is the primary, a second one the backup. A page's own address is no server beside an RTMP one. */
function chooseServers({ parts, addresses, hasAddressAsKey }: Parts): {
  readonly primary: string | undefined;
  readonly backup: string | undefined;
} {
  const labelled = parts
    .filter(({ kind, value }) => kind === 'server' && value !== '')
    .map(({ value }) => value);
  const backups = parts
    .filter(({ kind, value }) => kind === 'backup' && value !== '')
    .map(({ value }) => value);
  const all = [...new Set([...labelled, ...addresses])];
  const streams = all.filter((address) => /^rtmf?p/i.test(address));
  // A word that only looks like an address may be the key.
  const isStrange = all.some((address) => !/^(?:rtmf?p[a-z]*|https?):/i.test(address));
  const isBesideOthers = hasAddressAsKey && all.length + backups.length > 1;
  if ((streams.length > 0 && isStrange) || isBesideOthers) throw moreThanOne();
  if (streams.some((address) => !isSameSite(address, streams[0] ?? '')) && isMixed(streams))
    throw badUrl(texts.addresses.twoServices);
  const usable = preferEncrypted(streams.length > 0 ? streams : all);
  const [backup, ...more] = preferEncrypted([...new Set(backups)]);
  const [primary, second, ...others] = usable;
  const isTooMany = others.length > 0 || more.length > 0 || (second !== undefined && backup !== undefined);
  if (isTooMany) throw badUrl(texts.addresses.tooManyServers);
  if (primary === undefined) return { primary: backup, backup: undefined };
  return { primary, backup: backup ?? second };
}

/** Pages list the same server over RTMP and RTMPS: the encrypted ones count where there are both. */
function preferEncrypted(addresses: readonly string[]): readonly string[] {
  const encrypted = addresses.filter((address) => /^rtmpt?s:/i.test(address));
  return encrypted.length === 0 ? addresses : encrypted;
}

/** A key of one service must not be sent to another; a server that is left out for an encrypted one is the same one. */
function isMixed(addresses: readonly string[]): boolean {
  const owners = new Set(addresses.map((address) => recogniseService(hostOf(address))?.id));
  return owners.size > 1 || preferEncrypted(addresses).length < addresses.length;
}

function isSameSite(one: string, other: string): boolean {
  const site = (address: string): string => hostOf(address).split('.').slice(-2).join('.');
  return site(one) === site(other);
}

function hostOf(address: string): string {
  return /^[a-z]+:\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** The key that stands beside the addresses; `undefined` where none does, empty where the page says that there is none. */
function keyOf({ parts, words, hasUnknownLabel }: Parts): string | undefined {
  const labelled = parts.filter(({ kind }) => kind === 'key').map(({ value }) => value);
  const key = theOnly(labelled.filter((value) => value !== ''));
  if (key !== undefined) {
    // What stands below the label may be a heading, and the other word the key.
    if (words.some((word) => word !== key && looksLikeKey(word))) throw moreThanOne();
    return withoutPlaceholder(key);
  }
  if (labelled.length > 0) {
    // The page hides the key beside its label and shows one elsewhere.
    if (words.some(looksLikeKey)) throw moreThanOne();
    return '';
  }
  const word = theOnly(words);
  if (word === undefined && hasUnknownLabel) throw badUrl(texts.addresses.unknownLabel);
  return word === undefined ? undefined : withoutPlaceholder(word);
}

/**
 * A word beside a whole address is its heading, where the address alone ends with the form of a key.
 * @throws AppError `input/bad-url` where both may be the key.
 */
function withoutHeadings(found: Parts, addresses: readonly (string | undefined)[]): Parts {
  const { parts, words } = found;
  if (words.length === 0 || parts.some(({ kind }) => kind === 'key')) return found;
  const ends = addresses.map(endOf).filter((end) => end !== '' && !words.includes(end));
  if (ends.length === 0) return found;
  if (!ends.every(looksLikeKey) || words.some(looksLikeKey)) throw moreThanOne();
  return { ...found, words: [] };
}

/** What stands behind a server and its application; empty for a server alone. */
function endOf(address = ''): string {
  const server = publishedServerOf(address);
  const rest =
    server === undefined
      ? /^[a-z]+:\/\/[^/?#]*\/[^/?#]+(.*)$/i.exec(address)?.[1]
      : address.slice(server.length);
  return rest?.startsWith('/') === true ? (rest.split('/').at(-1) ?? '') : '';
}

function valueOf({ parts }: Parts, wanted: PartKind): string | undefined {
  return theOnly(
    parts.filter(({ kind, value }) => kind === wanted && value !== '').map(({ value }) => value),
  );
}

/** @throws AppError `input/bad-url` where two values leave a choice. */
function theOnly(values: readonly string[]): string | undefined {
  const [first, ...others] = new Set(values);
  if (others.length > 0) throw moreThanOne();
  return first;
}

function withoutPlaceholder(key: string): string {
  return PLACEHOLDER.test(key) ? '' : key;
}

function read(address: string, key: string | undefined, application: string | undefined): PastedAddress {
  if (key === undefined) return cut(withApplication(address, application));
  const server = withApplication(address, application);
  // A whole address beside its key: the key must not stay in the address, which is shown.
  const bare = withoutTemplate(server.replace(/\/+$/, ''));
  const isWhole = key !== '' && bare.endsWith(`/${key}`) && HAS_APPLICATION.test(bare.slice(0, -key.length));
  const found = beside(isWhole ? bare.slice(0, -key.length - 1) : withoutTemplate(server), key);
  if (looksLikeKey(key) && found.url.split(/[/?]/).includes(key)) throw moreThanOne();
  return found;
}

/** The address where a template has its key's place at the end, such as `…/app/{stream_key}`. */
function withoutTemplate(address: string): string {
  const end = /^([a-z]+:\/\/[^/?#]+\/[^?#]+)\/([^/?#]+)$/i.exec(address);
  const isTemplate = PLACEHOLDER.test(end?.[2] ?? '') || PLACEHOLDER.test(`${end?.[2]}>`);
  return isTemplate ? (end?.[1] ?? address) : address;
}

function beside(address: string, key: string): PastedAddress {
  if (address.includes('"')) throw moreThanOne();
  const parsed = parseDestinationUrl(address, withoutPlaceholder(key));
  return { ...credentialsOf(parsed), ...serverOf(withApplication(serverUrl(parsed))), key: parsed.streamKey };
}

/** One address with everything in it, or a server alone. */
function cut(address: string): PastedAddress {
  const server = publishedServerOf(address) ?? serverAtServiceOf(address);
  if (server !== undefined) return beside(server, address.slice(server.length).replace(/^\//, ''));
  const whole = withApplication(address);
  if (whole !== address) return beside(whole, '');
  const glued = IVS_WITH_KEY.exec(address);
  if (glued !== null) return beside(`${glued[1]}/app`, glued[2] ?? '');
  const parsed = parseDestinationUrl(address);
  if (parsed.app.includes('"')) throw moreThanOne();
  return {
    ...credentialsOf(parsed),
    ...serverOf(serverUrl(parsed)),
    key: withoutPlaceholder(parsed.streamKey),
  };
}

function serverOf(address: string): Pick<PastedAddress, 'url' | 'serverSecret'> {
  const { url, secret } = splitServerSecret(address);
  // A row of a table: what stands behind the sign may be the key, and the server is shown.
  if (/[,;|][^/?]*$/.test(url)) throw moreThanOne();
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

/** The same at another host of a service, where the application is one of the service's: what is behind it is the key. */
function serverAtServiceOf(address: string): string | undefined {
  const [, server, application = ''] = /^([a-z]+:\/\/[^/?#@]+\/([^/?#]+))\/[^/]/i.exec(address) ?? [];
  const service = recogniseService(hostOf(address));
  const isOwn = service?.servers.some(({ url }) => url.replace(/\/$/, '').endsWith(`/${application}`));
  return isOwn === true ? server : undefined;
}

function isBelow(address: string, server: string): boolean {
  const next = address.charAt(server.length);
  return (next === '' || next === '/') && address.slice(0, server.length).toLowerCase() === server;
}

/** Kick and Amazon IVS show their server without the application, which is always the same; others name theirs beside it. */
function withApplication(server: string, application?: string): string {
  const isBare = /^rtm(?:pt?s?|fp):\/\/[^/?#]+\/?$/i.test(server);
  if (isBare && application !== undefined) return `${server.replace(/\/$/, '')}/${application}`;
  return /^rtmps?:\/\/[^/@]+\.live-video\.net(?::\d+)?\/?$/i.test(server)
    ? `${server.replace(/\/$/, '')}/app`
    : server;
}

function credentialsOf({ username, password }: { readonly username?: string; readonly password?: string }) {
  return { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }) };
}

function strictText(text: string): string {
  return withoutClosing(text.replace(/^["'`<(“”„‘’«»]+/, ''));
}

function moreThanOne(): AppError {
  return badUrl(texts.addresses.moreThanServerAndKey);
}

function badUrl(message: string): AppError {
  return new AppError('input/bad-url', { message });
}
