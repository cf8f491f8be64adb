/**
 * Opens the way to a server: name lookup, TCP to the first address that answers (Happy Eyeballs, RFC 8305), through a
 * proxy where one is set, then TLS. Each step has its own deadline and is told as it begins. Knows nothing of RTMP.
 */
import { lookup } from 'node:dns';
import * as net from 'node:net';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';
import type { TlsSettings } from '../../../shared/network/tls-settings.ts';
import type { DnsCache, KnownAddress } from './dns-cache.ts';
import { isPrivateAddress } from '../../../shared/network/private-address.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import { proxyUnreachable, traverseProxy } from './proxy/proxy.ts';
import { proxyFor } from './proxy/no-proxy.ts';
import { runStep } from './run-step.ts';
import { socketErrorFor } from './socket-error.ts';
import type { Peer } from './socket-error.ts';
import { secureSocket } from './tls.ts';

/** RFC 8305 §5 allows 100 ms to 2 s between attempts. */
const ATTEMPT_STAGGER_MS = 200;
/** A name that led somewhere before is not waited for longer. */
const KNOWN_NAME_MS = 1000;
const KEEP_ALIVE_MS = 30_000;

export interface DialDeadlines {
  readonly dnsMs: number;
  /** All addresses and the proxy together. */
  readonly tcpMs: number;
  readonly tlsMs: number;
}

export const defaultDialDeadlines: DialDeadlines = { dnsMs: 5_000, tcpMs: 10_000, tlsMs: 10_000 };

export interface DialOptions extends Peer {
  readonly isTls: boolean;
  readonly tls?: TlsSettings | undefined;
  /** Address to send from; the system's choice when absent. */
  readonly localAddress?: string | undefined;
  /** Only addresses of this family; both when absent. */
  readonly family?: 4 | 6 | undefined;
  readonly proxy?: ProxySettings | undefined;
  readonly deadlines?: Partial<DialDeadlines> | undefined;
  /** Connects to no address of this computer or its own networks: a server named this place, and no such server itself. */
  readonly isPublicOnly?: boolean | undefined;
  /** Fills in for a name server that is slow or away. */
  readonly addresses?: DnsCache | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: 'dns' | 'tcp' | 'tls') => void) | undefined;
}

export interface Connection {
  /** A `tls.TLSSocket` when TLS was asked for. Its owner listens to `error` at once, to `data`, then calls `resume()`. */
  readonly socket: net.Socket;
  readonly tls?: TlsSummary;
  /** The TCP socket below TLS; it alone can be reset. */
  readonly carrier?: net.Socket;
}

type Address = KnownAddress;

function familyOf(address: string): 4 | 6 {
  return net.isIPv6(address) ? 6 : 4;
}

/** RFC 8305 §4: families take turns, beginning with the one the system put first. Pure. */
export function interleaveFamilies(addresses: readonly Address[]): readonly Address[] {
  const first = addresses[0]?.family;
  const preferred = addresses.filter((address) => address.family === first);
  const other = addresses.filter((address) => address.family !== first);
  const ordered: Address[] = [];
  for (let index = 0; index < Math.max(preferred.length, other.length); index += 1) {
    for (const list of [preferred, other]) {
      const address = list[index];
      if (address) ordered.push(address);
    }
  }
  return ordered;
}

function resolveHost(peer: Peer, options: DialOptions, deadlineMs: number): Promise<readonly Address[]> {
  if (net.isIP(peer.host) !== 0)
    return Promise.resolve([{ address: peer.host, family: familyOf(peer.host) }]);
  const { addresses } = options;
  const known = addresses?.find(peer.host, performance.now());
  const timeoutError = (): AppError =>
    new AppError('transport/timeout', {
      message: `looking up ${peer.host} took too long`,
      step: 'dns',
      ...peer,
    });
  return runStep<readonly Address[]>(
    { deadlineMs, timeoutError, signal: options.signal },
    (resolve, reject) => {
      const askedForMs = addresses?.askedForMs(peer.host, performance.now());
      const patienceMs = Math.min(KNOWN_NAME_MS, deadlineMs / 2) - (askedForMs ?? 0);
      const patience = known && setTimeout(() => resolve(known), Math.max(0, patienceMs));
      // Each lookup that hangs holds one of few threads: a known name is asked for once at a time.
      if (known && askedForMs !== undefined) return () => clearTimeout(patience);
      const answered = addresses?.asking(peer.host, performance.now());
      lookup(peer.host, { all: true, verbatim: true }, (error, found) => {
        answered?.();
        clearTimeout(patience);
        if (error) return known ? resolve(known) : reject(socketErrorFor(error, peer));
        const fresh = found.map(({ address }) => ({ address, family: familyOf(address) }));
        addresses?.remember(peer.host, fresh, performance.now());
        resolve(fresh);
      });
      // The system's lookup cannot be called back; its late answer is only remembered.
      return () => clearTimeout(patience);
    },
  );
}

/** The addresses that may be tried, given what the user allows. */
function usableAddresses(found: readonly Address[], peer: Peer, options: DialOptions): readonly Address[] {
  const family =
    options.family ?? (options.localAddress === undefined ? undefined : familyOf(options.localAddress));
  const usable = family === undefined ? found : found.filter((address) => address.family === family);
  if (usable.length === 0) {
    const message = `${peer.host} has no ${family === undefined ? '' : `IPv${family} `}address`;
    throw new AppError('transport/host-not-found', { message, ...peer });
  }
  if (options.isPublicOnly !== true) return interleaveFamilies(usable);
  const open = usable.filter(({ address }) => !isPrivateAddress(address));
  if (open.length > 0) return interleaveFamilies(open);
  const message = `a server wants to send this stream to ${peer.host}, an address of a private network`;
  throw new AppError('rtmp/moved-elsewhere', { message, host: peer.host, isPrivate: true });
}

