/**
 * Adobe and Limelight publisher authentication (rtmp-reference §6.9): builds the query that answers what a server asked
 * for in its refusal. No I/O; the nonce is passed in. Both hash with MD5, so they protect little without TLS.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { AuthChallenge } from '../session/publish/publish-session-types.ts';

const MAX_VALUE_LENGTH = 1024;

/** For Adobe's and Limelight's authentication. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

function md5(text: string, encoding: 'base64' | 'hex'): string {
  return createHash('md5').update(text, 'utf8').digest(encoding);
}

/** Adobe's response. `echoed` is the server's opaque, or its challenge when it gave none; texts as they were sent. */
export function adobeResponse(
  { username, password }: Credentials,
  { salt, echoed, nonce }: { readonly salt: string; readonly echoed: string; readonly nonce: string },
): string {
  const saltedPassword = md5(username + salt + password, 'base64');
  return md5(saltedPassword + echoed + nonce, 'base64');
}

/** Limelight's response, after HTTP's digest. `app` may carry a query, which does not count. */
export function limelightResponse(
  { username, password }: Credentials,
  asked: {
    readonly nonce: string;
    readonly count: string;
    readonly clientNonce: string;
    readonly app: string;
  },
): string {
  const path = asked.app.split('?')[0] ?? asked.app;
  const login = md5(`${username}:live:${password}`, 'hex');
  const resource = md5(`publish:/${path}${path.includes('/') ? '' : '/_definst_'}`, 'hex');
  return md5(`${login}:${asked.nonce}:${asked.count}:${asked.clientNonce}:auth:${resource}`, 'hex');
}

function requireValue(challenge: AuthChallenge, name: string): string {
  const value = challenge.params[name] ?? '';
  if (value === '' || value.length > MAX_VALUE_LENGTH) {
    const message = `the server asked for authentication without a usable ${name}`;
    throw new AppError('rtmp/authentication-failed', { message });
  }
  return value;
}

function answerAdobe(asked: AuthChallenge, credentials: Credentials, nonce: string): string {
  const salt = requireValue(asked, 'salt');
  const hasOpaque = (asked.params['opaque'] ?? '') !== '';
  const echoed = requireValue(asked, hasOpaque ? 'opaque' : 'challenge');
  const response = adobeResponse(credentials, { salt, echoed, nonce });
  const tail = hasOpaque ? `&opaque=${echoed}` : '';
  return `?authmod=adobe&user=${credentials.username}&challenge=${nonce}&response=${response}${tail}`;
}

function answerLimelight(
  asked: AuthChallenge,
  credentials: Credentials,
  clientNonce: string,
  app: string,
): string {
  const nonce = requireValue(asked, 'nonce');
  const count = '00000001';
  const response = limelightResponse(credentials, { nonce, count, clientNonce, app });
  const user = credentials.username;
  return `?authmod=llnw&user=${user}&nonce=${nonce}&cnonce=${clientNonce}&nc=${count}&response=${response}`;
}

/**
 * The query to append, as it is, to `app` and `tcUrl` of the next connection.
 * @param nonce 8 hex digits, fresh for every answer.
 * @throws AppError `rtmp/authentication-failed` when the server left out what it takes, or refused for good.
 */
export function answerChallenge(
  challenge: AuthChallenge,
  credentials: Credentials,
  nonce: string,
  app: string,
): string {
  switch (challenge.step) {
    case 'announced':
      return `?authmod=${challenge.kind}&user=${credentials.username}`;
    case 'challenged':
      return challenge.kind === 'adobe'
        ? answerAdobe(challenge, credentials, nonce)
        : answerLimelight(challenge, credentials, nonce, app);
    case 'failed':
      throw new AppError('rtmp/authentication-failed', {
        message: 'the server refused the user name or password',
      });
  }
}
