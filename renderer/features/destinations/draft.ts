/** A destination while it is edited: texts as typed, checked when it is saved. Pure. */
import type { Destination } from '../../../shared/destinations/destination.ts';
import { parsePasted } from '../../../shared/destinations/pasted-address.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { serviceOf } from '../../../shared/destinations/destination-service.ts';
import { describeError } from '../../errors/error-text.ts';

export interface DestinationDraft {
  readonly serviceId: string;
  readonly name: string;
  readonly url: string;
  /** What is being typed; empty leaves a saved key alone. */
  readonly key: string;
  readonly backupUrl: string;
  readonly backupMode: Destination['backupMode'];
  readonly username: string;
  readonly password: string;
  readonly minimumVersion: Destination['tls']['minimumVersion'];
  readonly extraAuthorityPem: string;
  readonly pinnedSha256: string;
  readonly localAddress: string;
}

export const CUSTOM_SERVICE = 'custom';

export function draftOf(destination: Destination | null): DestinationDraft {
  return {
    serviceId: destination === null ? CUSTOM_SERVICE : (serviceOf(destination)?.id ?? CUSTOM_SERVICE),
    name: destination?.name ?? '',
    url: destination?.url ?? '',
    key: '',
    backupUrl: destination?.backupUrl ?? '',
    backupMode: destination?.backupMode ?? 'failover',
    username: destination?.username ?? '',
    password: '',
    minimumVersion: destination?.tls.minimumVersion ?? 'TLSv1.2',
    extraAuthorityPem: destination?.tls.extraAuthorityPem ?? '',
    pinnedSha256: destination?.tls.pinnedSha256 ?? '',
    localAddress: destination?.localAddress ?? '',
  };
}

export type DraftProblems = Partial<Record<keyof DestinationDraft, string>>;

/** What is wrong, by field; empty when it can be saved. */
export function checkDraft(draft: DestinationDraft): DraftProblems {
  const problems: DraftProblems = {};
  const url = problemOf(() => parseDestinationUrl(draft.url, ''));
  if (url !== null) problems.url = url;
  else {
    const key = problemOf(() => parseDestinationUrl(draft.url, draft.key.trim()));
    if (key !== null) problems.key = key;
  }
  if (draft.backupUrl.trim() !== '') {
    const backup = problemOf(() => parseDestinationUrl(draft.backupUrl, ''));
    if (backup !== null) problems.backupUrl = backup;
  }
  if (
    draft.extraAuthorityPem.trim() !== '' &&
    !draft.extraAuthorityPem.includes('-----BEGIN CERTIFICATE-----')
  ) {
    problems.extraAuthorityPem =
      'This is not a certificate in PEM text: it begins with “-----BEGIN CERTIFICATE-----”.';
  }
  if (draft.pinnedSha256.trim() !== '' && !/^[0-9a-f]{64}$/.test(cleanFingerprint(draft.pinnedSha256))) {
    problems.pinnedSha256 = 'A SHA-256 fingerprint has 64 hexadecimal digits.';
  }
  return problems;
}

/** The preset to save; call it for a draft without problems. */
export function destinationOf(draft: DestinationDraft, before: Destination | null, id: string): Destination {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  const backupUrl = text(draft.backupUrl);
  const username = text(draft.username);
  const localAddress = text(draft.localAddress);
  const extraAuthorityPem = text(draft.extraAuthorityPem);
  const pinnedSha256 = text(cleanFingerprint(draft.pinnedSha256));
  const isSameService = before?.serviceId === draft.serviceId;
  return {
    id,
    name: text(draft.name) ?? parseDestinationUrl(draft.url, '').host.slice(0, 100),
    serviceId: draft.serviceId,
    url: draft.url.trim(),
    backupMode: draft.backupMode,
    isEnabled: before?.isEnabled ?? true,
    hasKey: before?.hasKey ?? false,
    hasPassword: before?.hasPassword ?? false,
    tls: {
      minimumVersion: draft.minimumVersion,
      ...(extraAuthorityPem === undefined ? {} : { extraAuthorityPem }),
      ...(pinnedSha256 === undefined ? {} : { pinnedSha256 }),
    },
    ...(isSameService && before.relayedServiceIds !== undefined
      ? { relayedServiceIds: before.relayedServiceIds }
      : {}),
    ...(backupUrl === undefined ? {} : { backupUrl }),
    ...(username === undefined ? {} : { username }),
    ...(localAddress === undefined ? {} : { localAddress }),
  };
}

/** Takes what was pasted apart; null when nothing is to be changed about it, or it is no address. */
export function takeApart(
  pasted: string,
): Pick<DestinationDraft, 'url' | 'key' | 'username' | 'password'> | null {
  try {
    const { url, key, username = '', password = '' } = parsePasted(pasted);
    const isServerAlone = key === '' && username === '' && url === pasted.trim().replace(/\/$/, '');
    return isServerAlone ? null : { url, key, username, password };
  } catch {
    // Not an address yet: it stays as it was pasted, and saving says what is wrong.
    return null;
  }
}

function cleanFingerprint(text: string): string {
  return text.replace(/[\s:]/g, '').toLowerCase();
}

function problemOf(parse: () => unknown): string | null {
  try {
    parse();
    return null;
  } catch (cause) {
    return describeError(toAppError(cause).toRecord()).title;
  }
}
