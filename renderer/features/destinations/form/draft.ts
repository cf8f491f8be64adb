/** A destination while it is edited: texts as typed, checked when it is saved. Pure. */
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { parsePasted } from '../../../../shared/destinations/paste/pasted-address.ts';
import type { PastedAddress } from '../../../../shared/destinations/paste/pasted-address.ts';
import { looksLikeKey } from '../../../../shared/destinations/paste/read-label.ts';
import { SERVER_SECRET, splitServerSecret } from '../../../../shared/destinations/server-secret.ts';
import { parseProxyUrl } from '../../../../shared/proxy/proxy.ts';
import { cutName, isCleanName } from '../../../../shared/destinations/name.ts';
import { isBackupWeaker, parseDestinationUrl } from '../../../../shared/destinations/url.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import { serviceOf } from '../../../../shared/destinations/destination-service.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { texts } from '../../../../shared/text/text.ts';

/** A saved secret part of an address is to be taken away. */
export const REMOVED: unique symbol = Symbol('removed');
/** Empty leaves a saved one alone. */
export type SecretPart = string | typeof REMOVED;

export interface DestinationDraft {
  readonly serviceId: string;
  readonly name: string;
  readonly url: string;
  /** What is being typed; empty leaves a saved key alone. */
  readonly key: string;
  /** The secret rest of the address. */
  readonly serverSecret: SecretPart;
  readonly backupUrl: string;
  readonly backupSecret: SecretPart;
  readonly backupMode: Destination['backupMode'];
  /** The backup gets the key without encryption, although the first server is encrypted. */
  readonly mayBackupBePlain: boolean;
  readonly username: string;
  readonly password: string;
  readonly minimumVersion: Destination['tls']['minimumVersion'];
  readonly extraAuthorityPem: string;
  readonly pinnedSha256: string;
  readonly localAddress: string;
  readonly proxyMode: 'default' | 'none' | 'system' | 'own';
  readonly proxyUrl: string;
  readonly proxyUsername: string;
  readonly proxyPassword: string;
}

export const CUSTOM_SERVICE = 'custom';

export function draftOf(destination: Destination | undefined): DestinationDraft {
  const own = destination?.proxy?.mode === 'own' ? destination.proxy : undefined;
  return {
    serviceId: destination === undefined ? CUSTOM_SERVICE : (serviceOf(destination)?.id ?? CUSTOM_SERVICE),
    name: destination?.name ?? '',
    url: destination?.url ?? '',
    key: '',
    serverSecret: '',
    backupUrl: destination?.backupUrl ?? '',
    backupSecret: '',
    backupMode: destination?.backupMode ?? 'failover',
    // Who saved it so was asked then.
    mayBackupBePlain: destination !== undefined && isBackupWeaker(destination),
    username: destination?.username ?? '',
    password: '',
    minimumVersion: destination?.tls.minimumVersion ?? 'TLSv1.2',
    extraAuthorityPem: destination?.tls.extraAuthorityPem ?? '',
    pinnedSha256: destination?.tls.pinnedSha256 ?? '',
    localAddress: destination?.localAddress ?? '',
    proxyMode: destination?.proxy?.mode ?? 'default',
    proxyUrl: own?.url ?? '',
    proxyUsername: own?.username ?? '',
    proxyPassword: '',
  };
}

export type DraftProblems = Partial<Record<keyof DestinationDraft, string>>;

/** What is wrong, by field; empty when it can be saved. */
export function checkDraft(draft: DestinationDraft): DraftProblems {
  const problems: DraftProblems = {};
  if (!isCleanName(draft.name.trim())) problems.name = texts.security.nameHasInvisible;
  const url = problemOf(() => parseDestinationUrl(draft.url, ''));
  if (url !== undefined) problems.url = url;
  else {
    const key = problemOf(() => parseDestinationUrl(draft.url, draft.key.trim()));
    if (key !== undefined) problems.key = key;
  }
  if (draft.backupUrl.trim() !== '') {
    const backup = problemOf(() => parseDestinationUrl(draft.backupUrl, ''));
    if (backup !== undefined) problems.backupUrl = backup;
    else if (isBackupWeaker(draft) && !draft.mayBackupBePlain)
      problems.backupUrl = texts.security.backupIsWeaker;
  }
  for (const name of ['serverSecret', 'backupSecret'] as const) {
    const secret = draft[name];
    if (secret !== REMOVED && secret.trim() !== '' && !SERVER_SECRET.test(secret.trim())) {
      problems[name] = texts.destinationForm.badSecretPart;
    }
  }
  if (
    draft.extraAuthorityPem.trim() !== '' &&
    !draft.extraAuthorityPem.includes('-----BEGIN CERTIFICATE-----')
  ) {
    problems.extraAuthorityPem = texts.destinationForm.badAuthority;
  }
  if (draft.proxyMode === 'own') {
    const proxy = problemOf(() => parseProxyUrl(draft.proxyUrl));
    if (proxy !== undefined) problems.proxyUrl = proxy;
  }
  if (draft.pinnedSha256.trim() !== '' && !/^[0-9a-f]{64}$/.test(cleanFingerprint(draft.pinnedSha256))) {
    problems.pinnedSha256 = texts.destinationForm.badPin;
  }
  return problems;
}

