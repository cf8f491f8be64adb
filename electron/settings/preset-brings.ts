/** What a preset brings besides its server that directs a key or a connection, in sentences for the person who imports it. */
import { X509Certificate } from 'node:crypto';
import type { Preset } from '../../shared/destinations/preset-file.ts';
import { parseDestinationUrl } from '../../shared/destinations/url.ts';
import { parseProxyUrl } from '../../shared/proxy/proxy.ts';
import type { DestinationProxy } from '../../shared/proxy/proxy.ts';

const MAX_SHOWN = 120;

/** Empty for a preset that is a server alone. */
export function broughtBy(preset: Preset): readonly string[] {
  const { backupUrl, backupMode, tls, localAddress, username, proxy } = preset;
  return [
    ...(backupUrl === undefined ? [] : [backupWords(backupUrl, backupMode === 'both')]),
    ...(tls.extraAuthorityPem === undefined
      ? []
      : [`Trusts one more certificate authority: ${subjectsOf(tls.extraAuthorityPem)}.`]),
    ...(tls.pinnedSha256 === undefined
      ? []
      : [`Accepts one certificate alone: ${tls.pinnedSha256.slice(0, 16)}….`]),
    ...(proxy === undefined ? [] : [proxyWords(preset, proxy)]),
    ...(localAddress === undefined ? [] : [`Sends from ${shown(localAddress)}.`]),
    ...(username === undefined ? [] : [`Signs in as ${shown(username)}.`]),
  ];
}

function backupWords(address: string, isBoth: boolean): string {
  const when = isBoth ? 'Also sent to' : 'Backup:';
  try {
    const { host, isTls } = parseDestinationUrl(address, '');
    return `${when} ${host}, with the same key${isTls ? '' : ', not encrypted'}.`;
  } catch {
    return `${when} an address that cannot be read.`;
  }
}

/** A proxy reads what is not encrypted. */
function proxyWords({ url, backupUrl }: Preset, proxy: DestinationProxy): string {
  if (proxy.mode === 'none') return 'Goes without the proxy that is set for all destinations.';
  if (proxy.mode === 'system') return 'Goes through the system’s proxy.';
  const isReadable = [url, backupUrl].some((address) => address !== undefined && !isEncrypted(address));
  const risk = isReadable ? ', which could read the key' : '';
  try {
    return `Goes through the proxy ${parseProxyUrl(proxy.url).host}${risk}.`;
  } catch {
    return 'Goes through a proxy whose address cannot be read.';
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
      return 'one that cannot be read';
    }
  });
  return subjects.length === 0 ? 'one that cannot be read' : subjects.join('; ');
}

/** Without control characters and those that turn the direction of text. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').slice(0, MAX_SHOWN);
}
