/** Turns the system's and OpenSSL's error codes into the closed list, each with one plain sentence. Pure. */
import { release } from 'node:os';
import { isPrivateAddress } from '../../../shared/network/private-address.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { systemCodeOf } from '../../../shared/errors/system-code.ts';
import { LEAST_TLS_VERSION } from '../../../shared/network/tls-settings.ts';
import type { TlsSettings } from '../../../shared/network/tls-settings.ts';

type TlsVersion = NonNullable<TlsSettings['minimumVersion']>;

export interface Peer {
  readonly host: string;
  readonly port: number;
}

const socketCodes: ReadonlyMap<string, readonly [ErrorCode, (peer: Peer) => string]> = new Map<
  string,
  readonly [ErrorCode, (peer: Peer) => string]
>([
  ['ENOTFOUND', ['transport/host-not-found', ({ host }) => `the server name ${host} was not found`]],
  [
    'EAI_AGAIN',
    ['transport/host-not-found', ({ host }) => `the name ${host} could not be looked up right now`],
  ],
  ['EAI_NODATA', ['transport/host-not-found', ({ host }) => `the name ${host} has no address`]],
  ['EAI_NONAME', ['transport/host-not-found', ({ host }) => `the server name ${host} was not found`]],
  [
    'ECONNREFUSED',
    ['transport/refused', ({ host, port }) => `nothing accepts connections at ${host} port ${port}`],
  ],
  ['EHOSTUNREACH', ['transport/unreachable', ({ host }) => `there is no way to ${host} from this network`]],
  ['ENETUNREACH', ['transport/unreachable', ({ host }) => `there is no network that leads to ${host}`]],
  [
    'EADDRNOTAVAIL',
    ['transport/unreachable', ({ host }) => `${host} cannot be reached from the chosen local address`],
  ],
  ['ENETDOWN', ['transport/unreachable', () => 'the network is down']],
  ['ETIMEDOUT', ['transport/timeout', ({ host, port }) => `${host} port ${port} did not answer in time`]],
  ['ECONNRESET', ['transport/reset', ({ host }) => `${host} reset the connection`]],
  ['EPIPE', ['transport/reset', ({ host }) => `${host} no longer takes data`]],
  ['ECONNABORTED', ['transport/reset', ({ host }) => `the connection to ${host} was cut off`]],
]);

const certificateCodes: ReadonlyMap<string, readonly [ErrorCode, (peer: Peer) => string]> = new Map<
  string,
  readonly [ErrorCode, (peer: Peer) => string]
>([
  [
    'CERT_HAS_EXPIRED',
    ['transport/certificate-expired', ({ host }) => `the certificate of ${host} has expired`],
  ],
  [
    'CERT_NOT_YET_VALID',
    [
      'transport/certificate-not-yet-valid',
      ({ host }) => `the certificate of ${host} is not valid yet; check this computer's clock`,
    ],
  ],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    [
      'transport/certificate-wrong-host',
      ({ host }) => `the certificate was made for another host than ${host}`,
    ],
  ],
]);

const unknownAuthorityCodes = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

/** Which system the error came from. */
export interface OwnSystem {
  readonly platform: NodeJS.Platform;
  /** Of its kernel, as `os.release` tells it. */
  readonly release: string;
}

/** Darwin of macOS 15: from there on a person allows each app to reach the local network. */
const FIRST_PRIVATE_DARWIN = 24;

/** An error of a TCP socket or of name lookup. What is not known reads as a lost connection, with the system's words. */
export function socketErrorFor(
  error: unknown,
  peer: Peer,
  system: OwnSystem = { platform: process.platform, release: release() },
): AppError {
  if (error instanceof AppError) return error;
  const code = systemCodeOf(error);
  const known = socketCodes.get(code);
  const blocked = code === 'EHOSTUNREACH' && isLocalNetworkAsked(error, peer, system);
  const details = { ...peer, ...(blocked && { isLocalNetwork: true }) };
  if (known) return new AppError(known[0], { message: known[1](peer), ...details }, error);
  const words = error instanceof Error ? error.message : String(error);
  return new AppError(
    'transport/closed',
    { message: `the connection to ${peer.host} was lost: ${words}`, ...peer },
    error,
  );
}

/** Whether macOS may have refused: it reads as a host that is out of reach. */
function isLocalNetworkAsked(
  error: unknown,
  { host }: Peer,
  { platform, release: version }: OwnSystem,
): boolean {
  if (platform !== 'darwin' || Number.parseInt(version, 10) < FIRST_PRIVATE_DARWIN) return false;
  const address: unknown = error instanceof Error ? Reflect.get(error, 'address') : undefined;
  return host.endsWith('.local') || isPrivateAddress(typeof address === 'string' ? address : host);
}

/** The two know no version of TLS in common: by the server's alert, or by what it answered in. BoringSSL's words last. */
const versionCodes = new Set([
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_VERSION_TOO_LOW',
]);

/** The answer is no TLS at all, as that of a website or a network's sign-in page. OpenSSL's words, then BoringSSL's. */
const plainCodes = new Set([
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_RECORD_LAYER_FAILURE',
  'ERR_SSL_HTTP_REQUEST',
  'ERR_SSL_HTTPS_PROXY_REQUEST',
]);

/** `minimumVersion` is the lowest that this side takes. */
function versionError(peer: Peer, minimumVersion: TlsVersion, cause: unknown): AppError {
  const needed = minimumVersion.replace('TLSv', 'TLS ');
  const older = minimumVersion === 'TLSv1.2' ? 'TLS 1.0 or 1.1' : 'TLS 1.2 or older';
  const message = `${peer.host} offers ${older} alone; this destination needs ${needed} or later`;
  return new AppError('transport/tls-failed', { message, ...peer, neededVersion: needed }, cause);
}

/** An error of the TLS handshake: the certificate's fault by name, or that the two did not agree on TLS at all. */
export function tlsErrorFor(
  error: unknown,
  peer: Peer,
  minimumVersion: TlsVersion = LEAST_TLS_VERSION,
): AppError {
  if (error instanceof AppError) return error;
  const code = systemCodeOf(error);
  const known = certificateCodes.get(code);
  if (known) return new AppError(known[0], { message: known[1](peer), ...peer }, error);
  if (unknownAuthorityCodes.has(code)) {
    const message = `the certificate of ${peer.host} was issued by an authority that this computer does not know`;
    // The first certificate cannot be verified: the one that signed it was not sent.
    const isChainMissing = code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
    const details = { message, ...peer, ...(isChainMissing ? { isChainMissing } : {}) };
    return new AppError('transport/certificate-unknown-authority', details, error);
  }
  if (versionCodes.has(code)) return versionError(peer, minimumVersion, error);
  if (plainCodes.has(code)) {
    const message = `${peer.host} port ${peer.port} answered without TLS`;
    return new AppError('transport/tls-failed', { message, ...peer, isPlain: true }, error);
  }
  const isClosed = code === 'ECONNRESET' || code === 'EPIPE' || code === '';
  const message = isClosed
    ? `${peer.host} port ${peer.port} ended the TLS handshake; is it a server without TLS?`
    : `TLS with ${peer.host} failed (${code}); wrong scheme or port?`;
  return new AppError('transport/tls-failed', { message, ...peer }, error);
}
