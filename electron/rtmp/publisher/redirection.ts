/**
 * The one rule for all that a server says about where to go: a redirect of connect, one of publish, a reconnect request
 * (rtmp-reference §6.8). Never to another host unasked, never from TLS to plain, never into an HTTP tunnel or to UDP, past a proxy; `dial` keeps a public
 * server from sending anybody to private addresses. Pure.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import { MAX_MOVED_URL_LENGTH, mayMoveTo } from '../../../shared/destinations/moved-host.ts';
import type { SameService } from '../../../shared/destinations/moved-host.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { resolveReconnectUrl } from '../session/reconnect-url.ts';
import { readTarget } from './target.ts';
import type { Target } from './target.ts';

/** What the owner of a destination typed and allowed. */
export interface Ownership {
  readonly own: Target;
  readonly trustedHosts: readonly string[];
  readonly isSameService: SameService;
}

/** A server wants the stream at a host that the owner has not allowed. `isPrivate`: it is not to be allowed either. */
export function movedElsewhere(server: string, host: string, isPrivate = false): AppError {
  const where = isPrivate ? `${host}, an address of a private network` : host;
  const message = `${server} wants to send this stream to ${where}`;
  return new AppError('rtmp/moved-elsewhere', { message, server, host, ...(isPrivate ? { isPrivate } : {}) });
}

function unusable(message: string): AppError {
  return new AppError('rtmp/connect-rejected', { message });
}

/**
 * Where a server's words lead from the address in use.
 * @param named an address, absolute or relative; undefined is the address in use.
 * @throws AppError `rtmp/moved-elsewhere`; `rtmp/connect-rejected` for what cannot be read or is weaker than what is in use.
 */
export function followServer(current: Target, named: string | undefined, ownership: Ownership): Target {
  if (named !== undefined && named.length > MAX_MOVED_URL_LENGTH) {
    throw unusable('the server named an address that is too long; refused');
  }
  const url = resolveReconnectUrl(current.tcUrl, named);
  if (url === undefined) {
    throw unusable('the server named an address that cannot be read or that would leave TLS; refused');
  }
  let target: Target;
  try {
    target = readTarget(url, current.streamKey);
  } catch (error) {
    throw new AppError(
      'rtmp/connect-rejected',
      { message: 'the server named an address that cannot be read; refused' },
      error,
    );
  }
  const { own, trustedHosts, isSameService } = ownership;
  if (target.isTunnel && !own.isTunnel) {
    throw unusable('the server named an address that would leave for an HTTP tunnel; refused');
  }
  if (target.scheme === 'rtmfp' && own.scheme !== 'rtmfp') {
    throw unusable('the server named an address that would leave for RTMFP; refused');
  }
  if (!mayMoveTo(target.host, own.host, trustedHosts, isSameService))
    throw movedElsewhere(own.host, target.host);
  return target;
}

/**
 * The same for a redirect of `publish`, which may name the stream as well: the last part of a path of several, unless the path
 * is the application in use.
 * @throws AppError as `followServer` does.
 */
export function followPublishRedirect(current: Target, named: string, ownership: Ownership): Target {
  const target = followServer(current, named, ownership);
  if (target.app === current.app || !(target.app.split('?')[0] ?? '').includes('/')) return target;
  const cut = parseDestinationUrl(target.tcUrl.replace(/^(rtmpt?)e:/, '$1:'));
  const tcUrl = cut.tcUrl.replace(/^[a-z]+:/, target.tcUrl.slice(0, target.tcUrl.indexOf(':') + 1));
  const streamKey = cut.streamKey === '' ? current.streamKey : cut.streamKey;
  return { ...target, app: cut.app, tcUrl, streamKey };
}

/** Where a reconnect request leads; undefined for the address in use. @throws AppError as `followServer` does. */
export function readReconnectUrl(
  current: Target,
  named: string | undefined,
  ownership: Ownership,
): string | undefined {
  return named === undefined || named === '' ? undefined : followServer(current, named, ownership).tcUrl;
}
