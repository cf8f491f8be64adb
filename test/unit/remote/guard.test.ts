import { describe, expect, it } from 'vitest';
import { checkHead, MAX_HEADERS } from '../../../electron/remote/guard.ts';
import type { RequestHead } from '../../../electron/remote/guard.ts';

const PORT = 5000;
const TOKEN = 'the-token-0123456789';

function check(changed: Partial<RequestHead>): number | undefined {
  const head = {
    hosts: ['127.0.0.1:5000'],
    origin: undefined,
    fetchSite: undefined,
    authorization: `Bearer ${TOKEN}`,
    headerCount: 5,
  };
  return checkHead({ ...head, ...changed }, PORT, TOKEN)?.status;
}

describe('who may use the remote control', () => {
  it.each([
    ['the address', {}],
    ['the name', { hosts: ['LocalHost:5000'] }],
    ['the scheme in lower case', { authorization: `bearer ${TOKEN}` }],
    ['as many headers as may be', { headerCount: MAX_HEADERS }],
  ])('%s is let in', (_name, changed) => {
    expect(check(changed)).toBeUndefined();
  });

  it.each([
    ['no host', { hosts: [] }, 403],
    ['a name that was pointed here', { hosts: ['evil.example:5000'] }, 403],
    ['a name that begins like ours', { hosts: ['127.0.0.1:5000.evil.example'] }, 403],
    ['another port', { hosts: ['127.0.0.1:80'] }, 403],
    ['no port', { hosts: ['127.0.0.1'] }, 403],
    ['two hosts', { hosts: ['127.0.0.1:5000', 'evil.example'] }, 403],
    ['a web page', { origin: 'https://evil.example' }, 403],
    ['a page that hides itself', { origin: 'null' }, 403],
    ['a picture in a web page', { fetchSite: 'cross-site' }, 403],
    ['a page of our own name', { origin: 'http://127.0.0.1:5000' }, 403],
    ['too many headers', { headerCount: MAX_HEADERS + 1 }, 431],
    ['no token', { authorization: undefined }, 401],
    ['an empty token', { authorization: 'Bearer ' }, 401],
    ['another token', { authorization: 'Bearer the-token-0123456788' }, 401],
    ['a part of the token', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }, 401],
    ['more than the token', { authorization: `Bearer ${TOKEN}0` }, 401],
    ['another scheme', { authorization: `Basic ${TOKEN}` }, 401],
    ['an endless token', { authorization: `Bearer ${TOKEN.repeat(100)}` }, 401],
  ])('%s is refused', (_name, changed, status) => {
    expect(check(changed)).toBe(status);
  });

  it('no refusal says the token', () => {
    const refused = checkHead(
      {
        hosts: ['127.0.0.1:5000'],
        origin: undefined,
        fetchSite: undefined,
        authorization: 'Bearer x',
        headerCount: 1,
      },
      PORT,
      TOKEN,
    );
    expect(JSON.stringify(refused)).not.toContain(TOKEN);
  });
});
