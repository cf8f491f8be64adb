/** The first byte of a connection: C0 and S0, and what other first bytes give away. */
import { AppError } from '../../../shared/errors/app-error.ts';

export const PLAIN_VERSION = 3;
export const ENCRYPTED_VERSION = 6;

/** RTMPE, whose types differ in how signatures are encrypted: not at all, with XTEA, with Blowfish. */
export function isEncryptedVersion(byte: number): boolean {
  return byte === ENCRYPTED_VERSION || byte === 8 || byte === 9;
}

/** Bytes of the other protocols that are met on a wrong port. */
function describeFirstByte(byte: number): string {
  if (byte === 0x15) return 'the server answered with a TLS alert: it wants RTMPS';
  if (byte === 0x16) return 'the server speaks TLS: it wants RTMPS';
  if (byte === 0x48) return 'the server answered like a web server';
  if (byte >= 0x20 && byte < 0x7f) return 'the server answered in a text protocol';
  return `the server answered with version ${byte}`;
}

/** @throws AppError `rtmp/not-rtmp` or `rtmp/wants-encryption` unless S0 answers what C0 asked for. */
export function checkServerVersion(byte: number, isEncrypted: boolean): void {
  const isRtmpe = isEncryptedVersion(byte);
  if (isEncrypted ? isRtmpe : byte === PLAIN_VERSION) return;
  if (isRtmpe) {
    throw new AppError('rtmp/wants-encryption', { message: 'the server wants RTMPE', version: byte });
  }
  const message =
    isEncrypted && byte === PLAIN_VERSION ? 'the server does not speak RTMPE' : describeFirstByte(byte);
  throw new AppError('rtmp/not-rtmp', {
    message,
    version: byte,
    ...(byte === 0x48 ? { isWebPage: true } : {}),
  });
}

/** @throws AppError `rtmp/not-rtmp` for a client that speaks something else. */
export function checkClientVersion(byte: number): void {
  if (byte === PLAIN_VERSION || isEncryptedVersion(byte)) return;
  throw new AppError('rtmp/not-rtmp', { message: `the client began with version ${byte}`, version: byte });
}
