/**
 * A server's refusal, or its silent close, as one error with a sentence and the server's words (rtmp-reference §6.4,
 * §8.4). What a refusal's status means is the protocol's to say; what a close means depends on when it came. Pure.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorDetails } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { classifyRefusal } from '../index.ts';
import type { Refusal } from '../session/publish/publish-session-types.ts';

/** How long after Publish.Start a close still reads as a refused key. */
export const KEY_DOUBT_MS = 5_000;

/** One sentence for each code that `classifyRefusal` gives. */
const sentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  'rtmp/unknown-application': 'the server does not know this application',
  'rtmp/connect-rejected': 'the server rejected the connection',
  'rtmp/name-in-use': 'the server says that this stream is already being published',
  'rtmp/key-refused': 'the server refused the stream key',
  'rtmp/authentication-failed': 'the server refused the user name or password',
  'rtmp/authentication-required': 'the server wants a user name and password',
  'rtmp/server-ended': 'the server closed the connection',
};

function wordsOf({ code, description }: Pick<Refusal, 'code' | 'description'>): ErrorDetails {
  const words = [code, description].filter((part) => part !== '').join(': ');
  return words === '' ? {} : { serverWords: words };
}

/** A refusal in words by the server. `hasCredentials`: the user gave a name and password. */
export function refusalError(refusal: Refusal, host: string, hasCredentials: boolean): AppError {
  const code = classifyRefusal(refusal, hasCredentials);
  const step = refusal.stage === 'connect' ? 'complete the connection' : 'carry the stream';
  const message = sentences[code] ?? `the server could not ${step}`;
  return new AppError(code, { message, host, ...wordsOf(refusal) });
}

export interface CloseCircumstances {
  readonly phase: 'handshake' | 'connect' | 'createStream' | 'publish' | 'justLive' | 'live';
  readonly host: string;
  readonly app: string;
  /** The server's last words before it closed, if any. */
  readonly lastStatus?: Pick<Refusal, 'code' | 'description'> | undefined;
  /** The system's view of the close; absent for a polite one. */
  readonly cause: AppError | undefined;
}

/** Causes that say something themselves: the phase adds nothing to them. */
const plainCauses = new Set<ErrorCode>([
  'transport/stalled',
  'transport/timeout',
  'transport/unreachable',
  'transport/tunnel-refused',
  'internal/aborted',
]);

/** A connection that ended without a refusal in words: what it means depends on when. */
export function closeError({ phase, host, app, lastStatus, cause }: CloseCircumstances): AppError {
  if (cause && plainCauses.has(cause.code)) return cause;
  const details = { host, ...(lastStatus ? wordsOf(lastStatus) : {}) };
  switch (phase) {
    case 'handshake': {
      const message = `${host} closed the connection during the handshake; wrong scheme or port?`;
      return new AppError('rtmp/handshake-failed', { message, ...details }, cause);
    }
    case 'connect': {
      if (cause) return cause;
      const message = `the server closed the connection instead of answering: it probably knows no application "${app.split('?')[0] ?? ''}", or lets only certain apps connect`;
      return new AppError('rtmp/unknown-application', { message, ...details });
    }
    case 'createStream': {
      if (cause) return cause;
      const message = 'the server closed the connection before the stream could be published';
      return new AppError('rtmp/server-ended', { message, ...details });
    }
    case 'publish':
    case 'justLive': {
      if (cause) return cutError(cause, details);
      const message =
        'the server closed the connection right after publish: the key was probably refused, or another app or device uses it';
      return new AppError('rtmp/key-refused', { message, ...details });
    }
    case 'live':
      return (
        cause ?? new AppError('rtmp/server-ended', { message: 'the server ended the stream', ...details })
      );
  }
}

/** A reset may be a refusal of the key, or a network that failed at this moment: it alone proves neither. */
function cutError(cause: AppError, details: ErrorDetails): AppError {
  if (cause.code !== 'transport/reset') return cause;
  const message =
    'the connection was reset right after publish, without a word: the network failed, the key was refused, or another app or device uses it';
  return new AppError('rtmp/cut-after-publish', { message, ...details }, cause);
}
