/** What the system answers when it is asked which proxy leads to a server, in the form of a PAC file's result. Pure. */
import { AppError } from '../errors/app-error.ts';
import { parseProxyUrl } from './proxy.ts';
import type { ProxySettings } from './proxy.ts';
import { texts } from '../text/text.ts';

const schemes: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['SOCKS5', 'socks5'],
]);

/**
 * @param answer for example `PROXY proxy.example:3128; SOCKS5 other.example:1080; DIRECT`. The first that can be used counts.
 * @returns undefined for a direct connection.
 * @throws AppError `input/bad-option` where the system leads through other kinds of proxies alone.
 */
export function readSystemProxy(answer: string): ProxySettings | undefined {
  const ways = answer.split(';').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  for (const way of ways) {
    const [kind = '', place = ''] = way.split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return undefined;
    const scheme = schemes.get(kind.toUpperCase());
    if (scheme !== undefined && place !== '') return parseProxyUrl(`${scheme}://${place}`);
  }
  if (ways.length === 0) return undefined;
  throw new AppError('input/bad-option', {
    message: texts.addresses.proxySystemType,
  });
}
