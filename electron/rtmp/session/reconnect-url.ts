/** Where a reconnect request leads (reference §6.8): a URI reference against the current tcUrl. */

const schemeStrength: ReadonlyMap<string, number> = new Map<string, number>([
  ['rtmp', 0],
  ['rtmpt', 0],
  ['rtmpe', 1],
  ['rtmpte', 1],
  ['rtmfp', 1],
  ['rtmps', 2],
  ['rtmpts', 2],
]);

/**
 * Where a reconnect request leads: the new tcUrl. Without a reference it is the current one. Undefined if the reference is none of RTMP, or
 * leads to a weaker scheme than the current one.
 */
export function resolveReconnectUrl(currentTcUrl: string, reference: string | undefined): string | undefined {
  if (reference === undefined || reference === '') return currentTcUrl;
  const current = /^([a-z]+):\/\/([^/?#]+)/i.exec(currentTcUrl);
  const scheme = current?.[1]?.toLowerCase();
  const authority = current?.[2];
  if (scheme === undefined || authority === undefined || /\p{Cc}|\s/u.test(reference)) return undefined;
  const absolute = /^([a-z][a-z0-9+.-]*):\/\/[^/?#]+/i.exec(reference);
  if (absolute !== null) {
    const strength = schemeStrength.get(absolute[1]?.toLowerCase() ?? '');
    return strength !== undefined && strength >= (schemeStrength.get(scheme) ?? 0) ? reference : undefined;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) return undefined;
  if (reference.startsWith('//')) return reference.length > 2 ? `${scheme}:${reference}` : undefined;
  if (reference.startsWith('/')) return `${scheme}://${authority}${reference}`;
  const path = currentTcUrl.slice(`${scheme}://${authority}`.length).split(/[?#]/)[0] ?? '';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return `${scheme}://${authority}${folder === '' ? '/' : folder}${reference}`;
}
