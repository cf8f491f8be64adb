/**
 * The options of `live`, parsed without touching anything: no file is read here. Every mistake is one `input/bad-option`
 * or `input/bad-url` with a sentence that says what to do.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { AudioChoice, SourceChoice } from '../../../shared/studio/inputs.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import { readProxyOption } from '../../../shared/proxy/proxy-options.ts';
import { splitServerSecret } from '../../../shared/destinations/server-secret.ts';
import { recogniseService } from '../../../shared/destinations/services.ts';
import { parseDestinationUrl, serverUrl } from '../../../shared/destinations/url.ts';
import { texts } from '../../../shared/text/text.ts';
import { parseEncoding } from './encoding-options.ts';
import type { AskedEncoding } from './encoding-options.ts';
import { parseSound } from './sound-options.ts';
import type { AskedSound } from './sound-options.ts';

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

/** What goes on air: one source over the whole canvas, or the scenes of a file. */
export type LiveContent =
  | { readonly type: 'source'; readonly source: SourceChoice; readonly audio: AudioChoice }
  /** The engine plays `sourceFile`; the page captures sound at most. */
  | { readonly type: 'file'; readonly audio: AudioChoice }
  | {
      /** A studio document of ours, or a scene collection of OBS. */
      readonly type: 'collection' | 'obs';
      readonly path: string;
      /** Begins with this scene, in place of the file's own. */
      readonly sceneName?: string;
      /** In place of the file's own. */
      readonly audio?: AudioChoice;
    };

export interface LiveOptions {
  readonly targets: readonly LiveTarget[];
  readonly presets: readonly string[];
  readonly isRehearsal: boolean;
  readonly content: LiveContent;
  readonly sourceFile?: string;
  readonly hasFakeDevices: boolean;
  readonly encoding: AskedEncoding;
  readonly sound: AskedSound;
  /** Commands to run once live, a JSON object a line; `-` for standard input. */
  readonly commandFile?: string;
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
  '--mute',
  '--track',
  '--collection',
  '--import-obs',
  '--scene',
  '--command',
  '--size',
  '--fps',
  '--video-kbps',
  '--audio-kbps',
  '--keyframe-seconds',
  '--language',
  '--latency',
  '--encoder',
  '--ca',
  '--proxy',
  '--proxy-password-file',
  '--record',
  '--seconds',
  '--stats',
]);
const repeatable = new Set(['--to', '--key-file', '--key-stdin', '--preset', '--mute']);

/** Longest `--seconds`: a week. */
export const MAX_SECONDS = 7 * 24 * 3600;

function refuse(message: string): never {
  throw new AppError('input/bad-option', { message });
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
  const all = (name: string): readonly string[] =>
    tokens.filter((token) => token.name === name).map((token) => token.value);
  const presets = all('--preset');
  const isRehearsal = tokens.some((token) => token.name === '--rehearse');
  if (targets.length + presets.length === 0 && !isRehearsal) {
    refuse(texts.options.noDestination);
  }
  const { content, sourceFile } = parseContent(one);
  const seconds =
    one('--seconds') === undefined
      ? undefined
      : parseNumber('--seconds', one('--seconds') ?? '', 1, MAX_SECONDS);
  const proxy = readProxyOption({
    text: one('--proxy'),
    hasPasswordFile: one('--proxy-password-file') !== undefined,
    isSecretAllowed: tokens.some(({ name }) => name === '--key-in-arguments'),
  });
  return {
    targets,
    presets,
    isRehearsal,
    content,
    ...optional('sourceFile', sourceFile),
    hasFakeDevices: tokens.some((token) => token.name === '--fake-devices'),
    encoding: parseEncoding(one),
    sound: parseSound(all('--mute'), one('--track')),
    ...optional('authorityFile', one('--ca')),
    ...(proxy === undefined ? {} : { proxy }),
    ...optional('proxyPasswordFile', one('--proxy-password-file')),
    ...optional('recordFile', one('--record')),
    ...(seconds === undefined ? {} : { seconds }),
    ...optional('statsFile', one('--stats')),
    ...optional('commandFile', one('--command')),
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

interface ParsedContent {
  readonly content: LiveContent;
  readonly sourceFile?: string;
}

function parseContent(one: (name: string) => string | undefined): ParsedContent {
  const collection = one('--collection');
  const path = collection ?? one('--import-obs');
  if (path === undefined) {
    if (one('--scene') !== undefined) refuse(texts.options.sceneWithoutCollection);
    return parseSource(one('--source') ?? 'camera', one('--audio'));
  }
  if (collection !== undefined && one('--import-obs') !== undefined) refuse(texts.options.twoCollections);
  if (one('--source') !== undefined) refuse(texts.options.sourceWithCollection);
  const audio = one('--audio');
  const content: LiveContent = {
    type: collection === undefined ? 'obs' : 'collection',
    path,
    ...optional('sceneName', one('--scene')),
    ...(audio === undefined ? {} : { audio: parseAudio(audio, false) }),
  };
  return { content };
}

function parseSource(text: string, audio: string | undefined): ParsedContent {
  if (text.startsWith('file:')) {
    const path = text.slice('file:'.length);
    if (path === '') refuse(texts.options.sourcePathMissing);
    return { content: { type: 'file', audio: parseAudio(audio ?? 'file', true) }, sourceFile: path };
  }
  if (text !== 'camera' && text !== 'screen' && text !== 'pattern') return refuse(texts.options.source);
  const own: AudioChoice = { type: text === 'pattern' ? 'source' : 'microphone' };
  return {
    content: {
      type: 'source',
      source: { type: text },
      audio: audio === undefined ? own : parseAudio(audio, false),
    },
  };
}

function parseAudio(text: string, hasFile: boolean): AudioChoice {
  switch (text) {
    case 'mic':
      return { type: 'microphone' };
    case 'tone':
    case 'system':
    case 'none':
      return { type: text };
    case 'file':
      if (!hasFile) refuse(texts.options.audioOfFile);
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
