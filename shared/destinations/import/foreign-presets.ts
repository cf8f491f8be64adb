/**
 * Presets of others: OBS's `service.json`, and a list of addresses, one a line. Pure. The texts of problems never hold a
 * part of an address: a key could be in it.
 */
import * as z from 'zod';
import { AppError, toAppError } from '../../errors/app-error.ts';
import { secretsOf } from '../destination-secrets.ts';
import { cleanName, cutName } from '../name.ts';
import { CUSTOM_SERVICE_ID, presetSchema } from '../preset-file.ts';
import type { ImportedPreset } from '../preset-file.ts';
import { MAX_PRESETS } from '../preset-file.ts';
import { readPluginOutputs } from './multi-outputs.ts';
import type { PluginOutput } from './multi-outputs.ts';
import { isTableHead, looksLikeKey, readLabel } from '../paste/read-label.ts';
import { parsePasted } from '../paste/pasted-address.ts';
import { joinServerSecret, MAX_SERVER_SECRET_LENGTH, splitServerSecret } from '../server-secret.ts';
import { findService, recogniseService, services } from '../services.ts';
import type { Service } from '../service.ts';
import { parseDestinationUrl, serverUrl } from '../url.ts';
import { addressProblem } from '../../text/address-problem.ts';
import { texts } from '../../text/text.ts';

const obsServiceSchema = z.object({
  type: z.string().max(100),
  settings: z.object({
    service: z.string().max(200).optional(),
    server: z.string().max(2048).optional(),
    key: z.string().max(4096).optional(),
    use_auth: z.boolean().optional(),
    username: z.string().max(256).optional(),
    password: z.string().max(4096).optional(),
  }),
});

/** True for what looks like the file of an OBS profile. */
export function isObsService(parsed: unknown): boolean {
  return obsServiceSchema.safeParse(parsed).success;
}

/** @throws AppError `input/bad-file` when it is for another protocol or names no server. */
export function readObsService(parsed: unknown): ImportedPreset {
  const result = obsServiceSchema.safeParse(parsed);
  if (!result.success) throw badFile(texts.addresses.notObsService);
  const { type, settings } = result.data;
  if (type !== 'rtmp_common' && type !== 'rtmp_custom') throw badFile(texts.addresses.obsNotRtmp);
  const service = settings.service === undefined ? undefined : serviceNamed(settings.service);
  const server = serverOf(settings.server, service);
  const auth = settings.use_auth === true ? { username: settings.username, password: settings.password } : {};
  return importedOf(server, {
    name: settings.service,
    service,
    ...keyWithin(server, settings.key?.trim() ?? '', service),
    ...auth,
  });
}

/**
 * The outputs that a plug-in of OBS keeps; `undefined` for another file.
 * @throws AppError `input/bad-file` when nothing can be taken over.
 */
export function readPluginPresets(parsed: unknown): ReadList | undefined {
  const found = readPluginOutputs(parsed);
  if (found === undefined) return undefined;
  const presets: ImportedPreset[] = [];
  const problems = [...found.problems];
  for (const [index, output] of found.outputs.slice(0, MAX_PRESETS).entries()) {
    try {
      presets.push(presetOfOutput(output));
    } catch (error) {
      const where = output.name === '' ? texts.addresses.output(index + 1) : output.name;
      problems.push(texts.addresses.problemOf(where, problemIn(error)));
    }
  }
  if (found.outputs.length > MAX_PRESETS) problems.push(texts.addresses.onlyFirstOutputs(MAX_PRESETS));
  if (presets.length === 0) throw badFile(texts.addresses.noOutputs(found.plugin, problems[0]));
  return { presets, problems };
}

function presetOfOutput({ name, server, key, username, password }: PluginOutput): ImportedPreset {
  const service = recogniseService(parseDestinationUrl(server, '').host);
  return importedOf(server, { name, service, ...keyWithin(server, key.trim(), service), username, password });
}

/**
 * A server of one's own may be given whole, with the key as its last part and the key field empty: that part is kept like a key.
 * A path of one part is a server without a key.
 */
function keyWithin(
  server: string,
  key: string,
  service: Service | undefined,
): { readonly key: string; readonly server?: string } {
  // The key is in both fields: the address is shown, and the key must not stay there.
  if (looksLikeKey(key) && server.trim().replace(/\/$/, '').endsWith(`/${key}`))
    return {
      key,
      server: server
        .trim()
        .replace(/\/$/, '')
        .slice(0, -key.length - 1),
    };
  if (key !== '' || service !== undefined) return { key };
  const parsed = parseDestinationUrl(server.trim().replace(/\/+$/, ''));
  return parsed.streamKey === ''
    ? { key }
    : { key: parsed.streamKey, server: withCredentials(server, serverUrl(parsed)) };
}

