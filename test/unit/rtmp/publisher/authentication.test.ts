import { describe, expect, it } from 'vitest';
import type { AuthChallenge } from '../../../../electron/rtmp/session/publish/publish-session-types.ts';
import { answerChallenge } from '../../../../electron/rtmp/publisher/authentication.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

const bob = { username: 'bob', password: 'sec' };

function challenged(kind: AuthChallenge['kind'], params: AuthChallenge['params']): AuthChallenge {
  return { kind, step: 'challenged', params };
}

describe('authentication', () => {
  it('answers Adobe with and without opaque', () => {
    const params = { salt: 'c2FsdA==', challenge: 'Y2hhbA==' };
    expect(
      answerChallenge(challenged('adobe', { ...params, opaque: 'b3BxdWU=' }), bob, '4e9f5fe8', 'live'),
    ).toBe('?authmod=adobe&user=bob&challenge=4e9f5fe8&response=VPr7mtReHFx8b1VjKDvv1w==&opaque=b3BxdWU=');
    expect(answerChallenge(challenged('adobe', params), bob, '4e9f5fe8', 'live')).toBe(
      '?authmod=adobe&user=bob&challenge=4e9f5fe8&response=R1SwGeJ8OS4z5iKqPvyg7w==',
    );
  });

  it('answers Limelight', () => {
    expect(answerChallenge(challenged('llnw', { nonce: 'abcdef12' }), bob, '62088958', 'live')).toBe(
      '?authmod=llnw&user=bob&nonce=abcdef12&cnonce=62088958&nc=00000001&response=a46491e6d5e374335a1b176888a3b894',
    );
  });

  it('names the user first, and gives up when refused', () => {
    const announced: AuthChallenge = { kind: 'adobe', step: 'announced', params: {} };
    expect(answerChallenge(announced, bob, '00000000', 'live')).toBe('?authmod=adobe&user=bob');
    expect(() => answerChallenge({ ...announced, step: 'failed' }, bob, '00000000', 'live')).toThrow(
      AppError,
    );
  });

  it('refuses a challenge that lacks its salt or is absurdly long', () => {
    for (const params of [{ challenge: 'x' }, { salt: 'a'.repeat(10_240), challenge: 'x' }]) {
      expect(() => answerChallenge(challenged('adobe', params), bob, '00000000', 'live')).toThrow(AppError);
    }
  });
});
