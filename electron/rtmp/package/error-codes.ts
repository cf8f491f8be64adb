/**
 * The error codes of the package: those of Upcast's list that the library gives. The package's build puts this file in the place of
 * `shared/errors/error-codes.ts`; a test holds the list against what the library throws.
 */
import type { ErrorCode as AnyCode } from '../../../shared/errors/error-codes.ts';

/**
 * Every code that an `AppError` can have, as `area/reason`. `input`: what the caller gave. `transport`: network, proxy, and TLS.
 * `rtmp`: what the server said. `flv`: the media. `encoder/not-found`: no ffmpeg for a file that isn't FLV. New codes come with
 * minor versions.
 */
export const errorCodes = [
  'input/bad-url',
  'input/bad-key',
  'input/bad-file',
  'encoder/not-found',
  'transport/host-not-found',
  'transport/refused',
  'transport/unreachable',
  'transport/timeout',
  'transport/reset',
  'transport/closed',
  'transport/stalled',
  'transport/proxy-refused',
  'transport/proxy-login',
  'transport/proxy-unreachable',
  'transport/tunnel-refused',
  'transport/tls-failed',
  'transport/certificate-expired',
  'transport/certificate-not-yet-valid',
  'transport/certificate-wrong-host',
  'transport/certificate-unknown-authority',
  'transport/certificate-pin-mismatch',
  'rtmp/not-rtmp',
  'rtmp/wants-encryption',
  'rtmp/handshake-failed',
  'rtmp/protocol',
  'rtmp/limit',
  'rtmp/bad-amf',
  'rtmp/connect-rejected',
  'rtmp/moved-elsewhere',
  'rtmp/unknown-application',
  'rtmp/key-refused',
  'rtmp/cut-after-publish',
  'rtmp/name-in-use',
  'rtmp/authentication-required',
  'rtmp/authentication-failed',
  'rtmp/codec-refused',
  'rtmp/server-error',
  'rtmp/server-ended',
  'flv/bad-data',
  'internal/aborted',
  'internal/bug',
] as const satisfies readonly AnyCode[];

/** A code of `errorCodes`. */
export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<unknown> = new Set(errorCodes);

/** Whether a value from outside is a code of the list. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return known.has(value);
}
