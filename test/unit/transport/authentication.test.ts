import { describe, expect, it } from 'vitest';
import {
  answerDemand,
  nameUser,
  readAuthenticationDemand,
} from '../../../electron/transport/authentication.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

const bob = { username: 'bob', password: 'sec' };

function demand(description: string): NonNullable<ReturnType<typeof readAuthenticationDemand>> {
  const read = readAuthenticationDemand(description);
  if (!read) throw new Error('no demand');
  return read;
}

describe('authentication', () => {
  it('answers Adobe with and without opaque', () => {
    const prefix =
      '[ AccessManager.Reject ] : [ authmod=adobe ] : ?reason=needauth&user=bob&salt=c2FsdA==&challenge=Y2hhbA==';
    expect(answerDemand(demand(`${prefix}&opaque=b3BxdWU=`), bob, '4e9f5fe8', 'live')).toBe(
      '?authmod=adobe&user=bob&challenge=4e9f5fe8&response=VPr7mtReHFx8b1VjKDvv1w==&opaque=b3BxdWU=',
    );
    expect(answerDemand(demand(prefix), bob, '4e9f5fe8', 'live')).toBe(
      '?authmod=adobe&user=bob&challenge=4e9f5fe8&response=R1SwGeJ8OS4z5iKqPvyg7w==',
    );
  });

  it('answers Limelight', () => {
    const read = demand('[ authmod=llnw ] : ?reason=needauth&user=bob&nonce=abcdef12');
    expect(answerDemand(read, bob, '62088958', 'live')).toBe(
      '?authmod=llnw&user=bob&nonce=abcdef12&cnonce=62088958&nc=00000001&response=a46491e6d5e374335a1b176888a3b894',
    );
  });

  it('tells the three refusals apart', () => {
    expect(demand('[ AccessManager.Reject ] : [ code=403 need auth; authmod=adobe ] : ')).toMatchObject({
      scheme: 'adobe',
    });
    expect(demand('[ authmod=adobe ] : ?reason=authfailed&opaque=x').reason).toBe('authfailed');
    expect(readAuthenticationDemand('application rejected')).toBeUndefined();
    expect(nameUser('adobe', 'bob')).toBe('?authmod=adobe&user=bob');
  });

  it('refuses a challenge that lacks its salt or is absurdly long', () => {
    for (const text of [
      'authmod=adobe ?reason=needauth&challenge=x',
      `authmod=adobe ?reason=needauth&salt=${'a'.repeat(10_240)}&challenge=x`,
    ]) {
      expect(() => answerDemand(demand(text), bob, '00000000', 'live')).toThrow(AppError);
    }
  });
});
