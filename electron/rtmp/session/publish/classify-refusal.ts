/** What a refusal is, as one of our error codes. Pure; the retry policy decides what follows from it. */
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import type { Refusal } from './publish-session-types.ts';

/** A map: a server's text is the key, and an object would answer to `constructor`. */
const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['NetConnection.Connect.InvalidApp', 'rtmp/unknown-application'],
  ['NetConnection.Connect.Failed', 'rtmp/server-error'],
  ['NetConnection.Connect.AppShutdown', 'rtmp/server-error'],
  ['NetConnection.Connect.Closed', 'rtmp/server-ended'],
  ['NetConnection.Proxy.NotResponding', 'rtmp/server-error'],
  ['NetStream.Publish.Denied', 'rtmp/key-refused'],
  ['NetStream.Publish.Rejected', 'rtmp/key-refused'],
  ['NetStream.Publish.BadAuth', 'rtmp/key-refused'],
  ['NetStream.Publish.Failed', 'rtmp/server-error'],
  ['NetStream.Failed', 'rtmp/server-error'],
]);

/**
 * The error code of a refusal. `hasCredentials`: a user name was configured. Without one, `Unauthorized` can only mean the key, and a challenge
 * only that credentials are wanted.
 */
export function classifyRefusal(refusal: Refusal, hasCredentials: boolean): ErrorCode {
  if (refusal.auth !== undefined) {
    return refusal.auth.step === 'failed' || hasCredentials
      ? 'rtmp/authentication-failed'
      : 'rtmp/authentication-required';
  }
  if (refusal.code === 'NetStream.Publish.Unauthorized') {
    return hasCredentials ? 'rtmp/authentication-failed' : 'rtmp/key-refused';
  }
  const known = codes.get(refusal.code);
  if (known !== undefined) return known;
  const words = refusal.description.toLowerCase();
  if (refusal.code === 'NetStream.Publish.BadName') {
    return /\b(?:invalid|unknown|wrong|no such|not found)\b/.test(words)
      ? 'rtmp/key-refused'
      : 'rtmp/name-in-use';
  }
  if (refusal.stage === 'publish') return 'rtmp/server-error';
  if (/\b(?:need auth|auth(?:entication|orization)? required)\b/.test(words)) {
    return 'rtmp/authentication-required';
  }
  if (/\b(?:auth(?:entication|orization)?|credentials|password)\b/.test(words)) {
    return 'rtmp/authentication-failed';
  }
  const isAboutApplication = /\bapp(?:lication)?\b/.test(words);
  if (isAboutApplication && /\b(?:not found|unknown|invalid|no such|does not exist)\b/.test(words)) {
    return 'rtmp/unknown-application';
  }
  return 'rtmp/connect-rejected';
}