/** `user:password@` stays where it was: `importedOf` reads it. */
function withCredentials(whole: string, server: string): string {
  const credentials = /^[a-z]+:\/\/([^/?#]*@)/i.exec(whole)?.[1] ?? '';
  return server.replace('://', `://${credentials}`);
}

/** OBS writes `auto` where it looks for a near server itself; the catalogue's first stands in for it. */
function serverOf(server: string | undefined, service: Service | undefined): string {
  if (server !== undefined && server.includes('://')) return server;
  const first = service?.servers[0]?.url;
  if (first === undefined)
    throw new AppError('input/bad-file', { message: texts.addresses.obsAutoServer, hasAdvice: true });
  return first;
}

/** `YouTube - RTMPS` is YouTube: a catalogue name that the other begins with, the longest first. */
function serviceNamed(name: string): Service | undefined {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = bare(name);
  // A name of signs alone would be the beginning of every other.
  if (wanted === '') return undefined;
  if (wanted.startsWith('twitter')) return findService('x');
  return services
    .filter((service) => wanted.startsWith(bare(service.name)) || bare(service.name).startsWith(wanted))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

export interface ReadList {
  readonly presets: readonly ImportedPreset[];
  readonly problems: readonly string[];
}

/** A shorter word may be a name with a year. */
const LEAST_KEY_LENGTH = 12;
/** Longest list that is looked at. */
const MAX_LINES = 1000;
/** Lines of one destination: server, key, user, password, each with its label above it at most. */
const MAX_BLOCK_LINES = 8;
/** A server, a key and a name fit; a longer line is not taken apart. */
const MAX_LINE_LENGTH = 8000;

/** `"server": …`: alone it says nothing, and its key is on another line. */
const JSON_MEMBER = /"[\w-]{1,40}"\s{0,20}:/;

/** To stand after a colon. */
function problemIn(error: unknown): string {
  const { details } = toAppError(error);
  const { message } = details;
  const words = addressProblem(details, texts.addresses) ?? message;
  return typeof words === 'string' ? words : texts.addresses.unreadable;
}

/** One address a line, `name = address` or the address alone; `#` and `;` begin a comment. */
export function readUrlList(text: string): ReadList {
  const presets: ImportedPreset[] = [];
  const problems: string[] = [];
  const lines = text.split(/\r\n|\r|\n/).map((line) => (isTableHead(line) ? '' : line));
  const blocks = readBlocks(lines);
  if (blocks !== undefined) return { presets: blocks, problems };
  if (lines.length > MAX_LINES) problems.push(texts.addresses.onlyFirstLines(MAX_LINES));
  for (const [index, line] of lines.slice(0, MAX_LINES).entries()) {
    const content = line.trim();
    if (content === '' || /^[#;]/.test(content)) continue;
    if (presets.length === MAX_PRESETS) {
      problems.push(texts.addresses.onlyFirstAddresses(MAX_PRESETS));
      break;
    }
    if (content.length > MAX_LINE_LENGTH) {
      problems.push(texts.addresses.problemOfLine(index + 1, texts.addresses.longLine));
      continue;
    }
    if (JSON_MEMBER.test(content)) {
      problems.push(texts.addresses.problemOfLine(index + 1, texts.addresses.partOfJson));
      continue;
    }
    const { name, address, key } = readRow(content) ?? splitName(content);
    if (name !== undefined && !isPlainName(name)) {
      problems.push(texts.addresses.problemOfLine(index + 1, texts.addresses.badName));
      continue;
    }
    try {
      const { url, serverSecret, backupUrl, ...found } = parsePasted(address);
      if (backupUrl !== undefined)
        problems.push(texts.addresses.problemOfLine(index + 1, texts.addresses.firstOfTwo));
      const isRowLeft = key === undefined && /[,;|]/.test(found.key);
      if (isRowLeft || (key === undefined && showsKey(name, found.key)))
        throw badFile(texts.addresses.moreThanServerAndKey);
      const server = joinServerSecret(url, serverSecret);
      const given = { ...found, key: key ?? found.key };
      // A slash behind the key makes it a part of the server, which is shown.
      const within = given.key === '' ? keyWithin(server, '', undefined) : undefined;
      const moved = looksLikeKey(within?.key ?? '') ? within : undefined;
      presets.push(importedOf(server, { name, service: undefined, ...given, ...moved }));
    } catch (error) {
      problems.push(texts.addresses.problemOfLine(index + 1, problemIn(error)));
    }
  }
  return { presets, problems };
}

/** Destinations with empty lines between them, each of a server and its key on lines of their own; undefined where one is none. */
function readBlocks(lines: readonly string[]): readonly ImportedPreset[] | undefined {
  const blocks: string[][] = [[]];
  for (const line of lines.slice(0, MAX_LINES)) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  const whole = readBlock(lines);
  if (whole !== undefined) return [whole];
  const filled = blocks.filter((block) => block.some((line) => !/^\s*[#;]/.test(line)));
  if (filled.length < 2 || filled.length > MAX_PRESETS || lines.length > MAX_LINES) return undefined;
  const read = filled.map(readNamedBlock);
  return read.every((each) => each !== undefined) ? read : undefined;
}

/** A name may stand above the server. */
function readNamedBlock(lines: readonly string[]): ImportedPreset | undefined {
  const [first = '', ...others] = lines;
  const name = first.trim().replace(/[:：]$/, '');
  const isName = !name.includes('://') && !looksLikeKey(name) && isPlainName(name);
  const rest = isName ? readBlock(others) : undefined;
  if (rest === undefined) return readBlock(lines);
  return { ...rest, preset: { ...rest.preset, name: cutName(cleanName(name)) } };
}

/**
 * A server and its key on lines of their own, as a page shows them and people save them: one destination. Undefined for a list, and for
 * lines that leave the key open.
 */
function readBlock(lines: readonly string[]): ImportedPreset | undefined {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^[#;]/.test(line));
  if (filled.length < 2 || filled.length > MAX_BLOCK_LINES) return undefined;
  if (filled.filter((line) => line.includes('://')).length !== 1) return undefined;
  if (filled.some((line) => line.length > MAX_LINE_LENGTH || JSON_MEMBER.test(line))) return undefined;
  try {
    const { url, serverSecret, backupUrl: _none, ...found } = parsePasted(filled.join('\n'));
    if (found.key === '') return undefined;
    return importedOf(joinServerSecret(url, serverSecret), { name: undefined, service: undefined, ...found });
  } catch {
    // Line by line then: what is wrong is said of its line.
    return undefined;
  }
}

/**
 * A row of a table: server and key, or name, server and key. Undefined for a line with another number of cells, and where the
 * address holds its key, which may itself hold the sign between cells.
 */
function readRow(line: string): { name: string | undefined; address: string; key: string } | undefined {
  const [separator] = [',', ';', '|', '\t'].filter((sign) => line.includes(sign));
  if (separator === undefined) return undefined;
  const cells = line.split(separator).map((cell) => cell.trim().replace(/^"([^"]*)"$/, '$1'));
  const [key = '', address = '', name, ...more] = cells.toReversed();
  const isRow = more.length === 0 && /^[a-z]+:\/\/[^\s"]+$/i.test(address) && /^[^\s"]+$/.test(key);
  // Columns in another order: the name would show the key.
  const isSwapped = name !== undefined && looksLikeKey(name) && !looksLikeKey(key);
  if (!isRow || isSwapped || key.includes('://')) return undefined;
  try {
    const { key: own, serverSecret } = parsePasted(address);
    return own === '' && serverSecret === undefined ? { name, address, key } : undefined;
  } catch {
    return undefined;
  }
}

/** An address has `=` in its queries: a name ends before the scheme. */
function splitName(line: string): {
  readonly name: string | undefined;
  readonly address: string;
  readonly key?: undefined;
} {
  const end = line.indexOf('=');
  const name = line.slice(0, Math.max(end, 0)).trimEnd();
  const address = line.slice(end + 1).trimStart();
  const isNamed = end !== -1 && !name.includes('://') && /^[a-z]+:\/\//i.test(address);
  return isNamed ? { name, address } : { name: undefined, address: line };
}

/** A key may stand before an address too; a name is shown. */
function isPlainName(name: string): boolean {
  return (
    !/["{}:：]/.test(name) &&
    readLabel(name.split(/\s+/)[0] ?? '')?.kind !== 'key' &&
    readLabel(name) === undefined
  );
}

/** A key in the place of the name: one word, as long as keys are, beside an address without such a key. */
function showsKey(name: string | undefined, key: string): boolean {
  const words = name?.split(/\s+/) ?? [];
  return !looksLikeKey(key) && words.some((word) => word.length >= LEAST_KEY_LENGTH && looksLikeKey(word));
}

interface Found {
  /** In place of the server that was given, where the key was cut off. */
  readonly server?: string;
  readonly name: string | undefined;
  readonly service: Service | undefined;
  readonly key: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

function importedOf(given: string, found: Found): ImportedPreset {
  const server = found.server ?? given;
  const parsed = parseDestinationUrl(server, '');
  const key = parseDestinationUrl(server, found.key).streamKey;
  const service = found.service ?? recogniseService(parsed.host);
  const username = found.username ?? parsed.username;
  const password = found.password ?? parsed.password;
  const name = (found.name ?? '').trim();
  const { url, secret: serverSecret } = splitServerSecret(serverUrl(parsed));
  const preset = presetSchema.safeParse({
    name: cutName(name === '' ? (service?.name ?? parsed.host) : name),
    serviceId: service?.id ?? CUSTOM_SERVICE_ID,
    url,
    ...(username === undefined || username === '' ? {} : { username }),
  });
  if (!preset.success || serverSecret.length > MAX_SERVER_SECRET_LENGTH)
    throw badFile(texts.addresses.longValue);
  return { preset: preset.data, ...secretsOf({ key, password, serverSecret }) };
}

function badFile(message: string): AppError {
  return new AppError('input/bad-file', { message });
}
