/** The proxy that the environment names: `ALL_PROXY` for every protocol, else `HTTPS_PROXY`; past it goes `NO_PROXY`. */
import { AppError, toAppError } from '../errors/app-error.ts';
import { parseProxyUrl } from './proxy.ts';
import type { ProxySettings } from './proxy.ts';
import { addressProblem } from '../text/address-problem.ts';
import { texts } from '../text/text.ts';

/** This computer: what holds for all destinations never sends its own servers through a proxy. */
export const LOOPBACK_BYPASS: readonly string[] = ['localhost', '127.0.0.0/8', '::1'];

/** @param text of `NO_PROXY`: commas, spaces or semicolons between the entries. */
export function readNoProxy(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((entry) => entry !== '');
}

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

export const PROXY_VARIABLES = ['ALL_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const;

/** Both spellings are in use; the lower one is the older. */
function read(environment: EnvironmentVariables, name: (typeof PROXY_VARIABLES)[number]): string {
  return [environment[name.toLowerCase()], environment[name]].find((each) => each?.trim()) ?? '';
}

/** What `NO_PROXY` names. */
export function noProxyOf(environment: EnvironmentVariables): readonly string[] {
  return readNoProxy(read(environment, 'NO_PROXY'));
}

/** Undefined where it names none. @throws AppError `input/bad-option` that names the variable and not its value. */
export function proxyOfEnvironment(environment: EnvironmentVariables): ProxySettings | undefined {
  const name = (['ALL_PROXY', 'HTTPS_PROXY'] as const).find((each) => read(environment, each) !== '');
  if (name === undefined) return undefined;
  try {
    const proxy = parseProxyUrl(read(environment, name));
    return { ...proxy, bypass: [...LOOPBACK_BYPASS, ...noProxyOf(environment)] };
  } catch (error) {
    const why = addressProblem(toAppError(error).details, texts.addresses) ?? texts.addresses.unreadable;
    throw new AppError('input/bad-option', { message: texts.addresses.inEnvironment(name, why) });
  }
}
