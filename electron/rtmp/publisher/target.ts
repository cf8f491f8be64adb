/** Where a publisher connects: the parsed address, RTMPE forms included. Pure. */
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import type { ParsedDestination } from '../../../shared/destinations/url.ts';

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
