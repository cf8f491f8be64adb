/** Where a publisher connects: the parsed address, RTMPE forms included, and where a server may send it instead. Pure. */
import { AppError } from '../../shared/errors/app-error.ts';
import { resolveReconnectUrl } from '../protocol/rtmp/session/reconnect-url.ts';
import { parseDestinationUrl, type ParsedDestination } from '../../shared/destinations/url.ts';

export interface Target extends ParsedDestination {
  /** RTMPE: its own encryption, no substitute for TLS. */
  readonly isEncrypted: boolean;
}

/**
 * Parses a server address. The window refuses RTMPE; the library still speaks it to old servers.
 * @throws AppError `input/bad-url`, `input/bad-key`.
 */
export function readTarget(url: string, streamKey: string): Target {
  const encrypted = /^\s*rtmp(t?)e:\/\//i.exec(url);
  if (!encrypted) return { ...parseDestinationUrl(url, streamKey), isEncrypted: false };
  const tunnel = encrypted[1] ?? '';
  const parsed = parseDestinationUrl(url.replace(/^(\s*rtmpt?)e:/i, '$1:'), streamKey);
  return {
    ...parsed,
    tcUrl: parsed.tcUrl.replace(/^rtmpt?:/, `rtmp${tunnel.toLowerCase()}e:`),
    isEncrypted: true,
  };
}

/**
 * The address a redirect or a reconnect request names, resolved against the one in use (rtmp-reference §6.8).
 * @throws AppError `rtmp/connect-rejected` when it cannot be read or would lead from TLS to a connection without.
 */
export function resolveServerUrl(currentTcUrl: string, named: string | undefined): string {
  const resolved = resolveReconnectUrl(currentTcUrl, named);
  if (resolved !== undefined) return resolved;
  const message = 'the server named an address that cannot be read or that would leave TLS; refused';
  throw new AppError('rtmp/connect-rejected', { message });
}
