/** Which change of a destination may keep its saved secrets: one that leads them to no other server. */
import { createHash } from 'node:crypto';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { secretNames, secretsOf } from '../../../shared/destinations/destination-secrets.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import type { DestinationSecrets } from '../../../shared/destinations/destination-secrets.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { isReadByNewProxy, isSameProxy } from '../proxy/default-proxy.ts';

/** What the person typed: an empty one removes what was kept. */
export type TypedSecrets = {
  readonly [Name in keyof DestinationSecrets]?: DestinationSecrets[Name] | undefined;
};

/** A saved secret stays with its servers: for another one, a person types it anew. @throws AppError `settings/key-of-other-server`. */
export function refuseToRedirect(
  old: Destination,
  kept: DestinationSecrets,
  now: Destination,
  typed: TypedSecrets,
): void {
  const isKept =
    (kept.key !== undefined && typed.key === undefined) ||
    (kept.password !== undefined && typed.password === undefined);
  const known = serversOf(old);
  const isSame =
    serversOf(now).every((server) => known.includes(server)) &&
    old.tls.extraAuthorityPem === now.tls.extraAuthorityPem &&
    old.tls.pinnedSha256 === now.tls.pinnedSha256;
  if (isKept && !isSame) throw withReason('settings/key-of-other-server', 'keyOfOtherServer');
  const isAnyKept = secretNames.some(
    (name) => name !== 'proxyPassword' && kept[name] !== undefined && typed[name] === undefined,
  );
  if (isAnyKept && isReadByNewProxy(serversOf(now), old.proxy, now.proxy))
    throw withReason('settings/key-of-other-server', 'keyReadByProxy');
}

/** A destination whose addresses hold no secret, and its secrets. */
export interface Apart {
  readonly clean: Destination;
  readonly secrets: DestinationSecrets;
}

/** The secrets that hold for the destination as it is now. */
export function stillValid(old: Apart, now: Destination): DestinationSecrets {
  const { serverSecret, backupSecret, proxyPassword, ...others } = old.secrets;
  return {
    ...others,
    ...(old.clean.url === now.url ? secretsOf({ serverSecret }) : {}),
    ...(old.clean.backupUrl === now.backupUrl ? secretsOf({ backupSecret }) : {}),
    ...(isSameProxy(old.clean.proxy, now.proxy) ? secretsOf({ proxyPassword }) : {}),
  };
}

/** Names all that directs a secret: the same after the destination was renamed, switched off, or read from the file again. */
export function markOf({ url, backupUrl, tls, proxy }: Destination): string {
  const { extraAuthorityPem, pinnedSha256 } = tls;
  const own = proxy?.mode === 'own' ? [proxy.url, proxy.username] : [];
  const directing = [url, backupUrl, extraAuthorityPem, pinnedSha256, proxy?.mode, ...own];
  return createHash('sha256').update(JSON.stringify(directing)).digest('base64');
}

function serversOf({ url, backupUrl }: Destination): readonly string[] {
  return [url, backupUrl]
    .filter((address) => address !== undefined)
    .map((address) => {
      try {
        const { scheme, host, port } = parseDestinationUrl(address, '');
        return `${scheme}://${host}:${port}`;
      } catch {
        // An imported file may hold what is no address: it is the same as itself alone, and can be corrected.
        return address;
      }
    });
}
