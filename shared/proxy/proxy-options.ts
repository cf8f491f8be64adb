/**
 * `--proxy` and `--proxy-password-file` of the command lines, and what the environment names without them. Pure: what a file
 * holds comes as text.
 */
import { AppError } from '../errors/app-error.ts';
import { parseProxyUrl } from './proxy.ts';
import type { ProxySettings } from './proxy.ts';
import { noProxyOf, proxyOfEnvironment } from './proxy-environment.ts';
import type { EnvironmentVariables } from './proxy-environment.ts';
import { texts } from '../text/text.ts';

const MAX_PASSWORD_BYTES = 255;

export interface ProxyArguments {
  /** Value of `--proxy`: an address or `none`. */
  readonly text: string | undefined;
  readonly hasPasswordFile: boolean;
  /** `--key-in-arguments`. */
  readonly isSecretAllowed: boolean;
}

/** @throws AppError `input/bad-option`, `input/bad-url`. */
export function readProxyOption({
  text,
  hasPasswordFile,
  isSecretAllowed,
}: ProxyArguments): ProxySettings | 'none' | undefined {
  if (text === undefined || text === 'none') {
    if (hasPasswordFile) refuse(texts.addresses.proxyPasswordNeedsProxy);
    return text;
  }
  const proxy = parseProxyUrl(text);
  if (hasPasswordFile && (proxy.username === undefined || proxy.password !== undefined))
    refuse(texts.addresses.proxyPasswordNeedsUsername);
  if (proxy.password !== undefined && !isSecretAllowed) refuse(texts.addresses.proxyPasswordReadable);
  return proxy;
}

/** The password in a file's text: one line, which may have spaces. Undefined where there is none. */
export function readProxyPassword(text: string): string | undefined {
  const [password = '', ...more] = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const isPassword = password !== '' && new TextEncoder().encode(password).length <= MAX_PASSWORD_BYTES;
  return isPassword && more.length === 0 ? password : undefined;
}

/** What `--proxy` says, else what the environment names; undefined where both say nothing. @throws AppError `input/bad-option`. */
export function chooseProxy(
  option: ProxySettings | 'none' | undefined,
  password: string | undefined,
  variables: EnvironmentVariables,
): ProxySettings | 'none' | undefined {
  if (option === undefined) return proxyOfEnvironment(variables);
  if (option === 'none') return option;
  return { ...option, bypass: noProxyOf(variables), ...(password === undefined ? {} : { password }) };
}

function refuse(message: string): never {
  throw new AppError('input/bad-option', { message });
}
