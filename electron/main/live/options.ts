/**
 * The options of `live`, parsed without touching anything: no file is read here. Every mistake is one `input/bad-option`
 * or `input/bad-url` with a sentence that says what to do.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  defaultEncodingProfile,
  encoderChoices,
  encodingProfileSchema,
} from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { AudioChoice, SourceChoice } from '../../../shared/studio/inputs.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import { readProxyOption } from '../../../shared/proxy/proxy-options.ts';
import { splitServerSecret } from '../../../shared/destinations/server-secret.ts';
import { recogniseService } from '../../../shared/destinations/services.ts';
import { parseDestinationUrl, serverUrl } from '../../../shared/destinations/url.ts';
import { texts } from '../../../shared/text/text.ts';

/** Everything after this argument is ours. */
export const LIVE_MARKER = '--upcast-live';

export interface LiveTarget {
  /** Server and application, without key, credentials and secret part. */
  readonly url: string;
  readonly serverSecret?: string;
  /** Empty when it is read from `keyFile` or from standard input. */
  readonly key: string;
  readonly keyFile?: string;
  /** The key is the next line of standard input. */
  readonly isKeyFromStdin?: true;
  readonly username?: string;
  readonly password?: string;
}

/** A file is played by the engine, not captured by the page. */
export type LiveSource = SourceChoice | { readonly type: 'file' };

export interface LiveOptions {
  readonly targets: readonly LiveTarget[];
  readonly presets: readonly string[];
  readonly isRehearsal: boolean;
  readonly source: LiveSource;
  readonly sourceFile?: string;
  readonly audio: AudioChoice;
  readonly hasFakeDevices: boolean;
  readonly encoding: EncodingProfile;
  readonly authorityFile?: string;
  /** For every destination without a choice of its own, in place of the environment's and the saved one. */
  readonly proxy?: ProxySettings | 'none';
  readonly proxyPasswordFile?: string;
  readonly recordFile?: string;
  readonly seconds?: number;
  readonly statsFile?: string;
}

const flags = new Set(['--rehearse', '--fake-devices', '--key-stdin', '--key-in-arguments']);
const values = new Set([
  '--to',
  '--key-file',
  '--preset',
  '--source',
  '--audio',
  '--size',
  '--fps',
  '--video-kbps',
  '--audio-kbps',
  '--keyframe-seconds',
  '--latency',
  '--encoder',
  '--ca',
  '--proxy',
  '--proxy-password-file',
  '--record',
  '--seconds',
  '--stats',
]);
const repeatable = new Set(['--to', '--key-file', '--key-stdin', '--preset']);

/** Longest `--seconds`: a week. */
const MAXIMUM_SECONDS = 7 * 24 * 3600;

function refuse(message: string): never {
  throw new AppError('input/bad-option', { message });
}

/** The arguments of `live` among a process's; `undefined` when it was not started by it. */
export function liveArguments(argv: readonly string[]): readonly string[] | undefined {
  const at = argv.indexOf(LIVE_MARKER);
  return at < 0 ? undefined : argv.slice(at + 1);
}

interface Token {
  readonly name: string;
  readonly value: string;
}

/** `--name value` and `--name=value`, in order. */
function tokenize(args: readonly string[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (flags.has(name)) {
      if (equals >= 0) refuse(texts.options.noValue(name));
      tokens.push({ name, value: '' });
    } else if (values.has(name)) {
      const value = equals < 0 ? args[++index] : arg.slice(equals + 1);
      if (value === undefined || value === '' || (equals < 0 && value.startsWith('--')))
        refuse(texts.options.valueMissing(name));
      tokens.push({ name, value });
    } else {
      refuse(name.startsWith('--') ? texts.options.unknown(name) : texts.options.stray);
    }
  }
  return tokens;
}

/** @throws AppError `input/bad-option` or `input/bad-url`. */
export function parseLiveOptions(args: readonly string[]): LiveOptions {
  const tokens = tokenize(args);
  for (const name of new Set(tokens.map((token) => token.name))) {
    if (!repeatable.has(name) && tokens.filter((token) => token.name === name).length > 1)
      refuse(texts.options.twice(name));
  }
  const one = (name: string): string | undefined => tokens.find((token) => token.name === name)?.value;
  const targets = parseTargets(tokens);
  const presets = tokens.filter((token) => token.name === '--preset').map((token) => token.value);
  const isRehearsal = tokens.some((token) => token.name === '--rehearse');
  if (targets.length + presets.length === 0 && !isRehearsal) {
    refuse(texts.options.noDestination);
  }
  const { source, sourceFile } = parseSource(one('--source') ?? 'camera');
  const seconds =
    one('--seconds') === undefined
      ? undefined
      : parseNumber('--seconds', one('--seconds') ?? '', 1, MAXIMUM_SECONDS);
  const proxy = readProxyOption({
    text: one('--proxy'),
    hasPasswordFile: one('--proxy-password-file') !== undefined,
    isSecretAllowed: tokens.some(({ name }) => name === '--key-in-arguments'),
  });
  return {
    targets,
    presets,
    isRehearsal,
    source,
    ...(sourceFile === undefined ? {} : { sourceFile }),
    audio: parseAudio(one('--audio'), source),
    hasFakeDevices: tokens.some((token) => token.name === '--fake-devices'),
    encoding: parseEncoding(one),
    ...optional('authorityFile', one('--ca')),
    ...(proxy === undefined ? {} : { proxy }),
    ...optional('proxyPasswordFile', one('--proxy-password-file')),
    ...optional('recordFile', one('--record')),
    ...(seconds === undefined ? {} : { seconds }),
    ...optional('statsFile', one('--stats')),
  };
}

