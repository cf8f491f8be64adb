import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import { parseAuthChallenge } from '../../../../electron/rtmp/session/publish/auth-challenge.ts';
import { classifyRefusal, resolveReconnectUrl } from '../../../../electron/rtmp/index.ts';
import type { Refusal } from '../../../../electron/rtmp/index.ts';
import { judgeStatus } from '../../../../electron/rtmp/session/publish/status-judgement.ts';
import type { StatusJudgement } from '../../../../electron/rtmp/session/publish/status-judgement.ts';

function refusal(stage: Refusal['stage'], code: string, description = ''): Refusal {
  const auth = stage === 'connect' ? parseAuthChallenge(description) : undefined;
  return { stage, level: 'error', code, description, ...(auth && { auth }) };
}

const reject = '[ AccessManager.Reject ] : [ code=403 need auth; authmod=adobe ] : ';
const challenge =
  '[ AccessManager.Reject ] : [ authmod=adobe ] : ?reason=needauth&user=test&salt=alhJEA==&challenge=Pre+jg==&opaque=Pre+jg==';

describe('classifyRefusal', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))('takes the status code "%s" for a text', (code) => {
    expect(classifyRefusal(refusal('publish', code), false)).toBe('rtmp/server-error');
    expect(classifyRefusal(refusal('connect', code), false)).toBe('rtmp/connect-rejected');
  });
});

describe('classifyRefusal', () => {
  it.each<readonly [Refusal, ErrorCode]>([
    [refusal('connect', 'NetConnection.Connect.Rejected', reject), 'rtmp/authentication-required'],
    [refusal('connect', 'NetConnection.Connect.Rejected', challenge), 'rtmp/authentication-required'],
    [
      refusal(
        'connect',
        'NetConnection.Connect.Rejected',
        '[ authmod=adobe ] : ?reason=authfailed&opaque=abc',
      ),
      'rtmp/authentication-failed',
    ],
    [
      refusal('connect', 'NetConnection.Connect.Rejected', '?reason=nosuchuser'),
      'rtmp/authentication-failed',
    ],
    [
      refusal('connect', 'NetConnection.Connect.Rejected', 'authentication failed'),
      'rtmp/authentication-failed',
    ],
    [
      refusal('connect', 'NetConnection.Connect.Rejected', 'Application x not found'),
      'rtmp/unknown-application',
    ],
    [refusal('connect', 'NetConnection.Connect.Rejected', 'go away'), 'rtmp/connect-rejected'],
    [refusal('connect', 'NetConnection.Connect.InvalidApp'), 'rtmp/unknown-application'],
    [refusal('connect', 'NetConnection.Connect.Failed'), 'rtmp/server-error'],
    [refusal('connect', ''), 'rtmp/connect-rejected'],
    [refusal('publish', 'NetStream.Publish.BadName', 'Already publishing'), 'rtmp/name-in-use'],
    [refusal('publish', 'NetStream.Publish.BadName', 'Invalid stream key'), 'rtmp/key-refused'],
    [refusal('publish', 'NetStream.Publish.Denied'), 'rtmp/key-refused'],
    [refusal('publish', 'NetStream.Publish.Rejected', 'Authentication Failed.'), 'rtmp/key-refused'],
    [refusal('publish', 'NetStream.Publish.BadAuth'), 'rtmp/key-refused'],
    [refusal('publish', 'NetStream.Publish.Unauthorized'), 'rtmp/key-refused'],
    [refusal('publish', 'NetStream.Publish.Failed'), 'rtmp/server-error'],
    [refusal('publish', 'NetStream.Failed'), 'rtmp/server-error'],
    [refusal('publish', 'Something.Else'), 'rtmp/server-error'],
  ])('%j is %s', (given, code) => {
    expect(classifyRefusal(given, false)).toBe(code);
  });

  it.each<readonly [Refusal, ErrorCode]>([
    [refusal('publish', 'NetStream.Publish.Unauthorized'), 'rtmp/authentication-failed'],
    [refusal('connect', 'NetConnection.Connect.Rejected', challenge), 'rtmp/authentication-failed'],
    [refusal('publish', 'NetStream.Publish.Denied'), 'rtmp/key-refused'],
    [refusal('connect', 'NetConnection.Connect.InvalidApp'), 'rtmp/unknown-application'],
  ])('%j is %s when credentials were given', (given, code) => {
    expect(classifyRefusal(given, true)).toBe(code);
  });
});

