/**
 * Authentication challenges in the description of a rejected connect (reference §6.9). Values are split at
 * `&` and at the first `=` and left as they are: they hold `+`, `/` and `=` and are not percent-encoded.
 */
import { MAX_AUTH_VALUE_LENGTH } from '../../limits.ts';
import type { AuthChallenge } from './publish-session-types.ts';

/** Undefined if the description speaks of no authentication that we know, or carries oversized values. */
export function parseAuthChallenge(description: string): AuthChallenge | undefined {
  const kind = /\bauthmod=(adobe|llnw)\b/.exec(description)?.[1];
  if (kind !== 'adobe' && kind !== 'llnw') {
    return /\?reason=(?:authfailed|nosuchuser)\b/.test(description)
      ? { kind: 'adobe', step: 'failed', params: parseParams(description) }
      : undefined;
  }
  const params = parseParams(description);
  if (Object.values(params).some((value) => value.length > MAX_AUTH_VALUE_LENGTH)) return undefined;
  const reason = params['reason'];
  if (reason === undefined) return { kind, step: 'announced', params };
  const isChallenged =
    reason === 'needauth' &&
    (kind === 'adobe' ? params['salt'] !== undefined : params['nonce'] !== undefined);
  return { kind, step: isChallenged ? 'challenged' : 'failed', params };
}

function parseParams(description: string): Record<string, string> {
  const start = description.indexOf('?');
  if (start < 0) return {};
  const params = new Map<string, string>();
  for (const pair of description.slice(start + 1).split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0) params.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
  }
  return Object.fromEntries(params);
}
