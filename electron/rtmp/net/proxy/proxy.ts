/**
 * Asks a proxy, over an open socket, for a way to the real peer: SOCKS5 (RFC 1928, 1929) and HTTP CONNECT (RFC 9110
 * §9.3.6). Reads no byte beyond the proxy's answer: what follows belongs to the peer and is given back to the socket.
 */
import * as net from 'node:net';
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import type { ProxySettings } from '../../../../shared/proxy/proxy.ts';
import { runStep } from '../run-step.ts';
import { socketErrorFor } from '../socket-error.ts';
import type { Peer } from '../socket-error.ts';

const MAX_HTTP_ANSWER_BYTES = 16_384;
const MAX_SOCKS_FIELD_BYTES = 255;

/** One step of the talk: looks at what came, answers how many bytes it used and what to say, or that it is done. */
type ProxyStep =
  | { readonly type: 'needMore' }
  | {
      readonly type: 'answered';
      readonly usedBytes: number;
      readonly reply?: Uint8Array;
      readonly isDone: boolean;
    };

type ProxyTalk = { readonly hello: Uint8Array; read(received: Buffer): ProxyStep };

/** What to do about a refusal depends on it. */
export type ProxyRefusal = 'signIn' | 'rules' | 'server' | 'otherProtocol' | 'silent' | 'closed' | 'failed';

function refused(message: string, proxy: ProxySettings, reason: ProxyRefusal): AppError {
  return new AppError('transport/proxy-refused', { message, reason, host: proxy.host, port: proxy.port });
}

/** @param otherMethods ways to sign in, none of which Upcast knows; empty where the proxy names none. */
function loginRefused(message: string, proxy: ProxySettings, otherMethods?: string): AppError {
  const hasLogin = proxy.username !== undefined;
  const { host, port } = proxy;
  return new AppError('transport/proxy-login', {
    ...{ message, hasLogin, host, port },
    ...(otherMethods === undefined ? {} : { otherMethods }),
  });
}

/** What `Proxy-Authenticate` names without Basic among it, for example `Negotiate, NTLM`; undefined where Basic is taken or nothing named. */
function otherMethodsOf(head: string): string | undefined {
  const named = [...head.matchAll(/^proxy-authenticate:[ \t]{0,20}([a-z0-9-]{1,20})/gim)].map(
    ([, name = '']) => name,
  );
  if (named.length === 0 || named.some((name) => name.toLowerCase() === 'basic')) return undefined;
  return [...new Set(named)].slice(0, 5).join(', ');
}

function isWebPage(status: string, head: string): boolean {
  const isPage = /^content-type:[ \t]{0,20}(?:text\/html|application\/xhtml)/im.test(head);
  return status === '511' || status.startsWith('3') || (isPage && status.startsWith('2'));
}

const unreachable: ReadonlySet<string> = new Set([
  'transport/host-not-found',
  'transport/refused',
  'transport/unreachable',
  'transport/timeout',
  'transport/reset',
  'transport/closed',
]);

/** The error of a connection that did not even reach the proxy: it names the proxy, not the server. */
export function proxyUnreachable(error: unknown, { host, port }: ProxySettings): AppError {
  const cause = toAppError(error);
  if (!unreachable.has(cause.code)) return cause;
  const message = `the proxy is out of reach: ${String(cause.details['message'] ?? cause.code)}`;
  return new AppError('transport/proxy-unreachable', { message, host, port }, error);
}

const socksReplies: readonly (readonly [string, ProxyRefusal])[] = [
  ['it succeeded', 'failed'],
  ['it failed', 'failed'],
  ['its rules forbid this destination', 'rules'],
  ['the network is unreachable', 'server'],
  ['the host is unreachable', 'server'],
  ['the destination refused the connection', 'server'],
  ['the connection timed out on the way', 'server'],
  ['it does not support this command', 'otherProtocol'],
  ['it does not support this kind of address', 'server'],
];

