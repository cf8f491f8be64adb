/**
 * Probes a server: whether its port accepts a connection or, if wanted, whether the server answers an RTMP handshake (through TLS
 * where its address says so). The connection is closed at once, before anybody is named.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { TlsSettings } from '../../../shared/network/tls-settings.ts';
import { ClientHandshake } from '../handshake/client-handshake.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import type { DnsCache } from './dns-cache.ts';
import { dial } from './dial.ts';
import { runStep } from './run-step.ts';
import { socketErrorFor } from './socket-error.ts';
import { readTarget } from '../publisher/target.ts';

export interface ProbeOptions {
  readonly url: string;
  readonly localAddress?: string | undefined;
  readonly tls?: TlsSettings | undefined;
  readonly proxy?: ProxySettings | undefined;
  readonly addresses?: DnsCache | undefined;
  /** An open port is not enough: the server has to speak. */
  readonly isAnswerWanted: boolean;
  /** For each step. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** @throws AppError as `dial` does; `transport/timeout` when the server does not speak; `internal/bug` for a tunnel with `isAnswerWanted`. */
export async function probe(options: ProbeOptions): Promise<void> {
  const { url, localAddress, tls, proxy, addresses, isAnswerWanted, deadlineMs, signal } = options;
  const { host, port, isTls, isTunnel, isEncrypted } = readTarget(url, '');
  if (isAnswerWanted && isTunnel) {
    throw new AppError('internal/bug', { message: 'an HTTP tunnel has no first words' });
  }
  const deadlines = { dnsMs: deadlineMs, tcpMs: deadlineMs, tlsMs: deadlineMs };
  const { socket, carrier = socket } = await dial({
    ...{ host, port, localAddress, tls, proxy, addresses, deadlines, signal },
    isTls: isTls && isAnswerWanted,
  });
  socket.on('error', () => socket.destroy());
  if (!isAnswerWanted) {
    socket.end();
    socket.resume();
    return;
  }
  const peer = { host, port };
  const timeoutError = (): AppError =>
    new AppError('transport/timeout', {
      message: `${host} did not speak in time`,
      step: 'handshake',
      ...peer,
    });
  try {
    await runStep<void>({ deadlineMs, timeoutError, signal }, (resolve, reject) => {
      socket.once('data', () => resolve());
      socket.once('error', (error) => reject(socketErrorFor(error, peer)));
      socket.once('close', () => reject(new AppError('transport/closed', { ...peer })));
      const words = new ClientHandshake(isEncrypted ? 'encrypted' : 'plain', (count) => randomBytes(count));
      socket.write(words.start());
      return () => undefined;
    });
  } finally {
    if (!carrier.destroyed) carrier.resetAndDestroy();
    socket.destroy();
  }
}