/** The preset to save; call it for a draft without problems. */
export function destinationOf(
  draft: DestinationDraft,
  before: Destination | undefined,
  id: string,
): Destination {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  const backupUrl = text(draft.backupUrl);
  const username = text(draft.username);
  const localAddress = text(draft.localAddress);
  const extraAuthorityPem = text(draft.extraAuthorityPem);
  const pinnedSha256 = text(cleanFingerprint(draft.pinnedSha256));
  const isSameService = before?.serviceId === draft.serviceId;
  return {
    id,
    name: text(draft.name) ?? cutName(parseDestinationUrl(draft.url, '').host),
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
    ...proxyOf(draft),
  };
}

function proxyOf({ proxyMode, proxyUrl, proxyUsername }: DestinationDraft): Pick<Destination, 'proxy'> {
  if (proxyMode === 'default') return {};
  if (proxyMode !== 'own') return { proxy: { mode: proxyMode } };
  const username = proxyUsername.trim();
  return { proxy: { mode: 'own', url: proxyUrl.trim(), ...(username === '' ? {} : { username }) } };
}

/** What was typed of the secrets, for main: undefined leaves what is saved, an empty one takes it away. */
export function secretsOfDraft(
  draft: DestinationDraft,
): Record<'key' | 'password' | 'serverSecret' | 'backupSecret' | 'proxyPassword', string | undefined> {
  const typed = (text: string): string | undefined => (text === '' ? undefined : text);
  const rest = (part: SecretPart): string | undefined => (part === REMOVED ? '' : typed(part.trim()));
  return {
    key: typed(draft.key.trim()),
    password: typed(draft.password),
    serverSecret: rest(draft.serverSecret),
    backupSecret: rest(draft.backupSecret),
    proxyPassword: draft.proxyMode === 'own' ? typed(draft.proxyPassword) : undefined,
  };
}

/**
 * What a paste into the address field means: `plain` stays as it was pasted, `changes` go to their fields, `refused` is told
 * and nothing of it is kept, since a key could be in it.
 */
export type Paste =
  | { readonly type: 'plain' }
  | { readonly type: 'changes'; readonly changes: Partial<DestinationDraft> }
  | { readonly type: 'refused'; readonly reason: string };

/** Where there is a key already, one address is not searched for another key: only its secret part moves. */
export function readPaste(pasted: string, hasKey: boolean): Paste {
  const text = pasted.trim();
  const isOneWord = !/\s/.test(text);
  if (hasKey && isOneWord) {
    const { url, secret } = splitServerSecret(pasted);
    return secret === '' ? { type: 'plain' } : { type: 'changes', changes: { url, serverSecret: secret } };
  }
  if (isOneWord && !text.includes('://') && !text.startsWith('{')) {
    // A part of an address stays as it was typed, and saving says what is wrong.
    if (!looksLikeKey(text) || isPartOfAddress(text)) return { type: 'plain' };
    return { type: 'refused', reason: texts.destinationForm.noAddress };
  }
  let found: PastedAddress;
  try {
    found = parsePasted(pasted);
  } catch (cause) {
    return { type: 'refused', reason: describeError(toAppError(cause).toRecord()).title };
  }
  const { url, key, serverSecret, username, password, backupUrl, backupSecret } = found;
  const isServerAlone = key === '' && username === undefined && url === text.replace(/\/$/, '');
  if (isServerAlone) return { type: 'plain' };
  return {
    type: 'changes',
    changes: {
      url,
      // A server that was copied without its key leaves the key that is there.
      ...(key === '' ? {} : { key }),
      ...(serverSecret === undefined ? {} : { serverSecret }),
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      ...(backupUrl === undefined ? {} : { backupUrl }),
      ...(backupSecret === undefined ? {} : { backupSecret }),
    },
  };
}

/** A path, or a host with a dot, a port or brackets. */
export function isPartOfAddress(text: string): boolean {
  return /^\/|^\[[0-9a-f:.]+\]|^[a-z0-9-]+(?:(?:\.[a-z0-9-]+)+(?::\d+)?|:\d+)(?:\/|$)/i.test(text);
}

/** Names what was moved to other fields; undefined where nothing was. */
export function describeMove(changes: Partial<DestinationDraft>): string | undefined {
  const { key = '', serverSecret, username, password, backupUrl } = changes;
  const moved = [
    ...(key === '' ? [] : [texts.destinationForm.fieldNames.key]),
    ...(serverSecret === undefined || serverSecret === REMOVED
      ? []
      : [texts.destinationForm.fieldNames.serverSecret]),
    ...(username === undefined ? [] : [texts.destinationForm.fieldNames.username]),
    ...(password === undefined ? [] : [texts.destinationForm.fieldNames.password]),
    ...(backupUrl === undefined ? [] : [texts.destinationForm.fieldNames.backupUrl]),
  ];
  return moved.length === 0 ? undefined : texts.destinationForm.moved(moved);
}

function cleanFingerprint(text: string): string {
  return text.replace(/[\s:]/g, '').toLowerCase();
}

function problemOf(parse: () => unknown): string | undefined {
  try {
    parse();
    return undefined;
  } catch (cause) {
    return describeError(toAppError(cause).toRecord()).title;
  }
}