function socksAddress(host: string): Buffer {
  if (net.isIPv4(host)) return Buffer.from([1, ...host.split('.').map(Number)]);
  if (net.isIPv6(host)) return Buffer.concat([Buffer.from([4]), ipv6Bytes(host)]);
  const name = Buffer.from(host, 'utf8');
  return Buffer.concat([Buffer.from([3, name.length]), name]);
}

/** The 16 bytes of an IPv6 address, `::` and an embedded IPv4 tail included. */
function ipv6Bytes(host: string): Buffer {
  const withoutZone = host.split('%')[0] ?? host;
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(withoutZone);
  const octet = (index: number): number => Number(tail?.[index] ?? 0);
  const pair = (high: number, low: number): string => ((octet(high) << 8) | octet(low)).toString(16);
  const text = tail ? `${tail[1]}${pair(2, 3)}:${pair(4, 5)}` : withoutZone;
  const [head = '', rest] = text.split('::');
  const groups = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const left = groups(head);
  const right = rest === undefined ? [] : groups(rest);
  const words = [
    ...left,
    ...new Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0),
    ...right,
  ];
  const bytes = Buffer.alloc(16);
  words.slice(0, 8).forEach((word, index) => bytes.writeUInt16BE(word, index * 2));
  return bytes;
}

function socksTalk(peer: Peer, proxy: ProxySettings): ProxyTalk {
  const user = Buffer.from(proxy.username ?? '', 'utf8');
  const password = Buffer.from(proxy.password ?? '', 'utf8');
  if (
    Buffer.byteLength(peer.host) > MAX_SOCKS_FIELD_BYTES ||
    user.length > MAX_SOCKS_FIELD_BYTES ||
    password.length > MAX_SOCKS_FIELD_BYTES
  ) {
    throw refused('a name is too long for a SOCKS proxy', proxy, 'failed');
  }
  const port = Buffer.from([peer.port >> 8, peer.port & 0xff]);
  const request = Buffer.concat([Buffer.from([5, 1, 0]), socksAddress(peer.host), port]);
  const hasLogin = proxy.username !== undefined;
  let phase: 'method' | 'login' | 'request' = 'method';
  const read = (received: Buffer): ProxyStep => {
    if (received.length < 2) return { type: 'needMore' };
    const [version = 0, answer = 0] = received;
    if (phase === 'method') {
      if (version !== 5) throw refused('the proxy does not speak SOCKS5', proxy, 'otherProtocol');
      if (answer === 0) {
        phase = 'request';
        return { type: 'answered', usedBytes: 2, reply: request, isDone: false };
      }
      if (answer !== 2 || !hasLogin)
        throw loginRefused('the SOCKS proxy wants another login', proxy, hasLogin ? '' : undefined);
      phase = 'login';
      const login = Buffer.concat([
        Buffer.from([1, user.length]),
        user,
        Buffer.from([password.length]),
        password,
      ]);
      return { type: 'answered', usedBytes: 2, reply: login, isDone: false };
    }
    if (phase === 'login') {
      if (answer !== 0) throw loginRefused('the SOCKS proxy refused the user name or password', proxy);
      phase = 'request';
      return { type: 'answered', usedBytes: 2, reply: request, isDone: false };
    }
    if (answer !== 0) {
      const [words, reason] = socksReplies[answer] ?? [`error ${answer} happened`, 'failed'];
      throw refused(`the SOCKS proxy says that ${words}`, proxy, reason);
    }
    if (received.length < 5) return { type: 'needMore' };
    const addressBytes = { 1: 4, 3: 1 + (received[4] ?? 0), 4: 16 }[received[3] ?? 0];
    if (addressBytes === undefined)
      throw refused('the SOCKS proxy gave an answer that makes no sense', proxy, 'otherProtocol');
    const usedBytes = 4 + addressBytes + 2;
    return received.length < usedBytes ? { type: 'needMore' } : { type: 'answered', usedBytes, isDone: true };
  };
  return { hello: Buffer.from(hasLogin ? [5, 2, 0, 2] : [5, 1, 0]), read };
}

