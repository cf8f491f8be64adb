/**
 * What a refusal means (rtmp-reference §6.4, §8.4): maps a server's status, or its silent close, to one error of the
 * closed list with a sentence and the server's words. Pure.
 */
import { AppError, type ErrorDetails } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-codes.ts';
import type { Refusal } from '../protocol/rtmp/session/publish-session-types.ts';

/** How long after Publish.Start a close still reads as a refused key. */
export const KEY_DOUBT_MS = 5_000;

type Verdict = readonly [ErrorCode, string];

const verdicts: Readonly<Record<string, Verdict>> = {
  'NetConnection.Connect.InvalidApp': [
    'rtmp/unknown-application',
    'the server does not know this application',
  ],
  'NetConnection.Connect.Failed': ['rtmp/server-error', 'the server could not complete the connection'],
  'NetConnection.Connect.AppShutdown': ['rtmp/server-error', 'the server is shutting this application down'],
  'NetConnection.Connect.Rejected': ['rtmp/connect-rejected', 'the server rejected the connection'],
  'NetStream.Publish.BadName': [
    'rtmp/name-in-use',
    'the server says that this stream is already being published',
  ],
  'NetStream.Publish.Denied': ['rtmp/key-refused', 'the server does not allow publishing with this key'],
  'NetStream.Publish.Rejected': ['rtmp/key-refused', 'the server refused the stream key'],
  'NetStream.Publish.Unauthorized': ['rtmp/key-refused', 'the server refused the credentials of the stream'],
  'NetStream.Publish.BadAuth': ['rtmp/key-refused', 'the server refused the credentials of the stream'],
  'NetStream.Publish.Failed': ['rtmp/server-error', 'the server could not start the stream'],
  'NetStream.Failed': ['rtmp/server-error', 'the stream failed at the server'],
};

function wordsOf({ code, description }: Pick<Refusal, 'code' | 'description'>): ErrorDetails {
  const words = [code, description].filter((part) => part !== '').join(': ');
  return words === '' ? {} : { serverWords: words };
}

/** A refusal in words by the server. `hasCredentials`: the user gave a name and password. */
export function refusalError(refusal: Refusal, host: string, hasCredentials: boolean): AppError {
  const details = { host, ...wordsOf(refusal) };
  if (refusal.auth) {
    const isFailed = hasCredentials || refusal.auth.step === 'failed';
    return isFailed
      ? new AppError('rtmp/authentication-failed', {
          message: 'the server refused the user name or password',
          ...details,
        })
      : new AppError('rtmp/authentication-required', {
          message: 'the server wants a user name and password',
          ...details,
        });
  }
  const fallback: Verdict =
    refusal.stage === 'connect'
      ? ['rtmp/connect-rejected', 'the server rejected the connection']
      : ['rtmp/server-error', 'the server refused to start the stream'];
  const [code, message] = verdicts[refusal.code] ?? fallback;
  return new AppError(code, { message, ...details });
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
      const message = `the server closed the connection instead of answering: it probably knows no application "${app.split('?')[0] ?? ''}"`;
      return new AppError('rtmp/unknown-application', { message, ...details }, cause);
    }
    case 'createStream': {
      const message = 'the server closed the connection before the stream could be published';
      return new AppError('rtmp/server-ended', { message, ...details }, cause);
    }
    case 'publish':
    case 'justLive': {
      const message = 'the server closed the connection right after publish: the key was probably refused';
      return new AppError('rtmp/key-refused', { message, ...details }, cause);
    }
    case 'live':
      return (
        cause ?? new AppError('rtmp/server-ended', { message: 'the server ended the stream', ...details })
      );
  }
}
