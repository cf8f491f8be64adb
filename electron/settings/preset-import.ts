/** Reads what may be imported: our preset file, OBS's `service.json`, a list of addresses. Tells them apart by content. */
import { constants, open } from 'node:fs/promises';
import { AppError } from '../../shared/errors/app-error.ts';
import { texts } from '../../shared/text/text.ts';
import {
  isObsService,
  readObsService,
  readPluginPresets,
  readUrlList,
} from '../../shared/destinations/import/foreign-presets.ts';
import { readIniOutputs } from '../../shared/destinations/import/multi-outputs.ts';
import {
  CUSTOM_SERVICE_ID,
  MAX_PRESET_FILE_BYTES,
  PRESET_FILE_FORMAT,
  PRESET_FILE_VERSION,
  presetFileSchema,
} from '../../shared/destinations/preset-file.ts';
import type {
  ImportedPreset,
  ImportPreview,
  Preset,
  SealedSecrets,
} from '../../shared/destinations/preset-file.ts';
import { secretsOf } from '../../shared/destinations/destination-secrets.ts';
import { takeSecretsOut } from '../../shared/destinations/server-secret.ts';
import { findService, recogniseService } from '../../shared/destinations/services.ts';
import { parseDestinationUrl } from '../../shared/destinations/url.ts';
import { decodeText } from './decode-text.ts';
import type { DecodedText } from './decode-text.ts';
import { broughtBy } from './preset-brings.ts';
import { openSealed } from './preset-seal.ts';

/** The head of a section in an ini file. Bounded within one line: the file is hostile until it is read. */
const INI_SECTION = /^[ \t]{0,20}\[[^\]"{\r\n]{0,100}\][ \t]{0,20}$/m;

export interface OpenedPresets {
  readonly origin: ImportPreview['origin'];
  readonly presets: readonly ImportedPreset[];
  /** What each of them brings besides its server, in sentences. */
  readonly brings: readonly (readonly string[])[];
  readonly problems: readonly string[];
  /** Keys that wait for their passphrase. */
  readonly locked?: { readonly raw: object; readonly sealed: SealedSecrets };
}

/** @throws AppError `input/bad-file`, in words, for a file that cannot be read, is too large, or is none of the three. */
export async function readPresetFile(path: string): Promise<OpenedPresets> {
  return parsePresets(await readBounded(path));
}

/** A pipe that nobody writes to would hold its opener for ever; Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** At most the allowed size, whatever the file says its size is. */
async function readBounded(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, OPEN_FLAGS);
    try {
      if (!(await handle.stat()).isFile()) throw badFileWithAdvice(texts.presetFile.notAFile);
      const buffer = Buffer.alloc(MAX_PRESET_FILE_BYTES + 1);
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
        if (bytesRead === 0) return buffer.subarray(0, length);
        length += bytesRead;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw badFile(texts.presetFile.unreadable, error);
  }
  throw badFile(texts.presetFile.tooLarge(MAX_PRESET_FILE_BYTES));
}

type ParsedFile = Omit<OpenedPresets, 'brings'>;

/** @throws AppError `input/bad-file`. */
export function parsePresets(bytes: Uint8Array): OpenedPresets {
  const read = parseBytes(bytes);
  return { ...read, brings: read.presets.map(({ preset }) => broughtBy(preset)) };
}

function parseBytes(bytes: Uint8Array): ParsedFile {
  if (bytes.length > MAX_PRESET_FILE_BYTES) throw badFile(texts.presetFile.tooLarge(MAX_PRESET_FILE_BYTES));
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    throw badFile(texts.presetFile.notText);
  }
  return takeCertain(decoded);
}