function httpTalk(peer: Peer, proxy: ProxySettings): ProxyTalk {
  const authority = `${net.isIPv6(peer.host) ? `[${peer.host}]` : peer.host}:${peer.port}`;
  const login =
    proxy.username === undefined
      ? ''
      : `Proxy-Authorization: Basic ${Buffer.from(`${proxy.username}:${proxy.password ?? ''}`, 'utf8').toString('base64')}\r\n`;
  const read = (received: Buffer): ProxyStep => {
    const end = received.indexOf('\r\n\r\n');
    // A proxy behind TLS answers with an alert and waits.
    const isOther = received.length >= 5 && !received.subarray(0, 5).equals(Buffer.from('HTTP/'));
    if (isOther) throw refused('the proxy does not speak HTTP', proxy, 'otherProtocol');
    if (end < 0) {
      if (received.length > MAX_HTTP_ANSWER_BYTES)
        throw refused('the proxy gave an answer without an end', proxy, 'otherProtocol');
      return { type: 'needMore' };
    }
    const head = received.subarray(0, end).toString('latin1');
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
    if (status === undefined) throw refused('the proxy does not speak HTTP', proxy, 'otherProtocol');
    if (status === '407')
      throw loginRefused(
        'the HTTP proxy wants a user name and password, or refused them',
        proxy,
        otherMethodsOf(head),
      );
    // A way that is open has no content and leads to no other page; a network's sign-in page has and does.
    if (isWebPage(status, head))
      throw refused(`the proxy answered with a web page (${status}), as one to sign in on`, proxy, 'signIn');
    if (!status.startsWith('2'))
      throw refused(
        `the HTTP proxy refused the way to ${peer.host} (${status})`,
        proxy,
        status.startsWith('5') ? 'server' : 'rules',
      );
    return { type: 'answered', usedBytes: end + 4, isDone: true };
  };
  return {
    hello: Buffer.from(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${login}\r\n`, 'latin1'),
    read,
  };
}

/**
 * Makes `socket`, connected to the proxy, a way to `peer`. Ends it on any failure.
 * @throws AppError `transport/proxy-refused`, `transport/proxy-login`, `internal/aborted`.
 */
export function traverseProxy(
  socket: net.Socket,
  peer: Peer,
  proxy: ProxySettings,
  limits: { readonly deadlineMs: number; readonly signal?: AbortSignal | undefined },
): Promise<net.Socket> {
  const timeoutError = (): AppError =>
    refused(`the proxy ${proxy.host} did not answer in time`, proxy, 'silent');
  return runStep<net.Socket>({ ...limits, timeoutError }, (resolve, reject) => {
    let received = Buffer.alloc(0);
    const release = (): void => {
      socket.off('data', onData);
      socket.off('error', onError);
      socket.off('close', onClose);
    };
    const onError = (): void => onClose();
    const onClose = (): void => reject(refused('the proxy closed the connection', proxy, 'closed'));
    const onData = (bytes: Buffer): void => {
      received = Buffer.concat([received, bytes]);
      try {
        for (let step = talk.read(received); step.type === 'answered'; step = talk.read(received)) {
          received = received.subarray(step.usedBytes);
          if (step.reply) socket.write(step.reply);
          if (!step.isDone) continue;
          release();
          socket.pause();
          if (received.length > 0) socket.unshift(received);
          return resolve(socket);
        }
      } catch (error) {
        reject(socketErrorFor(error, proxy));
      }
    };
    const cleanUp = (): void => {
      release();
      socket.on('error', () => undefined);
      socket.destroy();
    };
    let talk: ProxyTalk;
    try {
      talk = proxy.type === 'socks5' ? socksTalk(peer, proxy) : httpTalk(peer, proxy);
    } catch (error) {
      queueMicrotask(() => reject(socketErrorFor(error, proxy)));
      return cleanUp;
    }
    socket.on('data', onData);
    socket.on('error', onError);
    socket.on('close', onClose);
    socket.write(talk.hello);
    return cleanUp;
  });
}
