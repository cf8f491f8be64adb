/**
 * Who may ask at all. A web page can make a browser send requests to this computer, also under a name of its own that it
 * points here; so the name asked for must be this computer's, no page may be behind it, and the token must be known.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { refusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { texts } from '../../shared/text/text.ts';

export const MAX_HEADERS = 40;

export interface RequestHead {
  /** Every `Host` header there is. */
  readonly hosts: readonly string[];
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: browsers say so where a page is behind a request, also where they send no `Origin`. */
  readonly fetchSite: string | undefined;
  readonly authorization: string | undefined;
  readonly headerCount: number;
}

/** Undefined when it may go on. */
export function checkHead(head: RequestHead, port: number, token: string): Refusal | undefined {
  const [host, ...more] = head.hosts;
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || more.length > 0 || !names.includes(host.toLowerCase()))
    return refusal(403, 'remote/forbidden', texts.remote.wrongHost(port));
  if (head.origin !== undefined || (head.fetchSite ?? 'none') !== 'none')
    return refusal(403, 'remote/forbidden', texts.remote.fromPage);
  if (head.headerCount > MAX_HEADERS)
    return refusal(431, 'remote/too-much', texts.remote.tooManyHeaders(MAX_HEADERS));
  if (!isToken(head.authorization, token))
    return refusal(401, 'remote/unauthorized', texts.remote.tokenMissing, { 'www-authenticate': 'Bearer' });
  return undefined;
}

/** In constant time: digests have one length, whatever was sent. */
function isToken(authorization: string | undefined, token: string): boolean {
  const sent = /^Bearer ([\x21-\x7e]{1,256})$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(sent), digest(token)) && sent !== '';
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
