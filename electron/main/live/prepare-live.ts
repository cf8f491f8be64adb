/**
 * Reads what the options of `live` name (keys, an authority, presets) and makes destinations of it, before anything is
 * captured or connected. A key read here goes to the engine and nowhere else.
 */
import { createReadStream } from 'node:fs';
import { access, readFile, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { destinationSchema, secretFlags } from '../../../shared/destinations/destination.ts';
import { secretsOf } from '../../../shared/destinations/destination-secrets.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import type { EnvironmentVariables } from '../../../shared/proxy/proxy-environment.ts';
import { chooseProxy, readProxyPassword } from '../../../shared/proxy/proxy-options.ts';
import type { ImportedPage } from '../../../shared/obs-collection/page-secrets.ts';
import { encodingOf } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import type { DestinationStore } from '../destinations/destination-store.ts';
import { LineReader } from './line-reader.ts';
import { STANDARD_INPUT } from './live-arguments.ts';
import { openLiveDocument } from './live-document.ts';
import { importLines } from './live-text.ts';
import { parseLiveOptions } from './options.ts';
import type { LiveOptions, LiveTarget } from './options.ts';
import { texts } from '../../../shared/text/text.ts';

/** The options, with what was read for them before anything is started. */
export interface PreparedLive extends LiveOptions {
  /** Of the run: nothing of it is saved. */
  readonly document: StudioDocument;
  /** Browser pages of the document that an imported collection brought. */
  readonly importedPages: readonly ImportedPage[];
  /** Of `--command`. */
  readonly commandLines: LineReader | undefined;
}

export type OpenedLive = LiveOptions & Pick<PreparedLive, 'document' | 'importedPages'>;

/** Says on standard error what became of an imported collection. @throws AppError `input/...` */
export function openLive(args: readonly string[]): OpenedLive {
  const options = parseLiveOptions(args);
  const { document, importReport, importedPages } = openLiveDocument(options);
  for (const line of importLines(importReport)) process.stderr.write(`${line}\n`);
  return { ...options, document, importedPages };
}

/** Of Chromium's fake camera, where the options ask for one. */
export function fakeDevicesFps({ hasFakeDevices, document }: OpenedLive): number | undefined {
  return hasFakeDevices ? encodingOf(document).fps : undefined;
}

/** Reads what stands in the files that the options name and on standard input. @throws AppError `input/bad-file` */
export async function readLiveFiles(options: OpenedLive): Promise<PreparedLive> {
  await checkLiveFiles(options);
  // Keys first, commands behind them.
  const input = new LineReader(process.stdin);
  const targets = await withStdinKeys(options.targets, input);
  return { ...options, targets, commandLines: openCommandLines(options, input) };
}

/** A key is one line; a file larger than this is a mistake. */
const MAXIMUM_KEY_BYTES = 4096;

/**
 * The same targets with the keys that stand on standard input, one a line, in the order of their `--key-stdin`. Reads only
 * those lines, and none when there is no key. @throws AppError `input/bad-file`.
 */
async function withStdinKeys(
  targets: readonly LiveTarget[],
  input: LineReader,
): Promise<readonly LiveTarget[]> {
  const keyed: LiveTarget[] = [];
  for (const target of targets) {
    if (target.isKeyFromStdin === true) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      const line = await input.next(MAXIMUM_KEY_BYTES);
      const text = line === undefined || line.isTooLong ? '' : line.text;
      keyed.push({ ...target, key: checkedKey('--key-stdin', texts.options.standardInput, text) });
    } else keyed.push(target);
  }
  return keyed;
}

/** @param input what `-` stands for. */
function openCommandLines(
  { commandFile }: Pick<LiveOptions, 'commandFile'>,
  input: LineReader,
): LineReader | undefined {
  if (commandFile === undefined || commandFile === STANDARD_INPUT)
    return commandFile === undefined ? undefined : input;
  return new LineReader(createReadStream(commandFile));
}

/** Everything that can be wrong with the files that the options name. @throws AppError `input/bad-file`. */
export async function checkLiveFiles(options: LiveOptions): Promise<void> {
  for (const { keyFile } of options.targets) if (keyFile !== undefined) await readKey(keyFile);
  if (options.authorityFile !== undefined) await readAuthority(options.authorityFile);
  if (options.proxyPasswordFile !== undefined) await readPasswordFile(options.proxyPasswordFile);
  if (options.sourceFile !== undefined) await needReadable('--source file:', options.sourceFile);
  if (options.commandFile !== undefined && options.commandFile !== STANDARD_INPUT)
    await needReadable('--command', options.commandFile);
  for (const [name, path] of [
    ['--record', options.recordFile],
    ['--stats', options.statsFile],
  ] as const) {
    if (path !== undefined) await needFolder(name, path);
  }
}

