/** The options of `npm run publish`: read with the files they name, and every mistake told before anything is opened. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { splitServerSecret } from '../../../shared/destinations/server-secret.ts';
import { recogniseService } from '../../../shared/destinations/services.ts';
import { parseDestinationUrl, serverUrl } from '../../../shared/destinations/url.ts';
import type { ParsedDestination } from '../../../shared/destinations/url.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { EnvironmentVariables } from '../../../shared/proxy/proxy-environment.ts';
import { chooseProxy, readProxyOption, readProxyPassword } from '../../../shared/proxy/proxy-options.ts';
import type { PublisherOptions } from '../publisher/publisher.ts';
import { texts } from '../../../shared/text/text.ts';

/** Sending fast: enough under way to keep the socket busy. */
const FAST_HIGH_WATER_BYTES = 4 * 1024 * 1024;

export interface PublishJob {
  readonly input: string;
  readonly isFast: boolean;
  readonly publisher: PublisherOptions;
}

/** @throws AppError `input/*`, TypeError for what is no option. */
export async function readJob(args: readonly string[], variables: EnvironmentVariables): Promise<PublishJob> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      input: { type: 'string' },
      to: { type: 'string' },
      'key-file': { type: 'string' },
      'key-stdin': { type: 'boolean', default: false },
      'key-in-arguments': { type: 'boolean', default: false },
      ca: { type: 'string' },
      proxy: { type: 'string' },
      'proxy-password-file': { type: 'string' },
      fast: { type: 'boolean', default: false },
    },
  });
  const { input, to, ca, fast: isFast } = values;
  if (input === undefined || to === undefined) throw refusal(texts.options.inputAndTo);
  const keyFile = values['key-file'];
  if (keyFile !== undefined && values['key-stdin']) throw refusal(texts.options.twoKeys);
  if (input === '-' && values['key-stdin']) throw refusal(texts.options.stdinTaken);
  const isSecretAllowed = values['key-in-arguments'];
  const passwordFile = values['proxy-password-file'];
  const option = readProxyOption({
    text: values.proxy,
    hasPasswordFile: passwordFile !== undefined,
    isSecretAllowed,
  });
  const keyElsewhere = values['key-stdin']
    ? (await text(process.stdin)).trim()
    : keyFile === undefined
      ? undefined
      : (await readText(keyFile, '--key-file')).trim();
  const isEncrypted = /^rtmpt?e:/i.test(to);
  const parsed = parseDestinationUrl(isEncrypted ? to.replace(/^(rtmpt?)e:/i, '$1:') : to, keyElsewhere);
  checkAddress(parsed, keyElsewhere !== undefined, isSecretAllowed);
  const extraAuthorityPem = ca === undefined ? undefined : await readText(ca, '--ca');
  const password = passwordFile === undefined ? undefined : await readPasswordFile(passwordFile);
  const proxy = chooseProxy(option, password, variables);
  return {
    input,
    isFast,
    publisher: {
      url: isEncrypted ? parsed.tcUrl.replace(/^(rtmpt?):/, '$1e:') : parsed.tcUrl,
      streamKey: parsed.streamKey,
      username: parsed.username,
      password: parsed.password,
      proxy: proxy === 'none' ? undefined : proxy,
      tls: extraAuthorityPem === undefined ? undefined : { extraAuthorityPem },
      highWaterBytes: isFast ? FAST_HIGH_WATER_BYTES : undefined,
    },
  };
}

/** All that an error must not hold. */
export function secretsOfJob({ publisher }: PublishJob): readonly string[] {
  const { streamKey, password = '', proxy } = publisher;
  return [streamKey, password, proxy?.password ?? ''];
}

function checkAddress(parsed: ParsedDestination, hasKeyElsewhere: boolean, isSecretAllowed: boolean): void {
  const service = recogniseService(parsed.host);
  if (parsed.streamKey === '' && service !== undefined) throw refusal(texts.options.keyMissing(service.name));
  const { secret } = splitServerSecret(serverUrl(parsed));
  const hasKey = !hasKeyElsewhere && parsed.streamKey !== '';
  if (isSecretAllowed || (!hasKey && parsed.password === undefined && secret === '')) return;
  throw refusal(hasKey ? texts.options.keyInAddress : texts.options.passwordInAddressOfTool);
}

async function readText(path: string, option: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('input/bad-option', { message: texts.options.unreadable(option, path) }, error);
  }
}

async function readPasswordFile(path: string): Promise<string> {
  const password = readProxyPassword(await readText(path, '--proxy-password-file'));
  if (password === undefined) throw refusal(texts.options.noPassword('--proxy-password-file', path));
  return password;
}

function refusal(message: string): AppError {
  return new AppError('input/bad-option', { message });
}
