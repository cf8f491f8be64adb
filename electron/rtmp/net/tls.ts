/**
 * TLS over an open socket: 1.2 or later, SNI, chain and host name always checked, the destination's own authority and
 * pinned fingerprint besides. There is deliberately no way to switch the check off.
 */
import * as net from 'node:net';
import * as tls from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { wallMs } from '../../../shared/clock.ts';
import type { TlsSummary } from '../../../shared/broadcast/state.ts';
import { LEAST_TLS_VERSION } from '../../../shared/network/tls-settings.ts';
import type { TlsSettings } from '../../../shared/network/tls-settings.ts';
import { readAuthorities, splitPem } from './authorities.ts';
import { runStep } from './run-step.ts';
import { tlsErrorFor } from './socket-error.ts';
import type { Peer } from './socket-error.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
const MAX_CHAIN_LENGTH = 10;
const MAX_CACHED_CONTEXTS = 16;
/** TLS 1.3's own, and below that those with forward secrecy and AEAD alone. Without the first, Node leaves TLS 1.3 out. */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

export interface TlsConnection {
  readonly socket: tls.TLSSocket;
  readonly summary: TlsSummary;
}

const contexts = new Map<string, tls.SecureContext>();

/** Building a context parses some hundred certificates, so those in use are kept. */
function secureContextFor(settings: TlsSettings): tls.SecureContext {
  const { minimumVersion = LEAST_TLS_VERSION } = settings;
  const key = `${minimumVersion}\n${settings.extraAuthorityPem ?? ''}`;
  const cached = contexts.get(key);
  if (cached) return cached;
  const own = settings.extraAuthorityPem === undefined ? [] : splitPem(settings.extraAuthorityPem);
  if (settings.extraAuthorityPem !== undefined && own.length === 0) {
    throw withReason('input/bad-file', 'authorityNotPem');
  }
  let context: tls.SecureContext;
  try {
    context = tls.createSecureContext({
      ca: [...readAuthorities(), ...own],
      minVersion: minimumVersion,
      ciphers: CIPHERS,
    });
  } catch (error) {
    throw withReason('input/bad-file', 'authorityUnreadable', {}, error);
  }
  if (contexts.size >= MAX_CACHED_CONTEXTS) contexts.clear();
  contexts.set(key, context);
  return context;
}

function distinguishedName(certificate: X509Certificate, side: 'subject' | 'issuer'): string {
  return certificate[side].split('\n').join(', ');
}

function chainOf(leaf: tls.DetailedPeerCertificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let current: tls.DetailedPeerCertificate | undefined = leaf;
  while (current !== undefined && chain.length < MAX_CHAIN_LENGTH) {
    const certificate = new X509Certificate(current.raw);
    chain.push(certificate);
    const issuer: tls.DetailedPeerCertificate | undefined = current.issuerCertificate;
    current = issuer === undefined || issuer.fingerprint256 === current.fingerprint256 ? undefined : issuer;
  }
  return chain;
}

/** Lower-case hex without colons, as `TlsSettings.pinnedSha256` is written. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

function isFromOwnAuthority(
  chain: readonly X509Certificate[],
  extraAuthorityPem: string | undefined,
): boolean {
  if (extraAuthorityPem === undefined) return false;
  const own = splitPem(extraAuthorityPem).map((pem) => new X509Certificate(pem));
  const top = chain.at(-1);
  return (
    top !== undefined && own.some((authority) => top.raw.equals(authority.raw) || top.checkIssued(authority))
  );
}

/** What was negotiated, for the lock in the window. `nowMs` is milliseconds since the epoch. */
export function describeTls(socket: tls.TLSSocket, settings: TlsSettings, nowMs: number): TlsSummary {
  const chain = chainOf(socket.getPeerCertificate(true));
  const leaf = chain[0];
  if (!leaf) throw new AppError('transport/tls-failed', { message: 'the server showed no certificate' });
  const validToMs = Date.parse(leaf.validTo);
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().standardName,
    subject: distinguishedName(leaf, 'subject'),
    issuer: distinguishedName(leaf, 'issuer'),
    validToMs,
    daysLeft: Math.floor((validToMs - nowMs) / MILLISECONDS_PER_DAY),
    sha256: fingerprintOf(leaf),
    chain: chain.map((certificate) => distinguishedName(certificate, 'subject')),
    isOwnAuthority: isFromOwnAuthority(chain, settings.extraAuthorityPem),
  };
}

function checkPin(summary: TlsSummary, settings: TlsSettings, peer: Peer): void {
  if (settings.pinnedSha256 === undefined || settings.pinnedSha256 === summary.sha256) return;
  const message = `the certificate of ${peer.host} is not the pinned one; it may be another server`;
  throw new AppError('transport/certificate-pin-mismatch', { message, ...peer, sha256: summary.sha256 });
}

/**
 * Secures `socket`, which must be connected and unread. Ends it on any failure.
 * @throws AppError `transport/certificate-*`, `transport/tls-failed`, `transport/timeout`, `internal/aborted`.
 */
export function secureSocket(
  socket: net.Socket,
  peer: Peer,
  settings: TlsSettings,
  limits: { readonly deadlineMs: number; readonly signal?: AbortSignal | undefined },
): Promise<TlsConnection> {
  const timeoutError = (): AppError =>
    new AppError('transport/timeout', {
      message: `${peer.host} did not finish the TLS handshake in time; is it a server with TLS?`,
      step: 'tls',
      ...peer,
    });
  return runStep<TlsConnection>({ ...limits, timeoutError }, (resolve, reject) => {
    let secured: tls.TLSSocket | undefined;
    const cleanUp = (): void => {
      secured?.destroy();
      socket.destroy();
    };
    try {
      secured = tls.connect({
        socket,
        secureContext: secureContextFor(settings),
        // RFC 6066: an address is not a name; no SNI for it.
        servername: net.isIP(peer.host) === 0 ? peer.host : '',
        checkServerIdentity: (_name, certificate) => tls.checkServerIdentity(peer.host, certificate),
        rejectUnauthorized: true,
      });
    } catch (error) {
      queueMicrotask(() => reject(tlsErrorFor(error, peer, settings.minimumVersion)));
      return cleanUp;
    }
    const opened = secured;
    const onError = (error: Error): void => reject(tlsErrorFor(error, peer, settings.minimumVersion));
    const onClose = (): void => reject(tlsErrorFor(new Error('closed'), peer, settings.minimumVersion));
    opened.on('error', onError);
    opened.on('close', onClose);
    opened.once('secureConnect', () => {
      try {
        const summary = describeTls(opened, settings, wallMs());
        checkPin(summary, settings, peer);
        opened.off('close', onClose);
        // The owner adds its own error listener before this one goes.
        resolve({ socket: opened, summary });
        setImmediate(() => opened.off('error', onError));
      } catch (error) {
        reject(tlsErrorFor(error, peer, settings.minimumVersion));
      }
    });
    return cleanUp;
  });
}