/** @throws AppError `input/bad-file`, `input/bad-option` for an unknown preset, `settings/no-key`. */
export async function prepareDestinations(
  options: LiveOptions,
  destinationStore: DestinationStore,
  register: SecretRegister,
  proxyVariables: EnvironmentVariables,
): Promise<readonly DestinationWithSecrets[]> {
  const extraAuthorityPem =
    options.authorityFile === undefined ? undefined : await readAuthority(options.authorityFile);
  const tls = extraAuthorityPem === undefined ? {} : { extraAuthorityPem };
  const forAll = await proxyForAll(options, proxyVariables);
  if (forAll !== undefined && forAll !== 'none') register.add(forAll.password ?? '');
  const typed = await Promise.all(
    options.targets.map(async (target, index) => {
      const destination = await typedDestination(target, index, tls);
      return { ...destination, ...(await destinationStore.defaultProxy.routeOf(destination, forAll)) };
    }),
  );
  const saved = options.presets.map(async (name) => {
    const found = destinationStore.view().destinations.find((destination) => destination.name === name);
    if (found === undefined)
      throw new AppError('input/bad-option', { message: texts.options.presetUnknown(name) });
    const preset = await destinationStore.withSecrets(found.id, forAll);
    return { ...preset, tls: { ...preset.tls, ...tls } };
  });
  const destinations = [...typed, ...(await Promise.all(saved))];
  for (const each of destinations) register.addAll(each);
  return destinations;
}

async function proxyForAll(
  { proxy, proxyPasswordFile }: LiveOptions,
  variables: EnvironmentVariables,
): Promise<ProxySettings | 'none' | undefined> {
  const password = proxyPasswordFile === undefined ? undefined : await readPasswordFile(proxyPasswordFile);
  return chooseProxy(proxy, password, variables);
}

async function readPasswordFile(path: string): Promise<string> {
  const password = readProxyPassword(await readSmall('--proxy-password-file', path, MAXIMUM_KEY_BYTES));
  if (password === undefined) throw bad('noPassword', '--proxy-password-file', path);
  return password;
}

async function typedDestination(
  target: LiveTarget,
  index: number,
  tls: { readonly extraAuthorityPem?: string },
): Promise<DestinationWithSecrets> {
  const key = target.keyFile === undefined ? target.key : await readKey(target.keyFile);
  const { host } = parseDestinationUrl(target.url, '');
  const destination = destinationSchema.parse({
    id: `live-${index + 1}`,
    name: host,
    serviceId: 'custom',
    url: target.url,
    isEnabled: true,
    ...(target.username === undefined ? {} : { username: target.username }),
    ...secretFlags({ ...target, key }),
    tls,
  });
  return { ...destination, ...secretsOf(target), key };
}

async function readKey(path: string): Promise<string> {
  const text = await readSmall('--key-file', path, MAXIMUM_KEY_BYTES);
  return checkedKey('--key-file', path, text);
}

function checkedKey(option: string, source: string, text: string): string {
  const key = text.trim();
  if (key === '' || /\s/.test(key) || key.length > MAXIMUM_KEY_BYTES) throw bad('noKey', option, source);
  return key;
}

async function readAuthority(path: string): Promise<string> {
  const text = await readSmall('--ca', path, 64_000);
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw bad('noCertificate', '--ca', path);
  return text;
}

async function readSmall(option: string, path: string, maximumBytes: number): Promise<string> {
  await needReadable(option, path);
  const data = await readFile(path);
  if (data.length > maximumBytes) throw bad('tooLarge', option, path);
  return data.toString('utf8');
}

async function needReadable(option: string, path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    throw bad('unreadable', option, path, error);
  }
}

async function needFolder(option: string, path: string): Promise<void> {
  try {
    await access(dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw bad('folderReadOnly', option, path, error);
  }
}

type FileFault = 'noPassword' | 'noKey' | 'noCertificate' | 'tooLarge' | 'unreadable' | 'folderReadOnly';

function bad(fault: FileFault, option: string, path: string, cause?: unknown): AppError {
  return new AppError('input/bad-file', { message: texts.options[fault](option, path) }, cause);
}
