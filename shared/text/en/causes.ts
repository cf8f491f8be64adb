/** Why something failed, in one short sentence that can follow another. */
import type { ErrorRecord } from '../../errors/app-error.ts';
import type { ErrorCode } from '../../errors/error-codes.ts';

const causes: Partial<Record<ErrorCode, string>> = {
  'transport/host-not-found': 'The server name wasn’t found.',
  'transport/refused': 'Connection refused.',
  'transport/unreachable': 'The network can’t reach the server.',
  'transport/timeout': 'The server didn’t answer in time.',
  'transport/reset': 'Connection reset.',
  'transport/closed': 'The server closed the connection.',
  'transport/stalled': 'The connection stalled.',
  'transport/certificate-expired': 'The server’s certificate has expired.',
  'transport/certificate-not-yet-valid': 'The server’s certificate isn’t valid yet.',
  'transport/certificate-wrong-host': 'The server’s certificate is for another host.',
  'transport/certificate-unknown-authority': 'The server’s certificate was issued by an unknown authority.',
  'transport/certificate-pin-mismatch': 'The server’s certificate isn’t the pinned one.',
  'rtmp/key-refused': 'The server refused the stream key.',
  'rtmp/name-in-use': 'Someone is already streaming with this key.',
  'rtmp/unknown-application': 'The server doesn’t know this application.',
  'rtmp/authentication-required': 'The server requires a user name and a password.',
  'rtmp/authentication-failed': 'The server refused the user name or password.',
  'rtmp/codec-refused': 'The server doesn’t support this codec.',
  'rtmp/server-ended': 'The server ended the stream.',
};

/** The cause, then the server's own words where it had any. */
export function cause(error: ErrorRecord): string {
  const { message, serverWords } = error.details;
  const plain = typeof message === 'string' ? message : (causes[error.code] ?? `Cause: ${error.code}.`);
  const ended = /[.!?…]$/.test(plain) ? plain : `${plain}.`;
  const sentence = ended.charAt(0).toUpperCase() + ended.slice(1);
  if (typeof serverWords !== 'string' || serverWords === '' || sentence.includes(serverWords))
    return sentence;
  return `${sentence} The server said: “${serverWords}”.`;
}
