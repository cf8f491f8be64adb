/**
 * What is wrong with the address or key of a server, or with the address of a proxy: the closed list of `details.reason` of `input/bad-url` and
 * `input/bad-key`. The words are `addresses` of each catalogue.
 */
import { AppError } from './app-error.ts';

const addressProblems = [
  'askForRtmp',
  'insecure',
  'webPage',
  'empty',
  'hasSpace',
  'badScheme',
  'hashBehindHost',
  'noApplication',
  'unreadableHost',
  'noHost',
  'badPassword',
  'badPort',
  'badIpv6',
  'badHost',
  'longHost',
  'longApplication',
  'longKey',
  'badKey',
  'proxyTls',
  'proxySocks4',
  'proxyScheme',
  'proxyUnreadable',
  'proxyPort',
  'proxyCredentials',
] as const;

export type AddressProblem = (typeof addressProblems)[number];

const known: ReadonlySet<unknown> = new Set(addressProblems);

export function isAddressProblem(value: unknown): value is AddressProblem {
  return known.has(value);
}

/** @param protocol that the address names, where the words say it. */
export function badAddress(
  problem: AddressProblem,
  { protocol, cause }: { readonly protocol?: string; readonly cause?: unknown } = {},
): AppError {
  const details = protocol === undefined ? {} : { protocol };
  return new AppError('input/bad-url', { ...details, reason: problem }, cause);
}
