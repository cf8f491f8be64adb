/** Where a redirect may lead before there is a session: anybody on the way could have written it. Pure. */
import { isPrivateAddress } from '../../../../shared/network/private-address.ts';

/**
 * @param addresses what the server's own name leads to.
 * @param mayMoveTo whether the owner of the stream lets it go to another address.
 */
export function mayAskAt(
  host: string,
  addresses: readonly string[],
  mayMoveTo: (host: string) => boolean,
): boolean {
  if (addresses.includes(host)) return true;
  if (isPrivateAddress(host) && !addresses.some(isPrivateAddress)) return false;
  return isUnicast(host) && mayMoveTo(host);
}

/** Neither for all nor for a group. */
function isUnicast(host: string): boolean {
  if (host.includes(':')) return !/^(ff[\da-f]{2}:|::$)/i.test(host);
  const first = Number(host.split('.')[0]);
  return first > 0 && first < 224;
}