/** A key comes out byte for byte or not at all: what a cut line or another encoding leaves open is not taken, and that is said. */
function takeCertain({ text, guess, isDoubtful, isCut }: DecodedText): ParsedFile {
  const isList = !/^\s*[{[]/.test(text);
  const lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const isLineLost = isCut === true && isList;
  if (isLineLost && text.slice(0, lastLine).trim() === '') throw badFileWithAdvice(texts.presetNotes.cutFile);
  const opened = parseText(isLineLost ? text.slice(0, lastLine) : text);
  const isTaken = ({ preset, ...secrets }: ImportedPreset): boolean =>
    isDoubtful !== true ||
    isAscii([preset.url, preset.backupUrl, preset.username, ...Object.values(secrets)], text);
  const presets = opened.presets.filter(isTaken);
  const left = opened.presets.filter((each) => !isTaken(each));
  if (presets.length === 0 && left.length > 0) throw badFileWithAdvice(texts.presetNotes.doubtfulFile);
  return {
    ...opened,
    presets,
    problems: [
      ...(guess === undefined ? [] : [texts.presetNotes.guessedEncoding(guess)]),
      ...left.map(({ preset }) => texts.presetNotes.doubtful(preset.name)),
      ...(isLineLost ? [texts.presetNotes.cutLine] : []),
      ...opened.problems,
    ],
  };
}

/** Letters of a host hide in its ASCII form; one that the file has in that form is as it stands there. */
function isAscii(values: readonly unknown[], text: string): boolean {
  return values.every(
    (value) =>
      typeof value !== 'string' ||
      (/^[\u0000-\u007f]*$/.test(value) && (!/xn--/i.test(value) || /xn--/i.test(text))),
  );
}

function parseText(text: string): ParsedFile {
  if (text.startsWith('{\\rtf')) throw badFileWithAdvice(texts.presetNotes.richText);
  if (INI_SECTION.test(text) || !/^\s*[{[]/.test(text)) {
    const fromIni = readIniOutputs(text);
    if (fromIni !== undefined) return parsePlugin(fromIni);
    if (INI_SECTION.test(text) && !text.includes('://')) throw badFileWithAdvice(texts.addresses.obsSettings);
    return parseList(text);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // The cause is left out on purpose: what a JSON error quotes may be a key.
    throw badFile(texts.presetFile.damagedJson);
  }
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'format' in parsed &&
    parsed.format === PRESET_FILE_FORMAT
  )
    return parseOwn(parsed);
  const foreign = withoutNulls(parsed, FOREIGN_DEPTH);
  const fromPlugin = readPluginPresets(foreign);
  if (fromPlugin !== undefined) return { origin: 'obs', ...fromPlugin };
  if (isObsService(foreign)) return { origin: 'obs', presets: [readObsService(foreign)], problems: [] };
  if (isObsEncoder(foreign)) throw badFileWithAdvice(texts.addresses.obsSettings);
  throw badFile(texts.presetFile.foreign);
}

/** `streamEncoder.json` and `recordEncoder.json` lie beside `service.json`. */
function isObsEncoder(parsed: unknown): boolean {
  return typeof parsed === 'object' && parsed !== null && ('bitrate' in parsed || 'rate_control' in parsed);
}

/** As deep as the files of others name anything. */
const FOREIGN_DEPTH = 6;

/** A member that is null is as good as absent in the files of others. What is deeper than `depth` is left as it is. */
function withoutNulls(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutNulls(each, depth - 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]: [string, unknown]) => [name, withoutNulls(member, depth - 1)]),
  );
}

function parsePlugin(parsed: unknown): ParsedFile {
  const found = readPluginPresets(parsed);
  if (found === undefined) throw badFile(texts.presetFile.outputsUnreadable);
  return { origin: 'obs', ...found };
}

function parseList(text: string): ParsedFile {
  const { presets, problems } = readUrlList(text);
  if (presets.length === 0)
    throw badFile(
      problems[0] === undefined
        ? texts.presetFile.noAddress
        : texts.presetFile.noAddressReadable(problems[0]),
    );
  return { origin: 'list', presets, problems };
}

function parseOwn(raw: object): ParsedFile {
  const version = 'version' in raw ? raw.version : undefined;
  if (typeof version === 'number' && version > PRESET_FILE_VERSION) {
    throw badFileWithAdvice(texts.presetFile.newerVersion(version, PRESET_FILE_VERSION));
  }
  const result = presetFileSchema.safeParse(raw);
  if (!result.success) {
    // The issues name the place; the value is left out.
    const place = result.error.issues[0]?.path.join('.') ?? '';
    throw badFile(texts.presetFile.damaged(place));
  }
  const presets = result.data.destinations.map((each) => {
    // Written by hand, or by another program: what Upcast writes has no secret in an address.
    const { clean, found } = takeSecretsOut(each);
    return { preset: { ...clean, serviceId: serviceOf(clean) }, ...found };
  });
  const { secrets } = result.data;
  return {
    origin: 'upcast',
    presets,
    problems: [],
    ...(secrets === undefined ? {} : { locked: { raw, sealed: secrets } }),
  };
}

/** The host tells a service that has servers of its own. The file's word counts where each user has an address of their own. */
function serviceOf({ serviceId, url }: Preset): string {
  const claimed = findService(serviceId);
  const isClaimable = claimed !== undefined && claimed.servers.length === 0;
  try {
    const found = recogniseService(parseDestinationUrl(url, '').host);
    if (isClaimable && (found === undefined || found.servers.length === 0)) return claimed.id;
    return found?.id ?? CUSTOM_SERVICE_ID;
  } catch {
    return CUSTOM_SERVICE_ID;
  }
}

/** @throws AppError `settings/wrong-passphrase`, `input/bad-file`. */
export async function unlockPresets(opened: OpenedPresets, passphrase: string): Promise<OpenedPresets> {
  const { locked, ...rest } = opened;
  if (locked === undefined) return opened;
  const secrets = await openSealed(locked.raw, locked.sealed, passphrase);
  const presets = opened.presets.map((preset, index) => ({
    ...preset,
    ...secretsOf(secrets.find((each) => each.index === index) ?? {}),
  }));
  return { ...rest, presets };
}

function badFile(message: string, cause?: unknown): AppError {
  return new AppError('input/bad-file', { message }, cause);
}

/** @param message says what to do, too. */
function badFileWithAdvice(message: string): AppError {
  return new AppError('input/bad-file', { message, hasAdvice: true });
}