describe('parseAuthChallenge (R44)', () => {
  it('splits at the first = and decodes nothing', () => {
    expect(parseAuthChallenge(challenge)).toEqual({
      kind: 'adobe',
      step: 'challenged',
      params: {
        reason: 'needauth',
        user: 'test',
        salt: 'alhJEA==',
        challenge: 'Pre+jg==',
        opaque: 'Pre+jg==',
      },
    });
  });

  it('tells the steps and the kinds apart', () => {
    expect(parseAuthChallenge(reject)).toMatchObject({ step: 'announced' });
    expect(parseAuthChallenge('[ authmod=llnw ] : ?reason=needauth&user=u&nonce=abc')).toMatchObject({
      kind: 'llnw',
      step: 'challenged',
      params: { nonce: 'abc' },
    });
    expect(parseAuthChallenge('[ authmod=adobe ] : ?reason=needauth&user=u')).toMatchObject({
      step: 'failed',
    });
    expect(parseAuthChallenge('no such thing')).toBeUndefined();
    expect(parseAuthChallenge(`authmod=adobe ?reason=needauth&salt=${'x'.repeat(10_240)}`)).toBeUndefined();
    expect(parseAuthChallenge('authmod=adobe ?__proto__=1&=2&&reason=authfailed')).toMatchObject({
      step: 'failed',
    });
  });
});

describe('judgeStatus', () => {
  it.each<readonly [string, string, StatusJudgement, StatusJudgement]>([
    ['NetStream.Publish.Start', 'status', 'publishStarted', 'publishStarted'],
    ['NetStream.Publish.BadName', 'error', 'refused', 'refused'],
    ['NetStream.Publish.Denied', 'status', 'refused', 'refused'],
    ['NetStream.Failed', 'error', 'refused', 'refused'],
    ['NetStream.Record.Failed', 'error', 'informational', 'informational'],
    ['NetConnection.Call.Failed', 'error', 'informational', 'informational'],
    ['NetStream.Publish.Idle', 'status', 'informational', 'informational'],
    ['NetConnection.Connect.AppShutdown', 'error', 'refused', 'closeRequested'],
    ['NetConnection.Connect.Closed', 'status', 'refused', 'closeRequested'],
    ['NetConnection.Proxy.NotResponding', 'error', 'refused', 'informational'],
    ['NetStream.Unpublish.Success', 'status', 'unpublished', 'unpublished'],
    ['NetConnection.Connect.ReconnectRequest', 'status', 'reconnectRequested', 'reconnectRequested'],
    ['My.Own', 'error', 'refused', 'informational'],
    ['netstream.publish.start', 'status', 'informational', 'informational'],
    ['', '', 'informational', 'informational'],
  ])('%s %s', (code, level, before, live) => {
    expect(judgeStatus(code, level, false)).toBe(before);
    expect(judgeStatus(code, level, true)).toBe(live);
  });
});

describe('resolveReconnectUrl (R41)', () => {
  it.each([
    ['rtmps://old.example:443/live', '//192.0.2.0/realtimeapp', 'rtmps://192.0.2.0/realtimeapp'],
    ['rtmps://old.example:443/live', undefined, 'rtmps://old.example:443/live'],
    ['rtmps://old.example:443/live', '/other', 'rtmps://old.example:443/other'],
    ['rtmp://h/app/inst?x=1', 'other', 'rtmp://h/app/other'],
    ['rtmp://h', 'other', 'rtmp://h/other'],
    ['rtmp://h/live', 'rtmps://new/live', 'rtmps://new/live'],
    ['rtmps://h/live', 'rtmp://new/live', undefined],
    ['rtmps://h/live', 'http://new/live', undefined],
    ['rtmps://h/live', 'javascript:x', undefined],
    ['rtmps://h/live', '//new/a\r\nb', undefined],
    ['rtmps://h/live', '//', undefined],
  ])('%s + %s', (current, reference, expected) => {
    expect(resolveReconnectUrl(current, reference)).toBe(expected);
  });
});