function connectFirst(
  addresses: readonly Address[],
  peer: Peer,
  options: DialOptions,
  deadlineMs: number,
): Promise<net.Socket> {
  const timeoutError = (): AppError =>
    new AppError('transport/timeout', {
      message: `${peer.host} port ${peer.port} did not answer in time`,
      step: 'tcp',
      ...peer,
    });
  return runStep<net.Socket>({ deadlineMs, timeoutError, signal: options.signal }, (resolve, reject) => {
    const waiting = [...addresses];
    const open = new Set<net.Socket>();
    let stagger: NodeJS.Timeout | undefined;
    let firstError: AppError | undefined;
    const endOthers = (winner?: net.Socket): void => {
      clearTimeout(stagger);
      waiting.length = 0;
      for (const socket of open) if (socket !== winner) socket.destroy();
    };
    const tryNext = (): void => {
      clearTimeout(stagger);
      const address = waiting.shift();
      if (!address) return;
      const socket = net.connect({
        host: address.address,
        port: peer.port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: KEEP_ALIVE_MS,
        ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
      });
      open.add(socket);
      const onError = (error: Error): void => {
        open.delete(socket);
        firstError ??= socketErrorFor(error, peer);
        if (waiting.length > 0) tryNext();
        else if (open.size === 0) reject(firstError);
      };
      socket.on('error', onError);
      socket.once('connect', () => {
        endOthers(socket);
        resolve(socket);
        // The owner has added its own listener by then.
        setImmediate(() => socket.off('error', onError));
      });
      if (waiting.length > 0) stagger = setTimeout(tryNext, ATTEMPT_STAGGER_MS);
    };
    tryNext();
    return () => endOthers();
  });
}

/**
 * Whether a host is one of this computer or its own networks, by what it is or where it led. A name that cannot be looked up is
 * taken for a public one.
 */
export async function isPrivateHost(
  host: string,
  options: Pick<DialOptions, 'addresses' | 'signal'>,
): Promise<boolean> {
  try {
    const peer = { host, port: 0 };
    const found = await resolveHost(peer, { ...options, ...peer, isTls: false }, defaultDialDeadlines.dnsMs);
    return found.some(({ address }) => isPrivateAddress(address));
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal/aborted') return false;
    throw error;
  }
}

/**
 * The addresses that a datagram may go to for `host`, in the order to ask them. No proxy of ours carries datagrams, and none is gone around.
 * @throws AppError `transport/*`, `rtmp/moved-elsewhere` or `internal/aborted`.
 */
export async function findAddresses(options: DialOptions): Promise<readonly string[]> {
  const peer: Peer = { host: options.host, port: options.port };
  const proxy = proxyFor(options.proxy, peer);
  if (proxy) {
    const message = `the proxy ${proxy.host} does not carry RTMFP, which goes over UDP`;
    const { host, port } = proxy;
    throw new AppError('transport/proxy-refused', { message, reason: 'datagrams', host, port });
  }
  options.onStep?.('dns');
  const { dnsMs } = { ...defaultDialDeadlines, ...options.deadlines };
  const found = await resolveHost(peer, options, dnsMs);
  return usableAddresses(found, peer, options).map(({ address }) => address);
}

/**
 * Opens a connection to `host:port`.
 * @throws AppError `transport/*` or `internal/aborted`; nothing stays open then.
 */
export async function dial(options: DialOptions): Promise<Connection> {
  const deadlines = { ...defaultDialDeadlines, ...options.deadlines };
  const peer: Peer = { host: options.host, port: options.port };
  const proxy = proxyFor(options.proxy, peer);
  const hop: Peer = proxy ? { host: proxy.host, port: proxy.port } : peer;
  options.onStep?.('dns');
  // A proxy looks the name up itself: what can be seen here is an address that is written out.
  if (options.isPublicOnly === true && proxy && net.isIP(peer.host) !== 0)
    usableAddresses([{ address: peer.host, family: familyOf(peer.host) }], peer, options);
  const hopOptions = proxy ? { ...options, isPublicOnly: false } : options;
  const limits = { deadlineMs: deadlines.tcpMs, signal: options.signal };
  let socket: net.Socket;
  try {
    const addresses = usableAddresses(await resolveHost(hop, options, deadlines.dnsMs), hop, hopOptions);
    options.onStep?.('tcp');
    socket = await connectFirst(addresses, hop, options, deadlines.tcpMs);
  } catch (error) {
    throw proxy ? proxyUnreachable(error, proxy) : error;
  }
  try {
    if (proxy) await traverseProxy(socket, peer, proxy, limits);
    if (!options.isTls) return { socket };
    options.onStep?.('tls');
    const secured = await secureSocket(socket, peer, options.tls ?? {}, {
      deadlineMs: deadlines.tlsMs,
      signal: options.signal,
    });
    return { socket: secured.socket, tls: secured.summary, carrier: socket };
  } catch (error) {
    // A step that was cancelled before it began has opened nothing, and closes nothing.
    socket.destroy();
    throw error;
  }
}
