/**
 * Adobe and Limelight publisher authentication (rtmp-reference §6.9): builds the query that answers what a server asked
 * for in its refusal. No I/O; the nonce is passed in. Both hash with MD5, so they protect little without TLS.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error.ts';
import type { AuthChallenge } from '../protocol/rtmp/session/publish-session-types.ts';

const MAX_VALUE_LENGTH = 1024;

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

function md5(text: string, encoding: 'base64' | 'hex'): string {
  return createHash('md5').update(text, 'utf8').digest(encoding);
}

function requireValue(challenge: AuthChallenge, name: string): string {
  const value = challenge.params[name] ?? '';
  if (value === '' || value.length > MAX_VALUE_LENGTH) {
    const message = `the server asked for authentication without a usable ${name}`;
    throw new AppError('rtmp/authentication-failed', { message });
  }
  return value;
}

function answerAdobe(asked: AuthChallenge, { username, password }: Credentials, nonce: string): string {
  const salt = requireValue(asked, 'salt');
  const hasOpaque = (asked.params['opaque'] ?? '') !== '';
  const echoed = requireValue(asked, hasOpaque ? 'opaque' : 'challenge');
  const saltedPassword = md5(username + salt + password, 'base64');
  const response = md5(saltedPassword + echoed + nonce, 'base64');
  const tail = hasOpaque ? `&opaque=${echoed}` : '';
  return `?authmod=adobe&user=${username}&challenge=${nonce}&response=${response}${tail}`;
}

function answerLimelight(
  asked: AuthChallenge,
  { username, password }: Credentials,
  nonce: string,
  app: string,
): string {
  const serverNonce = requireValue(asked, 'nonce');
  const count = '00000001';
  const path = app.split('?')[0] ?? app;
  const login = md5(`${username}:live:${password}`, 'hex');
  const resource = md5(`publish:/${path}${path.includes('/') ? '' : '/_definst_'}`, 'hex');
  const response = md5(`${login}:${serverNonce}:${count}:${nonce}:auth:${resource}`, 'hex');
  return `?authmod=llnw&user=${username}&nonce=${serverNonce}&cnonce=${nonce}&nc=${count}&response=${response}`;
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
