/**
 * Adobe and Limelight publisher authentication (rtmp-reference §6.9): reads what a server asks for in its refusal and
 * builds the query that answers it. No I/O; the nonce is passed in. Both hash with MD5, so they protect little
 * without TLS.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error.ts';

const MAX_VALUE_LENGTH = 1024;

export type AuthenticationScheme = 'adobe' | 'llnw';

export interface AuthenticationDemand {
  readonly scheme: AuthenticationScheme;
  /** `needauth` with a challenge, `authfailed`, `nosuchuser`; absent in the first refusal. */
  readonly reason?: string;
  /** Values as the server wrote them: nothing is decoded. */
  readonly values: ReadonlyMap<string, string>;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What the description of a rejected connect asks for; undefined when it is no demand for authentication. */
export function readAuthenticationDemand(description: string): AuthenticationDemand | undefined {
  const name = /authmod=(adobe|llnw)\b/.exec(description)?.[1];
  if (name !== 'adobe' && name !== 'llnw') return undefined;
  const query = /\?(reason=\S+)/.exec(description)?.[1];
  const values = new Map<string, string>();
  for (const pair of query?.split('&') ?? []) {
    const equals = pair.indexOf('=');
    if (equals > 0) values.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  const reason = values.get('reason');
  return { scheme: name, values, ...(reason === undefined ? {} : { reason }) };
}

function md5(text: string, encoding: 'base64' | 'hex'): string {
  return createHash('md5').update(text, 'utf8').digest(encoding);
}

function requireValue(demand: AuthenticationDemand, name: string): string {
  const value = demand.values.get(name) ?? '';
  if (value === '' || value.length > MAX_VALUE_LENGTH) {
    const message = `the server asked for authentication without a usable ${name}`;
    throw new AppError('rtmp/authentication-failed', { message });
  }
  return value;
}

function answerAdobe(
  demand: AuthenticationDemand,
  { username, password }: Credentials,
  nonce: string,
): string {
  const salt = requireValue(demand, 'salt');
  const opaque = demand.values.get('opaque') ?? '';
  const challenge = opaque === '' ? requireValue(demand, 'challenge') : requireValue(demand, 'opaque');
  const saltedPassword = md5(username + salt + password, 'base64');
  const response = md5(saltedPassword + challenge + nonce, 'base64');
  const tail = opaque === '' ? '' : `&opaque=${opaque}`;
  return `?authmod=adobe&user=${username}&challenge=${nonce}&response=${response}${tail}`;
}

function answerLimelight(
  demand: AuthenticationDemand,
  { username, password }: Credentials,
  nonce: string,
  app: string,
): string {
  const serverNonce = requireValue(demand, 'nonce');
  const count = '00000001';
  const path = app.split('?')[0] ?? app;
  const login = md5(`${username}:live:${password}`, 'hex');
  const resource = md5(`publish:/${path}${path.includes('/') ? '' : '/_definst_'}`, 'hex');
  const response = md5(`${login}:${serverNonce}:${count}:${nonce}:auth:${resource}`, 'hex');
  return `?authmod=llnw&user=${username}&nonce=${serverNonce}&cnonce=${nonce}&nc=${count}&response=${response}`;
}

/** The query of the second connection, which only names the user. */
export function nameUser(scheme: AuthenticationScheme, username: string): string {
  return `?authmod=${scheme}&user=${username}`;
}

/**
 * The query of the third connection, to be appended to `app` and `tcUrl` as it is.
 * @param nonce 8 hex digits, fresh for every answer.
 * @throws AppError `rtmp/authentication-failed` when the server left out what it takes.
 */
export function answerDemand(
  demand: AuthenticationDemand,
  credentials: Credentials,
  nonce: string,
  app: string,
): string {
  return demand.scheme === 'adobe'
    ? answerAdobe(demand, credentials, nonce)
    : answerLimelight(demand, credentials, nonce, app);
}