function optional<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: string };
}

function parseTargets(tokens: readonly Token[]): readonly LiveTarget[] {
  const pairs: KeyedAddress[] = [];
  const isKeyAllowed = tokens.some(({ name }) => name === '--key-in-arguments');
  for (const { name, value } of tokens) {
    if (name === '--to') pairs.push({ address: value });
    if (name !== '--key-file' && name !== '--key-stdin') continue;
    const last = pairs.at(-1);
    if (last === undefined) refuse(texts.options.keyBeforeAddress(name));
    if (last.keyFile !== undefined || last.isKeyFromStdin === true) refuse(texts.options.twoKeys);
    if (name === '--key-file') last.keyFile = value;
    else last.isKeyFromStdin = true;
  }
  return pairs.map((pair) => parseTarget(pair, isKeyAllowed));
}

interface KeyedAddress {
  readonly address: string;
  keyFile?: string;
  isKeyFromStdin?: true;
}

function parseTarget({ address, keyFile, isKeyFromStdin }: KeyedAddress, isKeyAllowed: boolean): LiveTarget {
  const hasKeyElsewhere = keyFile !== undefined || isKeyFromStdin === true;
  const parsed = hasKeyElsewhere ? parseDestinationUrl(address, '') : parseDestinationUrl(address);
  const service = recogniseService(parsed.host);
  if (!hasKeyElsewhere && parsed.streamKey === '' && service !== undefined) {
    refuse(texts.options.keyMissing(service.name));
  }
  const { url, secret } = splitServerSecret(serverUrl(parsed));
  const isSecret = parsed.streamKey !== '' || parsed.password !== undefined || secret !== '';
  if (isSecret && !isKeyAllowed) {
    refuse(hasKeyElsewhere ? texts.options.passwordInAddress : texts.options.keyInAddress);
  }
  return {
    url,
    ...(secret === '' ? {} : { serverSecret: secret }),
    key: parsed.streamKey,
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(isKeyFromStdin === undefined ? {} : { isKeyFromStdin }),
    ...(parsed.username === undefined ? {} : { username: parsed.username }),
    ...(parsed.password === undefined ? {} : { password: parsed.password }),
  };
}

function parseSource(text: string): { readonly source: LiveSource; readonly sourceFile?: string } {
  if (text.startsWith('file:')) {
    const path = text.slice('file:'.length);
    if (path === '') refuse(texts.options.sourcePathMissing);
    return { source: { type: 'file' }, sourceFile: path };
  }
  if (text === 'camera' || text === 'screen' || text === 'pattern') return { source: { type: text } };
  return refuse(texts.options.source);
}

function parseAudio(text: string | undefined, source: LiveSource): AudioChoice {
  switch (text) {
    case undefined:
      return source.type === 'camera' || source.type === 'screen'
        ? { type: 'microphone' }
        : { type: 'source' };
    case 'mic':
      return { type: 'microphone' };
    case 'tone':
    case 'none':
      return { type: text };
    case 'file':
      if (source.type !== 'file') refuse(texts.options.audioOfFile);
      return { type: 'source' };
    default:
      return refuse(texts.options.audio);
  }
}

function parseNumber(name: string, text: string, minimum: number, maximum: number): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value < minimum || value > maximum) {
    refuse(texts.options.range(name, minimum, maximum));
  }
  return value;
}

/** The limits are the profile's own. */
function parseEncoding(one: (name: string) => string | undefined): EncodingProfile {
  const size = one('--size');
  const match = size === undefined ? undefined : /^(\d{2,5})x(\d{2,5})$/.exec(size);
  if (match === null) refuse(texts.options.size);
  const number = (name: string): number | undefined => {
    const text = one(name);
    if (text === undefined) return undefined;
    if (!/^\d+(\.\d+)?$/.test(text)) refuse(texts.options.number(name));
    return Number(text);
  };
  const latency = one('--latency');
  if (latency !== undefined && latency !== 'low' && latency !== 'quality') refuse(texts.options.latency);
  const encoder = one('--encoder');
  const choice = encoderChoices.find((known) => known === (encoder ?? defaultEncodingProfile.encoder));
  if (choice === undefined) refuse(texts.options.encoder(encoderChoices));
  const asked = {
    ...defaultEncodingProfile,
    width: match === undefined ? defaultEncodingProfile.width : Number(match[1]),
    height: match === undefined ? defaultEncodingProfile.height : Number(match[2]),
    fps: number('--fps') ?? defaultEncodingProfile.fps,
    videoKbps: number('--video-kbps') ?? defaultEncodingProfile.videoKbps,
    audioKbps: number('--audio-kbps') ?? defaultEncodingProfile.audioKbps,
    keyframeSeconds: number('--keyframe-seconds') ?? defaultEncodingProfile.keyframeSeconds,
    latency: latency ?? defaultEncodingProfile.latency,
    encoder: choice,
  };
  const result = encodingProfileSchema.safeParse(asked);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = String(issue?.path[0] ?? '');
  return refuse(texts.options.outOfRange(optionOfField.get(field) ?? field));
}

const optionOfField: ReadonlyMap<string, string> = new Map<string, string>([
  ['width', '--size'],
  ['height', '--size'],
  ['fps', '--fps'],
  ['videoKbps', '--video-kbps'],
  ['audioKbps', '--audio-kbps'],
  ['keyframeSeconds', '--keyframe-seconds'],
]);
