/** What a preset brings besides its server that directs a key or a connection, in sentences for the person who imports it. */
import { X509Certificate } from 'node:crypto';
import type { Preset } from '../../shared/destinations/preset-file.ts';
import { parseDestinationUrl } from '../../shared/destinations/url.ts';
import { parseProxyUrl } from '../../shared/proxy/proxy.ts';
import type { DestinationProxy } from '../../shared/proxy/proxy-schema.ts';
import { cutWhole } from '../../shared/whole-characters.ts';
import { texts } from '../../shared/text/text.ts';

const MAX_SHOWN = 120;

/** Empty for a preset that is a server alone. */
export function broughtBy(preset: Preset): readonly string[] {
  const { backupUrl, backupMode, tls, localAddress, username, proxy } = preset;
  return [
    ...(backupUrl === undefined ? [] : [backupWords(backupUrl, backupMode === 'both')]),
    ...(tls.extraAuthorityPem === undefined
      ? []
      : [texts.presetNotes.authority(subjectsOf(tls.extraAuthorityPem))]),
    ...(tls.pinnedSha256 === undefined ? [] : [texts.presetNotes.pinned(tls.pinnedSha256.slice(0, 16))]),
    ...(proxy === undefined ? [] : [proxyWords(preset, proxy)]),
    ...(localAddress === undefined ? [] : [texts.presetNotes.localAddress(shown(localAddress))]),
    ...(username === undefined ? [] : [texts.presetNotes.username(shown(username))]),
  ];
}

function backupWords(address: string, isBoth: boolean): string {
  try {
    const { host, isTls } = parseDestinationUrl(address, '');
    return isBoth ? texts.presetNotes.bothServers(host, isTls) : texts.presetNotes.backup(host, isTls);
  } catch {
    return isBoth ? texts.presetNotes.bothUnreadable : texts.presetNotes.backupUnreadable;
  }
}

/** A proxy reads what is not encrypted. */
function proxyWords({ url, backupUrl }: Preset, proxy: DestinationProxy): string {
  if (proxy.mode === 'none') return texts.presetNotes.noProxy;
  if (proxy.mode === 'system') return texts.presetNotes.systemProxy;
  const isReadable = [url, backupUrl].some((address) => address !== undefined && !isEncrypted(address));
  try {
    return texts.presetNotes.proxy(parseProxyUrl(proxy.url).host, isReadable);
  } catch {
    return texts.presetNotes.proxyUnreadable;
  }
}

function isEncrypted(address: string): boolean {
  try {
    return parseDestinationUrl(address, '').isTls;
  } catch {
    return false;
  }
}

function subjectsOf(pem: string): string {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  const subjects = blocks.map((block) => {
    try {
      return shown(new X509Certificate(block).subject.replaceAll('\n', ', '));
    } catch {
      return texts.presetNotes.authorityUnreadable;
    }
  });
  return subjects.length === 0 ? texts.presetNotes.authorityUnreadable : subjects.join('; ');
}

/** Without control characters and those that turn the direction of text. */
function shown(text: string): string {
  return cutWhole(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ''), MAX_SHOWN);
}
