/**
 * Which servers are connected to past a proxy, by the rules of `NO_PROXY` as curl reads them: a name stands for itself and
 * all names below, with a port for that port alone; an address for itself or, with `/bits`, for its network; `*` for all.
 */
import * as net from 'node:net';
import type { ProxySettings } from '../../../../shared/proxy/proxy.ts';
import type { Peer } from '../socket-error.ts';

/** The proxy on the way to `peer`; undefined where `peer` is connected to directly. */
export function proxyFor(proxy: ProxySettings | undefined, peer: Peer): ProxySettings | undefined {
  return proxy?.bypass?.some((entry) => isMatch(entry, peer)) === true ? undefined : proxy;
}

function isMatch(entry: string, { host, port }: Peer): boolean {
  if (entry === '*') return true;
  const { place, onlyPort } = cutPort(entry);
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const name = host.toLowerCase().replace(/\.$/, '');
  if (net.isIP(name) !== 0) return isInNetwork(place, name);
  const domain = place
    .toLowerCase()
    .replace(/^\*?\./, '')
    .replace(/\.$/, '');
  return domain !== '' && (name === domain || name.endsWith(`.${domain}`));
}

/** `host:port`, `[address]:port`; an IPv6 address without brackets has no port. */
function cutPort(entry: string): { readonly place: string; readonly onlyPort?: number } {
  const match = /^(?:\[([^\]]*)\]|([^:]*)):(\d+)$/.exec(entry);
  const place = match?.[1] ?? match?.[2];
  if (match === null || place === undefined) return { place: entry.replace(/^\[(.*)\]$/, '$1') };
  return { place, onlyPort: Number(match[3]) };
}

function isInNetwork(place: string, address: string): boolean {
  const [base = '', bits] = place.split('/');
  const family = net.isIP(base);
  if (family === 0 || family !== net.isIP(address)) return false;
  const longest = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : longest + 1;
  if (prefix > longest) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new net.BlockList();
  list.addSubnet(base, prefix, type);
  return list.check(address, type);
}
