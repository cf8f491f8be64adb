/** The proxy that the environment names: `ALL_PROXY` for every protocol, else `HTTPS_PROXY`; past it goes `NO_PROXY`. */
import { AppError, toAppError } from '../errors/app-error.ts';
import { parseProxyUrl } from './proxy.ts';
import type { ProxySettings } from './proxy.ts';

/** This computer: what holds for all destinations never sends its own servers through a proxy. */
export const LOOPBACK_BYPASS: readonly string[] = ['localhost', '127.0.0.0/8', '::1'];

/** @param text of `NO_PROXY`: commas, spaces or semicolons between the entries. */
export function readNoProxy(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((entry) => entry !== '');
}

/** Undefined where it names none. @throws AppError `input/bad-option` that names the variable and not its value. */
export function proxyOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): ProxySettings | undefined {
  // Both spellings are in use; the lower one is the older.
  const read = (name: string): string =>
    [environment[name.toLowerCase()], environment[name]].find((each) => each?.trim()) ?? '';
  const name = ['ALL_PROXY', 'HTTPS_PROXY'].find((each) => read(each) !== '');
  if (name === undefined) return undefined;
  try {
    return {
      ...parseProxyUrl(read(name)),
      bypass: [...LOOPBACK_BYPASS, ...readNoProxy(read('NO_PROXY'))],
    };
  } catch (error) {
    const why = String(toAppError(error).details['message']);
    throw new AppError('input/bad-option', { message: `${name} in the environment: ${why}` });
  }
}
